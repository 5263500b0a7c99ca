import {
  CartwrightConnectionError,
  createCartwright,
  createMemoryStore,
  createStorageStore,
  isProblem,
  type ApiOptions,
  type SavedSession,
  type SessionEnd,
  type SessionStore,
} from '../src/index.ts';
import { openScriptedShop, refuse, type ScriptedShop, type Step } from './helpers/scriptedShop.ts';
import { openTokenShop, signedIn } from './helpers/tokenShop.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A client of a shop whose access tokens a test can let expire. */
async function open(options: Partial<ApiOptions> = {}) {
  const tokenShop = await openTokenShop();
  closing.push(() => tokenShop.server.close());
  const shop = createCartwright({ baseUrl: tokenShop.server.base, retries: 0, ...options });
  const ends: SessionEnd[] = [];
  shop.auth.onEnd((reason) => void ends.push(reason));
  return { shop, ends, ...tokenShop };
}

async function openOther(step: Step): Promise<ScriptedShop> {
  const other = await openScriptedShop(step);
  closing.push(() => other.close());
  return other;
}

const ada = { email: 'ada@example.com', password: 'correct horse battery' };
const pathsOf = ({ received }: ScriptedShop) =>
  received.map(({ url }) => url.replace('/api/v1', ''));
const refreshes = (server: ScriptedShop) =>
  pathsOf(server).filter((path) => path === '/auth/refresh').length;

/** A store that is as slow as one on a disk. */
function slowStore(): SessionStore {
  let kept: SavedSession | undefined;
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  return {
    async load() {
      const found = kept;
      await wait(5);
      return found;
    },
    async save(saved) {
      await wait(5);
      kept = saved;
    },
  };
}

test('fifty calls whose access token has expired share one refresh, and all succeed', async () => {
  const { shop, server, expireTokens } = await open();
  await shop.auth.signIn(ada);
  expireTokens();
  const calls = await Promise.all(Array.from({ length: 50 }, () => shop.me.get()));
  expect(calls.map(({ id }) => id)).toEqual(Array(50).fill('cus_1'));
  expect(refreshes(server)).toBe(1);
});

test.each([
  ['memory', createMemoryStore],
  ['a slow store', slowStore],
])('a refusal that arrives after the refresh uses its token (%s)', async (_name, makeStore) => {
  const { shop, server, expireTokens, delayFor } = await open({
    session: { store: makeStore() },
  });
  await shop.auth.signIn(ada);
  expireTokens();
  delayFor((index) => index * 10);
  await Promise.all(Array.from({ length: 20 }, () => shop.me.get()));
  expect(refreshes(server)).toBe(1);
});

test('a refused refresh ends the session once, and tells the listener once', async () => {
  const { shop, ends, server, expireTokens, revoke } = await open();
  await shop.auth.signIn(ada);
  expireTokens();
  revoke();
  const calls = await Promise.allSettled(Array.from({ length: 50 }, () => shop.me.get()));
  for (const call of calls) {
    expect(call.status === 'rejected' && isProblem(call.reason, 'unauthorized')).toBe(true);
  }
  expect(ends).toEqual(['refused']);
  expect(refreshes(server)).toBe(1);
  await expect(shop.me.get()).rejects.toMatchObject({ code: 'unauthorized' });
  expect(server.received.at(-1)?.headers).not.toHaveProperty('authorization');
  expect(ends).toHaveLength(1);
});

test('a refresh without an answer leaves the session as it is', async () => {
  const { shop, ends, expireTokens, cutRefreshes } = await open();
  await shop.auth.signIn(ada);
  expireTokens();
  cutRefreshes(3);
  await expect(shop.me.get()).rejects.toBeInstanceOf(CartwrightConnectionError);
  expect(ends).toEqual([]);
  expect(await shop.me.get()).toMatchObject({ id: 'cus_1' });
});

test('a write that is sent again after a refresh has the same body and the same key', async () => {
  const { shop, server, expireTokens } = await open();
  await shop.auth.signIn(ada);
  expireTokens();
  await shop.carts.create({ currency: 'USD' });
  const writes = server.received.filter(({ url }) => url.endsWith('/carts'));
  expect(writes.map(({ body }) => body)).toEqual(Array(2).fill('{"currency":"USD"}'));
  const keys = new Set(writes.map(({ headers }) => headers['idempotency-key']));
  expect([...keys]).toEqual([expect.stringMatching(/^\w{32}$/)]);
});

test('an access token is replaced before it expires', async () => {
  const { shop, server, setLifetime } = await open();
  setLifetime(20);
  await shop.auth.signIn(ada);
  setLifetime(900);
  await shop.me.get();
  await shop.me.get();
  expect(pathsOf(server)).toEqual(['/auth/login', '/auth/refresh', '/me', '/me']);
});

test('a wrong password is no expired token', async () => {
  const { shop, server } = await open();
  await shop.auth.signIn(ada);
  const wrong = { ...ada, password: 'wrong' };
  const refusal: unknown = await shop.auth.signIn(wrong).catch((error: unknown) => error);
  expect(isProblem(refusal, 'invalid_credentials')).toBe(true);
  expect(isProblem(refusal, 'unauthorized')).toBe(false);
  expect(isProblem(new Error('other'))).toBe(false);
  expect(refreshes(server)).toBe(0);
  expect(server.received.at(-1)?.headers).not.toHaveProperty('authorization');
});

