import type { Request } from 'express';
import { z } from 'zod';
import { loadConfig } from '../../src/config/index.ts';
import { createContainer, type Container } from '../../src/container.ts';
import { buildDocument } from '../../src/openapi/document.ts';
import { readExamples } from '../../src/openapi/examples.ts';
import { codesOf } from '../../src/openapi/problems.ts';
import { apiRoutes } from '../../src/routes/index.ts';
import { errorCatalog } from '../../src/kernel/errors.ts';
import { holderOf, staffPermissions } from '../../src/kernel/permissions.ts';
import { parseInput } from '../../src/middleware/validation.middleware.ts';
import type { Route } from '../../src/kernel/route.ts';

describe('Every route', () => {
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

  const permissions: readonly string[] = ['public', ...staffPermissions, ...holderOf.keys()];
  const without = (holds: (route: Route) => boolean) =>
    routes.filter((route) => !holds(route)).map(({ operationId }) => operationId);

  test('is found', () => {
    expect(routes.length).toBeGreaterThan(15);
  });

  test('that anyone may call without an id is linked from the root of the API', () => {
    const isEntry = ({ permission, path }: Route) => permission === 'public' && !path.includes(':');
    expect(without((route) => !isEntry(route) || route.links !== undefined)).toEqual([]);
    expect(routes.filter(isEntry).length).toBeGreaterThan(5);
  });

  test('has a unique name and a unique path', () => {
    const names = routes.map(({ operationId }) => operationId);
    const places = routes.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(places).size).toBe(places.length);
  });

  test('limits the length of each list in its body, so that a long one is refused before its items are read', () => {
    const lists = routes.flatMap(({ operationId, request: { body, query } }) =>
      [body, query].flatMap((schema) => (schema ? unboundedLists(schema, operationId) : [])),
    );
    expect(lists).toEqual([]);
  });

  test('says who may call it', () => {
    expect(without(({ permission }) => permissions.includes(permission))).toEqual([]);
  });

  test('has a schema for each of its path parameters', () => {
    const declared = ({ path, request }: Route) =>
      (path.match(/:\w+/g)?.length ?? 0) === 0 || request.params !== undefined;
    expect(without(declared)).toEqual([]);
  });

  test('declares a success with a schema, or a redirect', () => {
    const hasSuccess = ({ responses }: Route) =>
      Object.entries(responses).some(
        ([status, { schema, csv }]) =>
          status === '303' || (status.startsWith('2') && (schema ?? csv)),
      );
    expect(without(hasSuccess)).toEqual([]);
  });

  test('has a summary of one line without a full stop', () => {
    expect(without(({ summary }) => /^[A-Z].{5,70}[^.]$/.test(summary))).toEqual([]);
  });

  test('with the method POST that changes something honours an Idempotency-Key, unless nothing of it may be kept', () => {
    const document = buildDocument(routes, readExamples());
    const kept = routes.filter(({ idempotency }) => idempotency === 'none');
    // Its request is a secret, and its answer a token.
    const without = new Set(['issueMachineToken', ...kept.map((route) => route.operationId)]);
    for (const [path, item] of Object.entries(document.paths ?? {})) {
      if (!item.post || path.includes('webhooks')) continue;
      if (without.has(item.post.operationId ?? '')) continue;
      const parameters = (item.post.parameters ?? []).map((parameter) =>
        'name' in parameter ? parameter.name : '',
      );
      expect(parameters).toContain('idempotency-key');
    }
  });

  test('treats a parameter without a value as absent', () => {
    const read = (route: Route, query: object) => {
      const request = { url: '', params: {}, query, headers: {} } as unknown as Request;
      const { params: _params, headers: _headers, body: _body, ...parts } = route.request;
      return parseInput({ ...route, request: parts }, request).query;
    };
    const listed = routes.filter(({ request: { query } }) => query instanceof z.ZodObject);
    expect(listed.length).toBeGreaterThan(5);
    for (const route of listed) {
      const names = Object.keys((route.request.query as z.ZodObject).shape);
      const blank = Object.fromEntries(names.map((name) => [name, '']));
      expect(read(route, blank)).toEqual(read(route, {}));
    }
  });

  test('documents that', () => {
    const document = buildDocument(routes, readExamples());
    const parameters = Object.values(document.paths ?? {})
      .flatMap((item) => item.get?.parameters ?? [])
      .filter((parameter) => 'in' in parameter)
      .filter((parameter) => parameter.in === 'query' && parameter.required !== true);
    expect(parameters.length).toBeGreaterThan(20);
    expect(parameters.filter(({ allowEmptyValue }) => allowEmptyValue !== true)).toEqual([]);
    expect(document.info.description).toContain('**Blanks**');
  });

  test('is in the document with each of its error codes', () => {
    const text = JSON.stringify(buildDocument(routes, readExamples()));
    for (const code of routes.flatMap(codesOf)) {
      expect(errorCatalog[code]).toBeDefined();
      expect(text).toContain(`/docs/errors#${code}`);
    }
  });
});

/** The paths at which a schema has a list without a maximum length. */
function unboundedLists(schema: z.ZodType, place: string): string[] {
  const visit = (node: unknown, at: string): string[] => {
    if (typeof node !== 'object' || node === null) return [];
    const isUnbounded = Reflect.get(node, 'type') === 'array' && !('maxItems' in node);
    const inner = Object.entries(node).flatMap(([key, value]) => visit(value, `${at}.${key}`));
    return isUnbounded ? [at, ...inner] : inner;
  };
  return visit(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), place);
}
