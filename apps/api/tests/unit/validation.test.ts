import type { Request } from 'express';
import { z } from 'zod';
import { parseInput } from '../../src/middleware/validation.middleware.ts';
import { AppError } from '../../src/kernel/errors.ts';
import type { Route } from '../../src/kernel/route.ts';
import { idSchema, textSchema } from '../../src/validators/shared.validator.ts';

const route: Route = {
  method: 'post',
  path: '/things/:thingId',
  operationId: 'changeThing',
  summary: 'Change a thing',
  tag: 'Discovery',
  permission: 'public',
  cache: 'private',
  request: {
    params: z.object({ thingId: idSchema('product') }),
    query: z.strictObject({
      limit: z.coerce.number().int().max(100).optional(),
      q: z.string().optional(),
      tag: z.union([textSchema(10), z.array(textSchema(10))]).optional(),
      price: z.strictObject({ gte: textSchema(5).optional() }).optional(),
      page: textSchema(10).default('first'),
    }),
    headers: z.object({ 'if-match': z.string().optional() }),
    body: z.strictObject({
      name: textSchema(10),
      items: z
        .array(z.strictObject({ quantity: z.int().min(1), note: z.string().optional() }))
        .optional(),
      nick: textSchema(10).nullish(),
      kind: z.enum(['a', 'b']).optional(),
      place: z.strictObject({ street: textSchema(10), floor: textSchema(10).nullish() }).nullish(),
      size: z.int().optional(),
      choice: z
        .discriminatedUnion('by', [
          z.strictObject({ by: z.literal('x'), note: textSchema(10).optional() }),
          z.strictObject({ by: z.literal('y'), reason: textSchema(10).optional() }),
        ])
        .optional(),
    }),
  },
  responses: {},
  errors: [],
  handler: () => Promise.reject(new Error('is not called')),
};

const params = { thingId: 'prod_0123456789abcdefghjkmnpqrs' };
const request = (over: object) =>
  ({
    url: '/things',
    params,
    query: {},
    headers: {},
    body: { name: 'x' },
    ...over,
  }) as unknown as Request;

function problemsOf(over: object): Record<string, string> {
  try {
    parseInput(route, request(over));
  } catch (error) {
    if (error instanceof AppError) {
      return Object.fromEntries(error.errors.map(({ path, code }) => [path, code]));
    }
  }
  throw new Error('The request was let through');
}

describe('A request', () => {
  test('is parsed by its schemas', () => {
    const input = parseInput(
      route,
      request({ query: { limit: '5' }, headers: { 'if-match': '"1"', cookie: 'a=b' } }),
    );
    expect(input).toEqual({
      params,
      query: { limit: 5, page: 'first' },
      headers: { 'if-match': '"1"' },
      body: { name: 'x' },
    });
  });

  test.each([
    [{ limit: '', q: '', tag: '', page: '', price: { gte: '' } }, { page: 'first' }],
    [{ limit: ' ', q: '\u200b \u2067', page: '\t', price: '' }, { page: 'first' }],
    [
      { q: ['', ''], tag: ['', 'new', ' '], page: '2' },
      { tag: 'new', page: '2' },
    ],
    [{ tag: ['', 'a', 'b'] }, { tag: ['a', 'b'], page: 'first' }],
  ])('treats parameters without a value as absent: %j', (query, read) => {
    expect(parseInput(route, request({ query })).query).toEqual(read);
  });

  test('treats blank optional texts as absent, at any depth', () => {
    const body = {
      name: 'x',
      nick: '',
      kind: ' ',
      items: [{ quantity: 1, note: '\u00a0' }],
      place: { street: 'a', floor: '' },
      choice: { by: 'y', reason: '' },
    };
    expect(parseInput(route, request({ body })).body).toEqual({
      name: 'x',
      items: [{ quantity: 1 }],
      place: { street: 'a' },
      choice: { by: 'y' },
    });
  });

  test('is refused for a blank value that is no text, is required, or is unknown', () => {
    const body = { name: '', size: '', items: '', place: { street: ' ', attic: '' } };
    expect(problemsOf({ body })).toEqual({
      name: 'too_small',
      size: 'invalid_type',
      items: 'invalid_type',
      'place.street': 'too_small',
      'place.attic': 'unknown',
    });
  });

  test('is refused for a lone surrogate or U+0000 at any depth, which no database stores', () => {
    const items = [
      { quantity: 1, note: 'whole \u{1f600}' },
      { quantity: 1, note: '\udbff' },
    ];
    expect(problemsOf({ query: { q: 'a\0b' }, body: { name: 'lone \ud800', items } })).toEqual({
      'query.q': 'invalid_text',
      name: 'invalid_text',
      'items.1.note': 'invalid_text',
    });
  });

  test('is refused with all errors at once, each with its path', () => {
    expect(
      problemsOf({
        query: { limit: '1000' },
        body: { name: '', items: [{ quantity: 1 }, { quantity: 0 }] },
      }),
    ).toEqual({ 'query.limit': 'too_big', name: 'too_small', 'items.1.quantity': 'too_small' });
  });

  test('is refused with the names of unknown parameters and members', () => {
    expect(
      problemsOf({
        query: { limti: '5', pages: '' },
        body: { name: 'x', items: [{ quantity: 1, colour: 'red' }] },
      }),
    ).toEqual({ 'query.limti': 'unknown', 'query.pages': 'unknown', 'items.0.colour': 'unknown' });
  });

  test.each([
    ['?__proto__=1&q=x', 'query.__proto__'],
    ['?q=1&a%5B__proto__%5D=1', 'query.a.__proto__'],
    ['?%5f%5Fproto__[b]=%E0%A4', 'query.__proto__.b'],
  ])('to %s is refused for a name that its parser drops', (query, path) => {
    expect(problemsOf({ url: `/things${query}` })).toEqual({ [path]: 'unknown' });
  });

  test('may have that name as a value, and in its path', () => {
    const input = parseInput(route, request({ url: '/things/__proto__?q=__proto__' }));
    expect(input.params).toEqual(params);
  });

  test('without a body is refused with the required members', () => {
    expect(problemsOf({ body: undefined })).toEqual({ name: 'invalid_type' });
  });

  test.each([[[]], ['text'], [5], [null]])(
    'with the body %j is refused because it is no object',
    (body) => {
      expect(Object.keys(problemsOf({ body }))).toEqual([body === null ? 'name' : 'body']);
    },
  );

  test('must not have control characters in text', () => {
    expect(problemsOf({ body: { name: 'a\u0000b' } })).toEqual({ name: 'custom' });
  });

  test('for a malformed id is a 404', () => {
    expect(() => parseInput(route, request({ params: { thingId: '../etc' } }))).toThrow(
      expect.objectContaining({ code: 'not_found' }),
    );
  });
});

