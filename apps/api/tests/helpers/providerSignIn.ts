import type supertest from 'supertest';
import { postAuth } from './accounts.ts';
import type { TestApp } from './app.ts';
import { ProviderBrowser } from './providerBrowser.ts';

type Shop = Pick<TestApp, 'api'>;

interface Begun {
  readonly url: string;
  readonly secret: string;
}

/** What the page finds in its fragment. */
type Outcome = Readonly<Record<string, string | undefined>>;

export const SHOP_PAGE = 'https://shop.example/signed-in';

/** Begins a sign-in, as the page does. */
export async function beginSignIn(
  shop: Shop,
  provider: string,
  body: object = { redirectTo: SHOP_PAGE },
): Promise<Begun> {
  const answer = await postAuth(shop, `providers/${provider}/start`, body).expect(200);
  return (answer.body as { data: Begun }).data;
}

/** The browser comes to the shop's callback, and is sent on to the page. */
export async function comeBack(shop: Shop, address: string): Promise<Outcome> {
  const { pathname, search } = new URL(address);
  const answer = await shop.api.get(pathname + search).expect(303);
  const page = new URL(answer.headers['location'] ?? '');
  return { ...Object.fromEntries(new URLSearchParams(page.hash.slice(1))), page: page.origin };
}

/** Begins a sign-in, goes through the provider's pages, and comes back. */
export async function visitProvider(
  shop: Shop,
  { provider, login }: { provider: string; login: string },
  begun?: Begun,
): Promise<{ code: string; secret: string; outcome: Outcome }> {
  const { url, secret } = begun ?? (await beginSignIn(shop, provider));
  const outcome = await comeBack(shop, await new ProviderBrowser().signIn(url, login));
  return { code: outcome['code'] ?? '', secret, outcome };
}

export function exchangeCode(
  shop: Shop,
  { code, secret }: { code: string; secret: string },
): supertest.Test {
  return postAuth(shop, 'providers/exchange', { code, secret });
}
