import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '../../../apps/api/tests/helpers/eventually.ts';
import { codeOf } from '../../../apps/api/tests/helpers/factors.ts';
import { exportMyData, openShop, signIn, verifyAddress, withProof } from '../examples/accounts.ts';
import type { Cartwright } from '../src/index.ts';
import { fragmentFor as findFragment, tokenOf } from './helpers/caughtMails.ts';
import { fullCart, findDemoShop, type DemoShop } from './helpers/demoShop.ts';

// Runs the code of docs/guides/accounts.md against a shop, with the mails that it catches; what it has of
// providers, cards and companies runs in providers.test.ts and saving.test.ts.

jest.setTimeout(240_000);

let running: DemoShop;
beforeAll(async () => {
  running = await findDemoShop();
});

const password = 'correct horse battery';

/** A client with a browser's storage. */
function openPage() {
  const kept = new Map<string, string>();
  const getItem = (key: string) => kept.get(key) ?? null;
  const setItem = (key: string, value: string) => void kept.set(key, value);
  return openShop(running.base, { getItem, setItem });
}

async function register(email: string): Promise<Cartwright> {
  const shop = openPage();
  await shop.auth.register({ email, password });
  return shop;
}

const fragmentFor = (email: string, page: string) => findFragment(running, email, page);
/** A session that another request has ended may last for another second. */
const isSignedOut = (shop: Cartwright) =>
  eventually(async () => (await shop.auth.resume()) === undefined, 1000);
const noCode = () => Promise.reject(new Error('No code is asked for'));

test('the guides show the code of this test', async () => {
  const root = path.resolve(import.meta.dirname, '../../..');
  const example = await readFile(path.join(root, 'packages/sdk/examples/accounts.ts'), 'utf8');
  const guide = await readFile(path.join(root, 'docs/guides/accounts.md'), 'utf8');
  const blocks = [...guide.matchAll(/^```ts\n([^]*?)^```/gm)].map(([, code = '']) => code);
  expect(blocks).toHaveLength(8);
  for (const block of blocks) expect(example).toContain(block);
});

test('an address that is verified where it was registered keeps its password', async () => {
  const email = 'here@example.com';
  const shop = await register(email);
  await signIn(shop, { email, password }, undefined, noCode);
  expect(await verifyAddress(shop, await fragmentFor(email, 'verify-email'))).toBeUndefined();
  expect(await shop.auth.resume()).toMatchObject({ user: { email, emailVerified: true } });
  expect(await shop.me.credit.get()).toEqual([]);
  expect((await shop.me.credit.entries.page()).data).toEqual([]);
  const address = { firstName: 'Ada', lastName: 'Lovelace', line1: '12 Analytical Row' };
  const town = { city: 'Portland', postalCode: '97201', country: 'US' };
  const entry = await shop.me.addresses.create({ address: { ...address, ...town } });
  const changed = await shop.me.addresses.update(entry, { isDefaultShipping: true });
  await expect(shop.me.addresses.update(entry, { isDefaultBilling: true })).rejects.toMatchObject({
    code: 'precondition_failed',
  });
  expect(await shop.me.addresses.list()).toMatchObject([{ id: changed.id }]);
  await shop.me.addresses.remove(changed);
});

test('an address that is verified elsewhere gets a new password', async () => {
  const email = 'elsewhere@example.com';
  await register(email);
  const other = openPage();
  const token = await verifyAddress(other, await fragmentFor(email, 'verify-email'));
  await other.auth.resetPassword({ token: token ?? '', newPassword: 'a password of my own' });
  await expect(other.auth.signIn({ email, password })).rejects.toMatchObject({
    code: 'invalid_credentials',
  });
  await other.auth.signIn({ email, password: 'a password of my own' });
});

test('a lost password is replaced by the link of a mail, and all sessions end', async () => {
  const email = 'lost@example.com';
  const shop = await register(email);
  await shop.auth.signIn({ email, password });
  await shop.auth.forgotPassword(email);
  const token = tokenOf(await fragmentFor(email, 'reset-password'));
  await openPage().auth.resetPassword({ token, newPassword: 'a password of my own' });
  expect(await isSignedOut(shop)).toBe(true);
});

test('sessions are listed and ended, and a new password ends the others', async () => {
  const email = 'sessions@example.com';
  const [here, there] = [await register(email), openPage()];
  await here.auth.signIn({ email, password });
  await there.auth.signIn({ email, password });
  const sessions = await here.auth.sessions.list();
  expect(new Set(sessions.map(({ current }) => current))).toEqual(new Set([false, true]));
  await here.auth.sessions.end(sessions.find(({ current }) => !current)?.id ?? '');
  expect(await isSignedOut(there)).toBe(true);

  await there.auth.signIn({ email, password });
  await here.auth.changePassword({
    currentPassword: password,
    newPassword: 'a password of my own',
  });
  expect(await isSignedOut(there)).toBe(true);
  await here.auth.sessions.endAll();
  expect(await here.auth.resume()).toBeUndefined();
});

test('a sign-in asks for the code of the app, and takes the cart over', async () => {
  const email = 'totp@example.com';
  const shop = await register(email);
  await signIn(shop, { email, password }, undefined, noCode);
  await verifyAddress(shop, await fragmentFor(email, 'verify-email'));
  const { secret } = await shop.auth.factors.beginTotp();
  await shop.auth.factors.confirmTotp(codeOf(secret));
  await shop.auth.signOut();
  const cart = await fullCart(shop);
  await signIn(shop, { email, password }, cart, () => Promise.resolve(codeOf(secret, 1)));
  expect(await shop.me.cart.get()).toMatchObject({ id: cart.id });
});

test('a proof is asked for where the shop asks for one, and only there', async () => {
  const shop = await register('proof@example.com');
  await shop.auth.signIn({ email: 'proof@example.com', password });
  const asked: string[] = [];
  const prove = () => {
    asked.push('password');
    return Promise.resolve({ password });
  };
  expect(await withProof(shop, prove, () => shop.me.get())).toMatchObject({ firstName: null });
  expect(asked).toEqual([]);
  const refuseOnce = await refusedOnce(shop);
  expect(await withProof(shop, prove, refuseOnce)).toBe('done');
  expect(asked).toEqual(['password']);
});

/** A call that the shop refuses the first time, as if the sign-in were long ago. */
async function refusedOnce(shop: Cartwright): Promise<() => Promise<string>> {
  const refusal: unknown = await shop.me
    .get({ headers: { Authorization: 'Bearer no' } })
    .catch((error: unknown) => error);
  const stale = Object.assign(refusal as Error, { code: 'factor_required' });
  let calls = 0;
  return () => (calls++ === 0 ? Promise.reject(stale) : Promise.resolve('done'));
}

test('a copy of the data is made, and the erasure ends the session', async () => {
  const email = 'export@example.com';
  const shop = await register(email);
  await shop.auth.signIn({ email, password });
  await verifyAddress(shop, await fragmentFor(email, 'verify-email'));
  const zip = Buffer.from(await (await fetch(await exportMyData(shop))).arrayBuffer());
  expect(zip.subarray(0, 2).toString()).toBe('PK');
  await shop.me.erase();
  expect(await shop.auth.resume()).toBeUndefined();
});