describe('A request with very many errors', () => {
  const refusalOf = (over: object): AppError => {
    try {
      parseInput(route, request(over));
    } catch (error) {
      if (error instanceof AppError) return error;
    }
    throw new Error('The request was let through');
  };
  const many = (entry: (i: number) => [string, unknown]) =>
    Object.fromEntries(Array.from({ length: 6_000 }, (_, i) => entry(i)));

  test.each([
    ['unknown members', { body: { name: 'x', ...many((i) => [`m${i}`, i]) } }, 6_000],
    [
      'wrong items',
      { body: { name: 'x', items: Array.from({ length: 6_000 }, () => ({ quantity: 0 })) } },
      6_000,
    ],
    [
      'items with unknown members',
      { body: { name: 'x', items: [many((i) => [`m${i}`, i])] } },
      6_001,
    ],
    ['unknown parameters', { query: many((i) => [`p${i}`, '1']) }, 6_000],
  ])('names the first fifty of %s, and counts the rest', (_what, over, count) => {
    const refusal = refusalOf(over);
    expect(refusal.errors).toHaveLength(50);
    expect(refusal.extensions).toEqual({ errorCount: count });
    expect(refusal.message).toContain(`(and ${count - 1} more)`);
  });

  test('has no count when every error is named', () => {
    const { errors, extensions } = refusalOf({ body: { name: 'x', a: 1, b: 2 } });
    expect([errors.length, extensions]).toEqual([2, {}]);
  });

  test('is refused with the beginnings of long names', () => {
    const name = 'n'.repeat(100_000);
    const { errors, message } = refusalOf({ body: { name: 'x', [name]: 1 } });
    expect(errors[0]?.path).toBe(`${'n'.repeat(200)}…`);
    expect(message.length).toBeLessThan(300);
  });

  test('may be nested at any depth', () => {
    const deep: unknown = JSON.parse('{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000));
    expect(refusalOf({ body: { name: 'x', deep } }).errors).toEqual([
      { path: 'deep', code: 'unknown', message: 'is not a known field' },
    ]);
    expect(refusalOf({ body: { name: deep } }).errors[0]?.path).toBe('name');
  });

  test('may have the names of Object.prototype', () => {
    const body: unknown = JSON.parse(
      '{"name":"x","__proto__":{"a":1},"constructor":{"prototype":{"a":1}},"toString":1}',
    );
    expect(
      refusalOf({ body })
        .errors.map(({ path }) => path)
        .toSorted(),
    ).toEqual(['__proto__', 'constructor', 'toString']);
    expect(Reflect.get({}, 'a')).toBeUndefined();
  });

  test('is refused for parameters that the parser would have dropped', () => {
    const url = `/things?${Array.from({ length: 1001 }, (_, i) => `q${i}`).join('&')}`;
    expect(refusalOf({ url }).errors).toEqual([
      { path: 'query', code: 'too_big', message: 'must not have more than 1000 parameters' },
    ]);
  });
});
