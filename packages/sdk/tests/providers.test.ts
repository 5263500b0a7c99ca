import {
  startOidcServer,
  type OidcPerson,
  type OidcServer,
} from '../../../apps/api/tests/helpers/oidcServer.ts';
import { ProviderBrowser } from '../../../apps/api/tests/helpers/providerBrowser.ts';
import { comeFromProvider, goToProvider } from '../examples/accounts.ts';
import { createCartwright, isProblem, type ProviderVisit } from '../src/index.ts';
import { findDemoShop, fullCart, type DemoShop } from './helpers/demoShop.ts';
import { SHOP_PAGE } from './helpers/sharedShop.ts';
import { newEmail, newMember } from './helpers/shoppers.ts';

// `auth.providers` and `auth.identities` against a shop with a real provider of OpenID Connect.

jest.setTimeout(120_000);

let running: DemoShop;
let oidc: OidcServer;
beforeAll(async () => {
  running = await findDemoShop();
  const { port } = new URL(running.base);
  const callback = `http://localhost:${port}/api/v1/auth/providers/acme/callback`;
  oidc = await startOidcServer(callback, running.oidcPort);
});
afterAll(() => oidc.close());

/** Someone at the provider. @returns the login. */
function newPerson(person: OidcPerson = {}): string {
  const login = newEmail();
  oidc.people.set(login, { email: login, email_verified: true, ...person });
  return login;
}

/** Goes through the provider's pages. @returns the fragment that the shop's page is given. */
async function goThrough(url: string, login: string): Promise<string> {
  const callback = await new ProviderBrowser().signIn(url, login);
  const { pathname, search } = new URL(callback);
  const answer = await fetch(running.base + pathname + search, { redirect: 'manual' });
  const page = new URL(answer.headers.get('location') ?? '');
  expect(page.origin + page.pathname).toBe(SHOP_PAGE);
  return page.hash;
}

/** @returns what the shop's page sends. */
async function visit({ url, secret }: ProviderVisit, login: string) {
  const hash = await goThrough(url, login);
  return { code: new URLSearchParams(hash.slice(1)).get('code') ?? '', secret };
}

/** The `sessionStorage` of a browser. */
function newStorage() {
  const kept = new Map<string, string>();
  const getItem = (key: string) => kept.get(key) ?? null;
  const setItem = (key: string, value: string) => void kept.set(key, value);
  return { getItem, setItem };
}

const open = () => createCartwright({ baseUrl: running.base });

test('a provider signs someone new in, with the cart that was filled before', async () => {
  const shop = open();
  expect(await shop.auth.providers.list()).toEqual([{ id: 'acme', name: 'Acme' }]);
  const cart = await fullCart(shop);
  const login = newPerson();
  const storage = newStorage();
  const hash = await goThrough(await goToProvider(shop, 'acme', SHOP_PAGE, storage), login);
  const result = await comeFromProvider(shop, hash, storage, cart);
  expect(result).toMatchObject({ status: 'signed_in', user: { email: login } });
  expect(await shop.me.cart.get()).toMatchObject({ id: cart.id });
  expect(await shop.auth.identities.list()).toMatchObject([{ provider: 'acme', email: login }]);
  const again: unknown = await comeFromProvider(shop, hash, storage).catch(
    (error: unknown) => error,
  );
  expect(isProblem(again, 'sign_in_code_invalid')).toBe(true);
  await expect(comeFromProvider(open(), hash, newStorage())).rejects.toThrow('not begun here');
  const denied = `#provider=acme&error=access_denied`;
  await expect(comeFromProvider(shop, denied, storage)).rejects.toThrow('access_denied');
});

test('a page of another origin is refused', async () => {
  const refused: unknown = await open()
    .auth.providers.start('acme', { redirectTo: 'https://other.example/' })
    .catch((error: unknown) => error);
  expect(isProblem(refused, 'redirect_not_allowed')).toBe(true);
});

test('a provider is added to an account, signs in to it, and is removed', async () => {
  const { shop, email } = await newMember(running);
  const login = newPerson();
  const begun = await shop.auth.identities.start('acme', { redirectTo: SHOP_PAGE });
  const identity = await shop.auth.identities.add(await visit(begun, login));
  expect(identity).toMatchObject({ provider: 'acme', email: login });

  const elsewhere = open();
  const other = await elsewhere.auth.providers.start('acme', { redirectTo: SHOP_PAGE });
  const result = await elsewhere.auth.providers.exchange(await visit(other, login));
  expect(result).toMatchObject({ status: 'signed_in', user: { email } });
  await shop.auth.identities.remove(identity.id);
  expect(await shop.auth.identities.list()).toEqual([]);
});

test('a sign-in by a provider goes by cookies where the client does', async () => {
  const shop = createCartwright({ baseUrl: running.base, session: { mode: 'cookie' } });
  const begun = await shop.auth.providers.start('acme', { redirectTo: SHOP_PAGE });
  const { code, secret } = await visit(begun, newPerson());
  const answer = await fetch(`${running.base}/api/v1/auth/providers/exchange`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, secret }),
  });
  expect(answer.headers.getSetCookie().join()).toContain('__Host-cw_access');
});
