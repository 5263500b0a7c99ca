import type { Request } from 'express';
import { z } from 'zod';
import { withoutBlankMembers, withoutBlankParameters } from '../utils/blanks.ts';
import { AppError, notFound, type ErrorDetail } from '../utils/errors.ts';
import type { Input, Route } from '../utils/route.ts';

const nothing = z.strictObject({});

/**
 * Reads a request through its route's schemas.
 * @throws {AppError} validation_failed that names everything that is wrong, at once; not_found when
 *   a path parameter cannot be the id of anything.
 */
export function parseInput(route: Route, req: Request): Input {
  const { params, query, headers, body } = route.request;
  const errors: ErrorDetail[] = [];
  const read = (schema: z.ZodType, value: unknown, place: string): unknown => {
    const result = schema.safeParse(value);
    if (result.success) {
      errors.push(...unstorableTexts(result.data, place));
      return result.data;
    }
    errors.push(...result.error.issues.flatMap((issue) => detailsOf(issue, place, value)));
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
    // No body at all is an empty one: every member that is missing will be named.
    body: body && read(body, withoutBlankMembers(body, req.body ?? {}), ''),
  } as Input;
  errors.push(...leftOutOfQuery(req));
  if (errors.length > 0) {
    const [first] = errors;
    const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
    throw new AppError('validation_failed', `${first?.path}: ${first?.message}${more}.`, {
      errors,
    });
  }
  return input;
}

/**
 * Text that JSON and JavaScript can carry and PostgreSQL cannot: half of a surrogate pair, U+0000.
 * Looked for in what the schemas have let through, since they bound its depth and size.
 */
function unstorableTexts(value: unknown, path: string): ErrorDetail[] {
  if (typeof value === 'string') {
    if (value.isWellFormed() && !value.includes('\0')) return [];
    const message = 'must be well-formed Unicode, without U+0000';
    return [{ path: path.replace(/\.$/, ''), code: 'invalid_text', message }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...unstorableTexts(key, `${path}${key}.`),
    ...unstorableTexts(inner, `${path}${key}.`),
  ]);
}

const NO_PARAMETER = 'is not a parameter of this route';

/** @param value what the schema was given. */
function detailsOf(issue: z.core.$ZodIssue, place: string, value: unknown): ErrorDetail[] {
  const at = (last: readonly PropertyKey[]) =>
    (place + [...issue.path, ...last].map(String).join('.')).replace(/\.$/, '') || 'body';
  if (issue.code === 'unrecognized_keys') {
    const what = place === 'query.' ? NO_PARAMETER : 'is not known here';
    return issue.keys.map((key) => ({ path: at([key]), code: 'unknown', message: what }));
  }
  const isRepeated = place === 'query.' && Array.isArray(memberAt(value, issue.path));
  const isOfOneValue = issue.code === 'invalid_type' || issue.code === 'invalid_value';
  const message = isRepeated && isOfOneValue ? 'must be given once, as one value' : issue.message;
  return [{ path: at([]), code: issue.code, message }];
}

function memberAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    value,
  );
}

/** The parameters that Express's parser drops without a word, so that no schema can refuse them. */
function leftOutOfQuery({ url }: Request): ErrorDetail[] {
  const [, query = ''] = url.split('?', 2);
  // Most have neither the name nor a way to disguise it.
  if (!/__proto__|%/.test(query)) return [];
  return [...new URLSearchParams(query).keys()]
    .map((name) => name.split(/[[\]]+/).filter((member) => member !== ''))
    .filter((members) => members.includes('__proto__'))
    .map((members) => ({
      path: `query.${members.join('.')}`,
      code: 'unknown',
      message: NO_PARAMETER,
    }));
}
