import { SoftwareAuthenticator } from '../../../apps/api/tests/helpers/authenticator.ts';
import { codeOf } from '../../../apps/api/tests/helpers/factors.ts';
import {
  createCartwright,
  createMemoryStore,
  isProblem,
  type SessionOptions,
  type SessionStore,
  type SignInResult,
} from '../src/index.ts';
import { fragmentFor, tokenOf } from './helpers/caughtMails.ts';
import { fullCart, findDemoShop, type DemoShop } from './helpers/demoShop.ts';

// The areas `auth`, `me` and `newsletter` against a running shop.

jest.setTimeout(240_000);

let running: DemoShop;
beforeAll(async () => {
  running = await findDemoShop();
});

const password = 'correct horse battery';
let people = 0;

const openClient = (session: SessionOptions = {}, fetch?: typeof globalThis.fetch) =>
  createCartwright({ baseUrl: running.base, session, ...(fetch && { fetch }) });

/** A client whose shopper has registered and signed in. */
async function newShopper(session: SessionOptions = {}, fetch?: typeof globalThis.fetch) {
  const shop = openClient(session, fetch);
  const email = `shopper${++people}@example.com`;
  await shop.auth.register({ email, password, firstName: 'Ada' });
  const result = await shop.auth.signIn({ email, password });
  return { shop, email, result };
}

/** The same with a proved address, which second factors need. */
async function newMember() {
  const { shop, email } = await newShopper();
  await shop.auth.verifyEmail({
    token: tokenOf(await fragmentFor(running, email, 'verify-email')),
  });
  return { shop, email };
}

/** Makes the next call refresh first. */
async function age(store: SessionStore): Promise<void> {
  const saved = await store.load();
  if (saved?.tokens) await store.save({ ...saved, tokens: { ...saved.tokens, expiresAt: 0 } });
}

function challengeOf(result: SignInResult) {
  if (result.status !== 'factor_required') throw new Error('No challenge');
  return result.challenge;
}

/** A `fetch` with the cookies of a browser. */
function browserFetch(): typeof fetch {
  const jar = new Map<string, string>();
  return async (input, init) => {
    const request = input as Request;
    const cookies = [...jar].map(([name, value]) => `${name}=${value}`);
    if (cookies.length > 0) request.headers.set('Cookie', cookies.join('; '));
    const answer = await fetch(request, init);
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/Max-Age=0/.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };
}

test('registering resolves for a known address as well, and a wrong password is refused', async () => {
  const { shop, email, result } = await newShopper();
  expect(result).toMatchObject({
    status: 'signed_in',
    user: { email },
    session: { current: true },
  });
  expect(JSON.stringify(result)).not.toContain('Token');
  await openClient().auth.register({ email, password });
  const refused = await openClient()
    .auth.signIn({ email, password: 'not the password' })
    .catch((error: unknown) => error);
  expect(isProblem(refused, 'invalid_credentials')).toBe(true);
  expect(await shop.auth.resume()).toMatchObject({ user: { email, emailVerified: false } });
});

test('parallel calls refresh an aged session once, and go on with it', async () => {
  const store = createMemoryStore();
  const sent: string[] = [];
  const recording: typeof fetch = (input, init) => {
    sent.push(new URL((input as Request).url).pathname);
    return fetch(input, init);
  };
  const { shop, email } = await newShopper({ store }, recording);
  await age(store);
  const profiles = await Promise.all(Array.from({ length: 20 }, () => shop.me.get()));
  expect(new Set(profiles.map((profile) => profile.email))).toEqual(new Set([email]));
  expect(sent.filter((path) => path.endsWith('/refresh'))).toHaveLength(1);
  await age(store);
  expect(await shop.me.get()).toMatchObject({ email });
});

test('an access token that the shop refuses is replaced, and the call is repeated', async () => {
  const store = createMemoryStore();
  const { shop, email } = await newShopper({ store });
  const saved = await store.load();
  if (!saved?.tokens) throw new Error('No session');
  const accessToken = saved.tokens.accessToken?.replace(/.{5}$/, 'AAAAA');
  await store.save({ ...saved, tokens: { ...saved.tokens, accessToken } });
  expect(await shop.me.update({ lastName: 'Lovelace' })).toMatchObject({ email });
});

test('a session that ended elsewhere ends here, and is told once', async () => {
  const store = createMemoryStore();
  const { shop } = await newShopper({ store });
  const saved = await store.load();
  const ends: string[] = [];
  shop.auth.onEnd((reason) => void ends.push(reason));
  const elsewhere = openClient({ store: createMemoryStore(saved) });
  await elsewhere.auth.signOut();
  const calls = await Promise.allSettled([shop.me.get(), shop.me.get(), shop.me.get()]);
  for (const call of calls)
    expect(call.status === 'rejected' && isProblem(call.reason, 'unauthorized')).toBe(true);
  expect(ends).toEqual(['refused']);
  expect(await shop.auth.resume()).toBeUndefined();
});

test('the mode `cookie` reads, writes, refreshes and signs out by cookies', async () => {
  const [store, browser] = [createMemoryStore(), browserFetch()];
  const { shop, email } = await newShopper({ mode: 'cookie', store }, browser);
  expect((await store.load())?.tokens).toMatchObject({ mode: 'cookie', accessToken: undefined });
  expect(await shop.me.update({ firstName: 'Grace' })).toMatchObject({ firstName: 'Grace' });
  await age(store);
  expect(await shop.me.get()).toMatchObject({ email });
  const reloaded = openClient({ mode: 'cookie' }, browser);
  expect(await reloaded.auth.resume()).toMatchObject({ user: { email } });
  await reloaded.me.update({ firstName: 'Ada' });
  await reloaded.auth.signOut();
  expect(await openClient({ mode: 'cookie' }, browser).auth.resume()).toBeUndefined();
});

