import type { RequestListener, ServerResponse } from 'node:http';
import { problemSchema } from '../../src/openapi/problemSchema.ts';
import { codesOf } from '../../src/openapi/problems.ts';
import { API_BASE } from '../../src/routes/base.ts';
import { PROBLEM_JSON } from '../../src/kernel/problem.ts';
import type { ResponseDefinition, Route } from '../../src/kernel/route.ts';
import { EVENT_STREAM } from '../../src/routes/sendEvents.ts';
import { CSV, NDJSON } from '../../src/routes/sendRows.ts';

/** Checks each answer of a server against its route's declaration. */
export function checkResponses(routes: readonly Route[]) {
  const violations: string[] = [];
  const patterns = routes.map((route) => ({ route, pattern: patternOf(route) }));

  function judge(route: Route, status: number, type: string, text: string): string | undefined {
    if (status === 304) return undefined;
    if (status >= 400) return judgeProblem(route, status, type, text);
    const declared = route.responses[status];
    if (!declared) return `status ${status} is not declared`;
    if (declared.events) return judgeEvents(declared, type, text);
    if (declared.csv && type.startsWith(CSV)) return undefined;
    if (declared.rows) return judgeRows(declared, type, text);
    if (!declared.schema) return text === '' ? undefined : 'a body was not declared';
    const body = JSON.parse(text) as { data: unknown; meta?: unknown };
    const data = declared.schema.safeParse(body.data);
    if (!data.success) return data.error.message;
    const meta = declared.meta?.safeParse(body.meta);
    return meta?.success === false ? `meta: ${meta.error.message}` : undefined;
  }

  return {
    watch(handler: RequestListener): RequestListener {
      return (req, res) => {
        const header = watchHeaders(res);
        const end = res.end.bind(res) as (...args: unknown[]) => typeof res;
        const streamed = watchWrites(res);
        res.end = ((...args: unknown[]) => {
          const [chunk] = args;
          const known = patterns.find(
            ({ route, pattern }) =>
              route.method === req.method?.toLowerCase() &&
              pattern.test(req.url?.split('?')[0] ?? ''),
          );
          // A compressed body goes through write() and is not checked here.
          if (known && header('Content-Encoding') === '') {
            const type = header('Content-Type');
            const text = streamed() + textOf(chunk);
            const wrong = judge(known.route, res.statusCode, type, text);
            if (wrong) violations.push(`${req.method} ${req.url}: ${wrong}`);
          }
          return end(...args);
        }) as typeof res.end;
        handler(req, res);
      };
    },
    assertNothingUndeclared() {
      if (violations.length > 0) {
        throw new Error(`Answers that their routes do not declare:\n${violations.join('\n')}`);
      }
    },
  };
}

const textOf = (chunk: unknown) =>
  typeof chunk === 'string' || Buffer.isBuffer(chunk) ? chunk.toString() : '';

/** What is written before the end of an answer that is sent row by row. */
function watchWrites(res: ServerResponse): () => string {
  const chunks: string[] = [];
  const write = res.write.bind(res) as (...args: unknown[]) => boolean;
  res.write = ((...args: unknown[]) => {
    chunks.push(textOf(args[0]));
    return write(...args);
  }) as typeof res.write;
  return () => chunks.join('');
}

function judgeRows({ schema }: ResponseDefinition, type: string, text: string) {
  if (!type.startsWith(NDJSON)) return `rows came as ${type}`;
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => schema?.safeParse(JSON.parse(line)).error?.message)
    .find((message) => message !== undefined);
}

function judgeEvents({ schema }: ResponseDefinition, type: string, text: string) {
  if (!type.startsWith(EVENT_STREAM)) return `events came as ${type}`;
  return dataOfEvents(text)
    .map((data) => schema?.safeParse(data).error?.message)
    .find((message) => message !== undefined);
}

/** The data of each event of a stream. */
export function dataOfEvents(text: string): unknown[] {
  const lines = [...text.matchAll(/^data: (.*)$/gm)];
  return lines.map(([, data = '']) => JSON.parse(data) as unknown);
}

/** Headers that are passed to writeHead() cannot be read afterwards. */
function watchHeaders(res: ServerResponse): (name: string) => string {
  const written = new Map<string, string>();
  const writeHead = res.writeHead.bind(res) as (...args: unknown[]) => typeof res;
  res.writeHead = (...args: unknown[]) => {
    const lines = args.at(-1);
    if (Array.isArray(lines)) {
      for (let i = 0; i < lines.length; i += 2) written.set(String(lines[i]), String(lines[i + 1]));
    }
    return writeHead(...args);
  };
  return (name) => written.get(name) ?? String(res.getHeader(name) ?? '');
}

function judgeProblem(route: Route, status: number, type: string, text: string) {
  if (!type.startsWith(PROBLEM_JSON)) return `a ${status} came as ${type}`;
  const problem = problemSchema.safeParse(JSON.parse(text));
  if (!problem.success) return problem.error.message;
  return codesOf(route).includes(problem.data.code)
    ? undefined
    : `the code ${problem.data.code} is not declared`;
}

function patternOf({ path }: Route): RegExp {
  return new RegExp(`^${API_BASE}${path.replaceAll(/:\w+/g, '[^/]+')}$`);
}
