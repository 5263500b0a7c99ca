import { setTimeout as delay } from 'node:timers/promises';
import { createCartwright, type ApiOptions, type Cartwright } from '../src/index.ts';
import {
  answer,
  cut,
  cutHalfway,
  hang,
  openScriptedShop,
  refuse,
  type ScriptedShop,
  type Step,
} from './helpers/scriptedShop.ts';

const cart = answer(201, { data: { id: 'cart_1' } });
const categories = answer(200, { data: [] });

let server: ScriptedShop | undefined;
afterEach(() => server?.close());

/** A client of a server that does what the steps say. Waits are short unless a test asks for others. */
async function open(steps: [Step, ...Step[]], options: Partial<ApiOptions> = {}) {
  server = await openScriptedShop(...steps);
  const shop = createCartwright({ baseUrl: server.base, backoffMs: 1, ...options });
  return { shop, server };
}

/** Ends a call as soon as the server has it, however long that takes. */
async function leaveWhenAsked({ received }: ScriptedShop, abort: AbortController) {
  while (received.length === 0) await delay(5);
  await delay(50);
  abort.abort(new Error('the shopper left'));
}

const keysOf = ({ received }: ScriptedShop) =>
  received.map(({ headers }) => headers['idempotency-key']);

test('a POST whose answer was lost is retried with the same key, so that it has one effect', async () => {
  const effects = new Map<unknown, string>();
  const act: Step = (_response, { headers }) => {
    const key = headers['idempotency-key'];
    if (!effects.has(key)) effects.set(key, `cart_${effects.size + 1}`);
  };
  const { shop, server } = await open([
    (response, request) => {
      act(response, request);
      cut(response, request);
    },
    (response, request) => {
      act(response, request);
      const id = effects.get(request.headers['idempotency-key']);
      answer(201, { data: { id } })(response, request);
    },
  ]);
  expect(await shop.carts.create({ currency: 'USD' })).toMatchObject({ id: 'cart_1' });
  expect(server.received.map(({ body }) => body)).toEqual(Array(2).fill('{"currency":"USD"}'));
  expect(effects.size).toBe(1);
});

test('each POST has a unique random key, unless the caller gives one', async () => {
  const { shop, server } = await open([cart]);
  await shop.carts.create();
  await shop.carts.create();
  await shop.carts.create({}, { idempotencyKey: 'of-my-own' });
  const [first, second, third] = keysOf(server);
  expect(first).toMatch(/^[0-9a-f]{32}$/);
  expect(second).toMatch(/^[0-9a-f]{32}$/);
  expect(second).not.toBe(first);
  expect(third).toBe('of-my-own');
});

test.each<[string, Step]>([
  ['an answer that is cut off half-way', cutHalfway],
  ['too many requests', refuse(429, 'rate_limited')],
  ['a shop that is down', refuse(503, 'service_unavailable')],
  ['a proxy that finds no shop', answer(502, 'Bad gateway')],
  ['a first request that still runs', refuse(409, 'idempotency_in_flight')],
])('%s is retried, with the same key', async (_name, failure) => {
  const { shop, server } = await open([failure, failure, cart]);
  expect(await shop.carts.create()).toMatchObject({ id: 'cart_1' });
  expect(server.received).toHaveLength(3);
  expect(new Set(keysOf(server)).size).toBe(1);
});

test('a GET is retried without a key', async () => {
  const { shop, server } = await open([cut, categories]);
  expect(await shop.categories.list()).toEqual([]);
  expect(keysOf(server)).toEqual([undefined, undefined]);
});

test.each<[string, Step]>([
  ['a lost connection', cut],
  ['a shop that is down', refuse(503, 'service_unavailable')],
])('a PATCH is not retried after %s', async (_name, failure) => {
  const { shop, server } = await open([failure, cart]);
  await expect(shop.carts.update('cart_1', { email: 'ada@example.com' })).rejects.toBeInstanceOf(
    Error,
  );
  expect(server.received).toHaveLength(1);
});

test.each<[string, Step]>([
  ['a conflict', refuse(409, 'out_of_stock')],
  ['a fault of the shop', refuse(500, 'internal_error')],
])('%s is an answer, and not retried', async (_name, refusal) => {
  const { shop, server } = await open([refusal]);
  await expect(shop.carts.create()).rejects.toMatchObject({ name: 'CartwrightProblem' });
  expect(server.received).toHaveLength(1);
});

test('retries are limited, and the caller gets the last failure', async () => {
  const { shop, server } = await open([cut, refuse(503, 'service_unavailable'), cut], {
    retries: 2,
  });
  await expect(shop.carts.create()).rejects.toMatchObject({ name: 'CartwrightConnectionError' });
  expect(server.received).toHaveLength(3);
});

test('a retry waits for Retry-After', async () => {
  const { shop, server } = await open([
    refuse(429, 'rate_limited', { 'Retry-After': '1' }),
    categories,
  ]);
  await shop.categories.list();
  // Timers may fire up to a millisecond early.
  expect(server.gaps()[0]).toBeGreaterThanOrEqual(999);
});

test('a Retry-After beyond the limit ends the call at once', async () => {
  const inAnHour = new Date(Date.now() + 3_600_000).toUTCString();
  const { shop, server } = await open([
    refuse(503, 'service_unavailable', { 'Retry-After': inAnHour }),
  ]);
  const refusal = await shop.categories.list().catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: 'service_unavailable' });
  expect(server.received).toHaveLength(1);
});

test('an attempt that takes too long is aborted, and the next may succeed', async () => {
  const { shop, server } = await open([hang, cart], { timeoutMs: 200 });
  expect(await shop.carts.create()).toMatchObject({ id: 'cart_1' });
  expect(new Set(keysOf(server)).size).toBe(1);
});

test('a signal aborts a call that waits for its next attempt', async () => {
  const { shop, server } = await open([refuse(429, 'rate_limited', { 'Retry-After': '20' })]);
  const abort = new AbortController();
  const call = shop.categories.list({ signal: abort.signal });
  void leaveWhenAsked(server, abort);
  await expect(call).rejects.toThrow('the shopper left');
  expect(server.received).toHaveLength(1);
});

test.each([
  ['is repeated', (shop: Cartwright, signal: AbortSignal) => shop.categories.list({ signal })],
  [
    'is not repeated',
    (shop: Cartwright, signal: AbortSignal) => shop.carts.update('cart_1', {}, { signal }),
  ],
])('a signal aborts a call that %s, while it waits for its answer', async (_name, begin) => {
  const { shop, server } = await open([hang]);
  const abort = new AbortController();
  const call = begin(shop, abort.signal);
  void leaveWhenAsked(server, abort);
  await expect(call).rejects.toThrow('the shopper left');
  expect(server.received).toHaveLength(1);
});