test('an authenticator app is added, asked for at the next sign-in, and removed', async () => {
  const { shop, email } = await newMember();
  const { secret, svg } = await shop.auth.factors.beginTotp();
  expect(svg).toContain('<svg');
  const codes = await shop.auth.factors.confirmTotp(codeOf(secret));
  expect(codes).toHaveLength(10);
  await shop.auth.signOut();

  const challenge = challengeOf(await shop.auth.signIn({ email, password }));
  expect(challenge.factors).toEqual(expect.arrayContaining(['totp', 'backup_code']));
  const wrong = await shop.auth
    .answerChallenge(challenge, { code: '000000' })
    .catch((error: unknown) => error);
  expect(isProblem(wrong, 'factor_invalid')).toBe(true);
  expect(await shop.auth.resume()).toBeUndefined();
  const answer = { code: codeOf(secret, 1), rememberDevice: true };
  expect(await shop.auth.answerChallenge(challenge, answer)).toMatchObject({ user: { email } });
  expect(await shop.auth.factors.get()).toMatchObject({ backupCodesLeft: 10 });
  const [device] = await shop.auth.factors.devices.list();

  await shop.auth.signOut();
  expect(await shop.auth.signIn({ email, password })).toMatchObject({ status: 'signed_in' });
  await shop.auth.factors.devices.forget(device?.id ?? '');
  expect(await shop.auth.factors.stepUp({ code: codes?.[0] ?? '' })).toBeGreaterThan(0);
  expect(await shop.auth.factors.newBackupCodes()).toHaveLength(10);
  await shop.auth.factors.removeTotp();
  expect(await shop.auth.factors.get()).toMatchObject({ totp: null });
});

test('a passkey is added, signs in alone, answers a challenge, and proves again', async () => {
  const { shop, email } = await newMember();
  const { port } = new URL(running.base);
  const authenticator = new SoftwareAuthenticator({ origin: `http://localhost:${port}` });
  const created = authenticator.create(await shop.auth.passkeys.creationOptions());
  const { passkey, backupCodes } = await shop.auth.passkeys.add('Phone', created);
  expect([passkey.name, backupCodes?.length]).toEqual(['Phone', 10]);
  expect(await shop.auth.passkeys.rename(passkey.id, 'Laptop')).toMatchObject({ name: 'Laptop' });

  await shop.auth.signOut();
  const cart = await shop.carts.create();
  const options = await shop.auth.passkeys.signInOptions();
  const assertion = authenticator.get(options);
  expect(await shop.auth.passkeys.signIn(assertion, { cartId: cart.id })).toMatchObject({
    status: 'signed_in',
    user: { email },
  });
  expect(await shop.me.cart.get()).toMatchObject({ id: cart.id });
  await shop.auth.signOut();
  const challenge = challengeOf(await shop.auth.signIn({ email, password }));
  if (!challenge.passkey) throw new Error('The challenge takes no passkey');
  await shop.auth.answerChallenge(challenge, { passkey: authenticator.get(challenge.passkey) });
  const proof = authenticator.get(await shop.auth.factors.stepUpOptions());
  expect(await shop.auth.factors.stepUp({ passkey: proof })).toBeGreaterThan(0);
  expect(await shop.auth.passkeys.list()).toHaveLength(1);
  await shop.auth.passkeys.remove(passkey.id);
  expect(await shop.auth.passkeys.list()).toEqual([]);
});

test('a profile that has changed since is not overwritten', async () => {
  const { shop } = await newShopper();
  const profile = await shop.me.get();
  await shop.me.update({ lastName: 'Lovelace' }, { profile });
  const late: unknown = await shop.me
    .update({ lastName: 'Hopper' }, { profile })
    .catch((error: unknown) => error);
  expect(isProblem(late, 'precondition_failed')).toBe(true);
});

test("a guest's cart is taken over at sign-in, and store credit needs a verified address", async () => {
  const { shop, email } = await newShopper();
  await shop.auth.signOut();
  const guest = await fullCart(shop);
  await shop.auth.signIn({ email, password, cartId: guest.id });
  expect(await shop.me.cart.get()).toMatchObject({ id: guest.id, etag: expect.any(String) });
  expect(await shop.me.cart.get({ currency: 'EUR' })).toBeUndefined();
  expect(await shop.me.cart.merge(guest.id)).toMatchObject({ cart: { id: guest.id } });
  await expect(openClient().carts.get(guest.id)).rejects.toMatchObject({ code: 'not_found' });
  const refused: unknown = await shop.me.credit.get().catch((error: unknown) => error);
  expect(isProblem(refused, 'email_not_verified')).toBe(true);
});

test('an order of a signed-in customer is listed and read without a token', async () => {
  const { shop } = await newShopper();
  const { order } = await shop.carts.checkout(await fullCart(shop), { paymentProvider: 'stripe' });
  const listed: string[] = [];
  for await (const { id } of shop.me.orders.list({ limit: 1 })) listed.push(id);
  expect(listed).toEqual([order.id]);
  expect(await shop.orders.get(order.id)).toMatchObject({ number: order.number });
});

test('a newsletter asks for confirmation, and a wrong token confirms nothing', async () => {
  const { shop, email } = await newShopper();
  await shop.newsletter.subscribe({ email });
  const wrong = await shop.newsletter.confirm('wrong').catch((error: unknown) => error);
  expect(isProblem(wrong, 'not_found')).toBe(true);
});