test('a sign-out during a refresh wins: the tokens of the refresh are not kept', async () => {
  const store = createMemoryStore();
  const { shop, expireTokens, delayFor } = await open({ session: { store } });
  await shop.auth.signIn(ada);
  expireTokens();
  delayFor(() => 50);
  const late = shop.me.get().catch((error: unknown) => error);
  await new Promise((resolve) => setTimeout(resolve, 70));
  await shop.auth.signOut();
  expect(isProblem(await late, 'unauthorized')).toBe(true);
  expect((await store.load())?.tokens).toBeUndefined();
});

test('signing out sends the refresh token, forgets both, and keeps the device known', async () => {
  const { shop, server, ends } = await open();
  await shop.auth.signIn(ada);
  await shop.auth.signOut();
  expect(server.received.at(-1)).toMatchObject({
    url: '/api/v1/auth/logout',
    body: JSON.stringify({ refreshToken: 'refresh-1' }),
  });
  expect(ends).toEqual(['signed_out']);
  await shop.categories.list();
  expect(server.received.at(-1)?.headers).not.toHaveProperty('authorization');
  await shop.auth.signIn(ada);
  expect(JSON.parse(server.received.at(-1)?.body ?? '')).toMatchObject({ deviceToken: 'device-1' });
});

test('tokens are sent to no other origin, neither by a call nor by a redirect', async () => {
  const { shop, server } = await open();
  await shop.auth.signIn(ada);
  const other = await openOther(refuse(404, 'not_found'));
  await shop.api.GET('/api/v1/me', { baseUrl: other.base });
  expect(other.received[0]?.headers).not.toHaveProperty('authorization');

  const elsewhere = { Location: `${other.base}/caught` };
  const moved = await openOther((response) => void response.writeHead(307, elsewhere).end());
  const store: SessionStore = {
    load: () => ({ tokens: { ...signedIn, expiresAt: 0, version: 'a' } }),
    save: () => undefined,
  };
  const redirected = createCartwright({ baseUrl: moved.base, retries: 0, session: { store } });
  await expect(redirected.me.get()).rejects.toBeInstanceOf(CartwrightConnectionError);
  await expect(redirected.auth.signIn(ada)).rejects.toBeInstanceOf(CartwrightConnectionError);
  expect(other.received).toHaveLength(1);
  expect(pathsOf(server)).toEqual(['/auth/login']);
});

test('a call with its own Authorization keeps it', async () => {
  const { shop, server } = await open();
  await shop.auth.signIn(ada);
  await shop.categories.list({ headers: { Authorization: 'Bearer other' } });
  expect(server.received.at(-1)?.headers).toMatchObject({ authorization: 'Bearer other' });
});

test('in the mode `cookie` writes repeat the CSRF token, and reads send none', async () => {
  const { shop, server, expireTokens } = await open({ session: { mode: 'cookie' } });
  await shop.auth.signIn(ada);
  expect(JSON.parse(server.received.at(-1)?.body ?? '')).toMatchObject({ mode: 'cookie' });
  await shop.carts.create();
  expect(server.received.at(-1)?.headers).toMatchObject({ 'x-csrf-token': 'csrf-1' });
  await shop.categories.list();
  expect(server.received.at(-1)?.headers).not.toHaveProperty('x-csrf-token');
  expect(server.received.at(-1)?.headers).not.toHaveProperty('authorization');
  expireTokens();
  await shop.carts.create();
  expect(refreshes(server)).toBe(1);
  expect(server.received.find(({ url }) => url.endsWith('/refresh'))?.body).toBe('{}');
});

test('in the mode `cookie` requests include cookies, also to another origin', async () => {
  const modes: string[] = [];
  const recording: typeof fetch = (input, init) => {
    modes.push((input as Request).credentials);
    return fetch(input, init);
  };
  const { shop } = await open({ session: { mode: 'cookie' }, fetch: recording });
  await shop.auth.signIn(ada);
  await shop.categories.list();
  expect(modes).toEqual(['include', 'include']);
});

test('a session in a storage is that of the next client, too', async () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  const { shop, server } = await open({ session: { store: createStorageStore(storage) } });
  await shop.auth.signIn(ada);
  const reloaded = createCartwright({
    baseUrl: server.base,
    session: { store: createStorageStore(storage) },
  });
  expect(await reloaded.auth.resume()).toMatchObject({ user: { id: 'usr_1' } });
  await reloaded.auth.signOut();
  expect(await shop.auth.resume()).toBeUndefined();
});

test('a reload in the mode `cookie` finds the session that only the browser knows', async () => {
  const { shop, server, revoke } = await open({ session: { mode: 'cookie' } });
  expect(await shop.auth.resume()).toMatchObject({ user: { id: 'usr_1' } });
  expect(pathsOf(server)).toEqual(['/auth/refresh', '/auth/me']);
  revoke();
  const stranger = createCartwright({ baseUrl: server.base, session: { mode: 'cookie' } });
  expect(await stranger.auth.resume()).toBeUndefined();
});
