import type { z } from 'zod';
import { loadConfig } from '../../src/config/index.ts';
import { createContainer, type Container } from '../../src/container.ts';
import { readExamples, type OperationExample } from '../../src/openapi/examples.ts';
import { headersOfSuccess } from '../../src/openapi/headers.ts';
import { codesOf } from '../../src/openapi/problems.ts';
import { problemSchema } from '../../src/openapi/problemSchema.ts';
import { apiRoutes } from '../../src/routes/index.ts';
import { cacheControl } from '../../src/routes/send.ts';
import type { Route } from '../../src/kernel/route.ts';
import { dataOfEvents } from '../helpers/responseCheck.ts';

const remedy = 'Record them again: npm run openapi:examples && npm run openapi';

describe('The recorded examples', () => {
  const examples = readExamples();
  let container: Container;
  let routes: Route[];

  beforeAll(async () => {
    // The routes are only read; nothing connects.
    container = await createContainer(
      loadConfig({ NODE_ENV: 'test', DATABASE_URL: 'postgresql://127.0.0.1:1/none' }),
    );
    routes = apiRoutes(container);
  });
  afterAll(() => container.close());

  /** The errors in the example of each route. */
  function wrongs(judge: (route: Route, example: OperationExample) => string | undefined) {
    return routes.flatMap((route) => {
      const example = examples[route.operationId];
      const wrong = example && judge(route, example);
      return wrong === undefined ? [] : [`${route.operationId}: ${wrong}. ${remedy}`];
    });
  }

  test('exist for every operation, and for nothing else', () => {
    const outside = ['receiveProviderEvent', 'issueMachineToken', 'getLiveness', 'getReadiness'];
    const names = [...routes.map(({ operationId }) => operationId), ...outside];
    expect(Object.keys(examples).toSorted()).toEqual(names.toSorted());
  });

  test('have requests that the shop accepts', () => {
    const judged = wrongs(({ request }, { request: sent }) => {
      const bad = [
        request.params?.safeParse(sent.params),
        request.query?.safeParse(sent.query ?? {}),
        request.headers?.safeParse(sent.headers ?? {}),
        request.body?.safeParse(sent.body ?? {}),
      ].find((result) => result?.success === false);
      return bad?.error?.message;
    });
    expect(judged).toEqual([]);
  });

  test('have exactly the members of the declared answers', () => {
    const judged = wrongs((route, { response }) => {
      const definition = route.responses[response.status];
      if (!definition) return `the status ${response.status} is not declared`;
      if (definition.events) return misfitOfEvents(definition.schema, String(response.body));
      // Where an answer may be CSV, its example is.
      if (definition.csv)
        return /^Handle,.*\n/.test(String(response.body)) ? undefined : 'no header';
      if (definition.rows) return misfitOfLines(definition.schema, String(response.body));
      const { data, meta } = response.body as { data: unknown; meta?: unknown };
      return misfit(definition.schema, data) ?? misfit(definition.meta, meta);
    });
    expect(judged).toEqual([]);
  });

  test('have the headers that the document declares', () => {
    const judged = wrongs((route, { response: { status, headers } }) => {
      const promised = Object.keys(headersOfSuccess(route, status)).filter((name) =>
        ['Cache-Control', 'ETag', 'Link', 'Location'].includes(name),
      );
      if (headers['Cache-Control'] !== cacheControl[route.cache]) return headers['Cache-Control'];
      const came = Object.keys(headers);
      return promised.toSorted().join() === came.toSorted().join()
        ? undefined
        : `${promised.join()} promised, ${came.join()} sent`;
    });
    expect(judged).toEqual([]);
  });

  test('show refusals that the operation declares, as problem documents', () => {
    const judged = wrongs((route, { problems }) => {
      const codes: readonly string[] = codesOf(route);
      const undeclared = Object.keys(problems).find((code) => !codes.includes(code));
      if (undeclared !== undefined) return `${undeclared} is not declared`;
      return Object.values(problems)
        .map((problem) => problemSchema.safeParse(problem).error?.message)
        .find((message) => message !== undefined);
    });
    expect(judged).toEqual([]);
  });

  test('show the code that a request with an unknown member or an unknown id gets', () => {
    const judged = wrongs((route, { problems }) => {
      const wanted = ['validation_failed', ...(route.request.params ? ['not_found'] : [])];
      return wanted.find((code) => !(code in problems));
    });
    expect(judged).toEqual([]);
  });
});

/** How a value differs from its schema; unknown members count. */
function misfit(schema: z.ZodType | undefined, value: unknown): string | undefined {
  if (!schema) return value === undefined ? undefined : 'was not declared';
  const result = schema.safeParse(value);
  if (!result.success) return result.error.message;
  const [known, sent] = [membersOf(result.data), membersOf(value)];
  return sent.find((member) => !known.includes(member));
}

/** The same of lines of JSON. */
function misfitOfLines(schema: z.ZodType | undefined, text: string): string | undefined {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => misfit(schema, JSON.parse(line)))
    .find((wrong) => wrong !== undefined);
}

/** The same of the data of events. */
function misfitOfEvents(schema: z.ZodType | undefined, text: string): string | undefined {
  return dataOfEvents(text)
    .map((data) => misfit(schema, data))
    .find((wrong) => wrong !== undefined);
}

/** The paths of all members, with each element of a list. */
function membersOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, inner]) => membersOf(inner, `${path}.${key}`)),
  ];
}
