import { loadConfig } from '../../src/config/index.ts';
import { createContainer, type Container } from '../../src/container.ts';
import { buildDocument } from '../../src/openapi/document.ts';
import { readExamples } from '../../src/openapi/examples.ts';
import { codesOf } from '../../src/openapi/problems.ts';
import { apiRoutes } from '../../src/routes/index.ts';
import { errorCatalog } from '../../src/utils/errors.ts';
import { staffPermissions } from '../../src/utils/permissions.ts';
import type { Route } from '../../src/utils/route.ts';

describe('Every route', () => {
  let container: Container;
  let routes: Route[];

  beforeAll(async () => {
    // Nothing is connected to: the routes are only looked at.
    container = await createContainer(
      loadConfig({ NODE_ENV: 'test', DATABASE_URL: 'postgresql://127.0.0.1:1/none' }),
    );
    routes = apiRoutes(container);
  });
  afterAll(() => container.close());

  const permissions: readonly string[] = ['public', ...staffPermissions];
  const without = (holds: (route: Route) => boolean) =>
    routes.filter((route) => !holds(route)).map(({ operationId }) => operationId);

  test('is there to be looked at', () => {
    expect(routes.length).toBeGreaterThan(15);
  });

  test('has a name of its own and a path of its own', () => {
    const names = routes.map(({ operationId }) => operationId);
    const places = routes.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(places).size).toBe(places.length);
  });

  test('says who may call it', () => {
    expect(without(({ permission }) => permissions.includes(permission))).toEqual([]);
  });

  test('has a schema for each of its path parameters', () => {
    const declared = ({ path, request }: Route) =>
      (path.match(/:\w+/g)?.length ?? 0) === 0 || request.params !== undefined;
    expect(without(declared)).toEqual([]);
  });

  test('declares a success with a schema', () => {
    const hasSuccess = ({ responses }: Route) =>
      Object.entries(responses).some(([status, { schema }]) => status.startsWith('2') && schema);
    expect(without(hasSuccess)).toEqual([]);
  });

  test('says what it is for in one line without a full stop', () => {
    expect(without(({ summary }) => /^[A-Z].{5,70}[^.]$/.test(summary))).toEqual([]);
  });

  test('that changes something honours an Idempotency-Key when it is a POST', () => {
    const document = buildDocument(routes, readExamples());
    for (const [path, item] of Object.entries(document.paths ?? {})) {
      if (!item.post || path.includes('webhooks')) continue;
      const parameters = (item.post.parameters ?? []).map((parameter) =>
        'name' in parameter ? parameter.name : '',
      );
      expect(parameters).toContain('idempotency-key');
    }
  });

  test('is in the document with each of its error codes', () => {
    const text = JSON.stringify(buildDocument(routes, readExamples()));
    for (const code of routes.flatMap(codesOf)) {
      expect(errorCatalog[code]).toBeDefined();
      expect(text).toContain(`/docs/errors#${code}`);
    }
  });
});
