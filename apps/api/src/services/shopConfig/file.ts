import { LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { EnvironmentError } from '../../utils/environmentError.ts';
import { shopConfigSchema, type ShopConfig } from './schema.ts';

/** Everything that is wrong with a file, at once, each with its line and path. */
export class ShopConfigError extends EnvironmentError {
  constructor(file: string, problems: readonly string[]) {
    const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
    super(
      [
        `${file} has ${count}:`,
        ...problems.map((problem) => `  ${problem}`),
        'Nothing was changed. Correct the file and try it with --dry-run; docs/guides/production.md describes its fields.',
      ].join('\n'),
    );
  }
}

/**
 * Reads a file, YAML or JSON (which YAML includes). Every value is its text: 19.90 keeps its
 * digits, and `NO` is not a "no".
 * @param name the file's name, for its problems.
 * @throws {ShopConfigError}
 */
export function readShopConfig(source: string, name: string): ShopConfig {
  const lines = new LineCounter();
  const document = parseDocument(source, { schema: 'failsafe', lineCounter: lines });
  const [broken] = document.errors;
  if (broken) throw new ShopConfigError(name, [broken.message.trim().replaceAll('\n', '\n    ')]);
  const read = shopConfigSchema.safeParse(document.toJS() ?? {}, { error: wording });
  if (read.success) return read.data;
  const problems = read.error.issues.flatMap(spread).map(({ path, message }) => {
    const line = lineOf(document, lines, path);
    return `${line === undefined ? '' : `line ${line}: `}${pathText(path)} ${message}`.trim();
  });
  throw new ShopConfigError(name, problems);
}

interface Placed {
  path: PropertyKey[];
  message: string;
}

/** Reports an unknown member at its position; for a union, the problem of its last form. */
function spread(issue: z.core.$ZodIssue): Placed[] {
  if (issue.code === 'unrecognized_keys') {
    const message = 'is not a known field. Compare its spelling with docs/guides/production.md.';
    return issue.keys.map((key) => ({ path: [...issue.path, key], message }));
  }
  if (issue.code === 'invalid_union') {
    const last = issue.errors.map((errors) =>
      errors.filter(({ code }) => code !== 'invalid_value'),
    );
    const said = last.find((errors) => errors.length > 0) ?? [];
    return said
      .flatMap(spread)
      .map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
  }
  return [{ path: issue.path, message: issue.message }];
}

/** In the words of a file, where zod speaks of types. */
const wording: z.core.$ZodErrorMap = (issue) => {
  if (issue.code !== 'invalid_type') return undefined;
  if (issue.input === undefined) return 'is missing';
  const kinds: Record<string, string> = {
    array: 'a list',
    object: 'a mapping',
    record: 'a mapping',
    string: 'a text or a number',
  };
  return `must be ${kinds[issue.expected] ?? issue.expected}`;
};

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}

/** The line of what is at the path, or of the nearest thing around it. */
function lineOf(
  document: Document.Parsed,
  lines: LineCounter,
  path: readonly PropertyKey[],
): number | undefined {
  for (let depth = path.length; depth >= 0; depth--) {
    const node: unknown = document.getIn(path.slice(0, depth), true);
    const range = typeof node === 'object' && node !== null && 'range' in node && node.range;
    if (Array.isArray(range)) return lines.linePos(Number(range[0])).line;
  }
  return undefined;
}
