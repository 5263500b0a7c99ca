import { parseCookie } from 'cookie';
import type { Request } from 'express';
import { z } from 'zod';
import { withoutBlankMembers, withoutBlankParameters } from '../utils/blanks.ts';
import { AppError, notFound, type ErrorDetail } from '../kernel/errors.ts';
import type { UploadedFile } from '../kernel/receivedFile.ts';
import type { Route, RouteInput } from '../kernel/route.ts';

const nothing = z.strictObject({});

/** The maximum number of errors to list; the rest is counted. */
const MAX_NAMED = 50;

/** What is wrong with a request: the first of it, and how much there is. */
class Findings {
  readonly named: ErrorDetail[] = [];
  count = 0;

  /** @param details made one by one, and no more of them than are named. */
  add(details: Iterable<ErrorDetail>, count: number): void {
    this.count += count;
    for (const detail of details) {
      if (this.named.length >= MAX_NAMED) return;
      this.named.push(detail);
    }
  }
}

/**
 * Reads a request through its route's schemas.
 * @param upload the file of its form, which was read before.
 * @throws {AppError} validation_failed that names what is wrong, at once; not_found when a path
 *   parameter cannot be the id of anything.
 */
export function parseInput(route: Route, req: Request, upload?: UploadedFile): RouteInput {
  const { params, query, headers, cookies, body } = route.request;
  const findings = new Findings();
  const read = (schema: z.ZodType, value: unknown, place: string): unknown => {
    const result = schema.safeParse(value);
    if (result.success) {
      const unstorable = unstorableTexts(result.data, place);
      findings.add(unstorable, unstorable.length);
      return result.data;
    }
    const { issues } = result.error;
    const count = issues.reduce((sum, issue) => sum + countOf(issue), 0);
    findings.add(detailsOf(issues, place, value), count);
    return undefined;
  };
  const parsedParams = params?.safeParse(req.params);
  if (parsedParams?.success === false || unstorableTexts(parsedParams?.data, '').length > 0) {
    throw notFound('resource');
  }
  const input = {
    params: parsedParams?.data,
    query: read(query ?? nothing, withoutBlankParameters(query ?? nothing, req.query), 'query.'),
    headers: headers && read(headers, req.headers, 'header.'),
    cookies: cookies && read(cookies, parseCookie(req.headers.cookie ?? ''), 'cookie.'),
    // No body at all is an empty one: every member that is missing will be named.
    body: body && read(body, withoutBlankMembers(body, req.body ?? {}), ''),
    upload,
  } as RouteInput;
  const leftOut = leftOutOfQuery(req);
  findings.add(leftOut, leftOut.length);
  if (findings.count > 0) throw refusalOf(findings);
  return input;
}

function refusalOf({ named, count }: Findings): AppError {
  const [first] = named;
  const more = count > 1 ? ` (and ${count - 1} more)` : '';
  return new AppError('validation_failed', `${first?.path}: ${first?.message}${more}.`, {
    errors: named,
    ...(count > named.length && { extensions: { errorCount: count } }),
  });
}

/**
 * Text that JSON and JavaScript can carry and PostgreSQL cannot: half of a surrogate pair, U+0000.
 * Looked for in what the schemas have let through, since they bound its depth and size.
 */
function unstorableTexts(value: unknown, path: string): ErrorDetail[] {
  if (typeof value === 'string') {
    if (value.isWellFormed() && !value.includes('\0')) return [];
    const message = 'must be well-formed Unicode, without U+0000';
    return [{ path: shortened(path.replace(/\.$/, '')), code: 'invalid_text', message }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...unstorableTexts(key, `${path}${key}.`),
    ...unstorableTexts(inner, `${path}${key}.`),
  ]);
}

const NO_PARAMETER = 'is not a parameter of this route';

function countOf(issue: z.core.$ZodIssue): number {
  return issue.code === 'unrecognized_keys' ? issue.keys.length : 1;
}

/** @param value what the schema was given. */
function* detailsOf(
  issues: readonly z.core.$ZodIssue[],
  place: string,
  value: unknown,
): Generator<ErrorDetail> {
  for (const issue of issues) {
    const at = (last: readonly PropertyKey[]) =>
      shortened((place + [...issue.path, ...last].map(String).join('.')).replace(/\.$/, '')) ||
      'body';
    if (issue.code === 'unrecognized_keys') {
      const message = place === 'query.' ? NO_PARAMETER : 'is not a known field';
      for (const key of issue.keys) yield { path: at([key]), code: 'unknown', message };
      continue;
    }
    const message = (place === 'query.' && ofSeveralValues(issue, value)) || issue.message;
    yield { path: at([]), code: issue.code, message: shortened(message) };
  }
}

/** What is wrong with a parameter that has several values, or brackets, and should have one value. */
function ofSeveralValues(issue: z.core.$ZodIssue, query: unknown): string | undefined {
  const expectsOne =
    issue.code === 'invalid_value' ||
    (issue.code === 'invalid_type' && issue.expected !== 'object');
  const given = memberAt(query, issue.path);
  if (!expectsOne || typeof given !== 'object' || given === null) return undefined;
  const isRepeated = Array.isArray(given) && given.length > 1;
  return isRepeated ? 'must be given once, as one value' : 'must be one value, without brackets';
}

const MAX_SHOWN = 200;

/** The start of an unknown name, so that the client recognises it. */
function shortened(text: string): string {
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}

function memberAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    value,
  );
}

/** Express's parser reads no more parameters than these, and drops the rest without a word. */
const MAX_PARAMETERS = 1000;

/** What Express's parser drops, or reads as another name, so that no schema can refuse it. */
function leftOutOfQuery({ url }: Request): ErrorDetail[] {
  const [, query = ''] = url.split('?', 2);
  return [...tooManyParameters(query), ...misreadParameters(query)];
}

function tooManyParameters(query: string): ErrorDetail[] {
  if (query.length < MAX_PARAMETERS || query.split('&').length <= MAX_PARAMETERS) return [];
  const message = `must not have more than ${MAX_PARAMETERS} parameters`;
  return [{ path: 'query', code: 'too_big', message }];
}

/** To the parser `[limit]` is `limit`, and `price[gte]x` is `price[gte]`. */
const MISREAD = /^\[[^\]]+\]|\[[^\]]*\][^[]/;

function misreadParameters(query: string): ErrorDetail[] {
  // Most have neither these characters nor a way to disguise them.
  if (!/__proto__|[[%]/.test(query)) return [];
  return [...new URLSearchParams(query).keys()].flatMap((name) => {
    const members = name.split(/[[\]]+/).filter((member) => member !== '');
    const isMisread = MISREAD.test(name);
    if (!isMisread && !members.includes('__proto__')) return [];
    const path = shortened(`query.${isMisread ? name : members.join('.')}`);
    return [{ path, code: 'unknown', message: NO_PARAMETER }];
  });
}
