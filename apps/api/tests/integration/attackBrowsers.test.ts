import type supertest from 'supertest';
import { ACCESS_COOKIE } from '../../src/kernel/cookies.ts';
import type { Route } from '../../src/kernel/route.ts';
import { apiRoutes } from '../../src/routes/index.ts';
import { cookiesOf, postAuth, registerAccount } from '../helpers/accounts.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { codeOf, dataOf, newTotpMember } from '../helpers/factors.ts';
import { exchange } from '../helpers/rawHttp.ts';

let shop: TestApp;
let writes: readonly Route[];
beforeAll(async () => {
  shop = await startTestApp({ RATE_LIMIT_MAX: '0', CORS_ORIGINS: 'https://store.example' });
  writes = apiRoutes(shop.container).filter(({ method }) => method !== 'get');
});
afterAll(() => shop.close());

const addressOf = ({ path }: Route) => `/api/v1${path.replaceAll(/:(\w+)/g, 'made_up')}`;

/** Someone who has signed in with a browser. */
async function signInByCookie() {
  const { email, password } = await registerAccount(shop);
  const answer = await postAuth(shop, 'login', { email, password, mode: 'cookie' }).expect(200);
  const { csrfToken } = dataOf<{ csrfToken: string }>(answer);
  const cookies = cookiesOf(answer);
  const all = Object.entries(cookies).map(([name, value]) => `${name}=${value}`);
  return { cookies: all.join('; '), csrfToken, answer };
}

/** The stored session of a sign-in's answer. */
const sessionOf = (answer: supertest.Response) => {
  const { id } = dataOf<{ session: { id: string } }>(answer).session;
  return shop.ctx.db.prisma.session.findUniqueOrThrow({ where: { id } });
};

/** The codes that writes get which another site has a browser send. */
async function codesOf(headers: Record<string, string>): Promise<Map<string, string>> {
  const codes = new Map<string, string>();
  for (const route of writes.filter(({ ignoresCaller }) => !ignoresCaller)) {
    const request = shop.api[route.method](addressOf(route)).set(headers);
    // A browser sends a form of another site without asking first.
    const { body } = await (route.upload ? request.field('alt', 'Tee') : request.send({}));
    codes.set(route.operationId, (body as { code?: string }).code ?? 'none');
  }
  return codes;
}

const others = (codes: ReadonlyMap<string, string>) =>
  [...codes].filter(([, code]) => code !== 'csrf_token_invalid');

describe('A write that another site has a browser send', () => {
  test('is refused on every route, by the cookie alone', async () => {
    const { cookies } = await signInByCookie();
    const codes = await codesOf({ Cookie: cookies });
    expect(others(codes)).toEqual([]);
    expect(codes.size).toBeGreaterThan(60);
  });

  test('is refused on every route with the CSRF token of another session', async () => {
    const [victim, attacker] = [await signInByCookie(), await signInByCookie()];
    const codes = await codesOf({ Cookie: victim.cookies, 'X-CSRF-Token': attacker.csrfToken });
    expect(others(codes)).toEqual([]);
  });

  test('is no form: on every route that takes a body one is refused', async () => {
    const taken: string[] = [];
    for (const route of writes.filter(({ request }) => request.body)) {
      for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
        const { status } = await shop.api[route.method](addressOf(route))
          .set({ 'Content-Type': type, 'Idempotency-Key': 'a-key' })
          .send('{"email":"ada@example.com"}');
        if (![401, 404, 415].includes(status)) taken.push(`${route.operationId}: ${status}`);
      }
    }
    expect(taken).toEqual([]);
  });

  test('brings no refresh token: that cookie is sent along with no request of another site', async () => {
    const { answer } = await signInByCookie();
    const lines = answer.headers['set-cookie'] as unknown as readonly string[];
    for (const line of lines) {
      const isAccess = line.startsWith(ACCESS_COOKIE);
      expect(line).toMatch(
        isAccess ? /; SameSite=Lax/ : /; Path=\/api\/v1\/auth; .*SameSite=Strict/,
      );
      expect(line).toMatch(/; HttpOnly; Secure; /);
      expect(line).not.toMatch(/Domain=/i);
    }
  });
});

/** A browser lets a page send cookies and read the answer only with both of these. */
const CREDENTIALS = 'access-control-allow-credentials';
const ORIGIN = 'access-control-allow-origin';

test('No page of an origin that is not named reads an answer to a request with cookies', async () => {
  const { cookies } = await signInByCookie();
  const others = [
    'https://evil.example',
    'http://store.example',
    'https://store.example:8',
    'null',
  ];
  for (const origin of others) {
    for (const address of ['/api/v1/auth/me', '/api/v1/products', '/api/v1/products']) {
      const { headers } = await shop.api.get(address).set({ Cookie: cookies, Origin: origin });
      expect(headers[CREDENTIALS]).toBeUndefined();
      expect(headers[ORIGIN]).toBeUndefined();
      expect(headers['vary']).toContain('Origin');
    }
  }
});

describe('A page of an origin that is named', () => {
  const origin = 'https://store.example';

  test.each([
    ['POST', '/api/v1/auth/refresh', 'content-type,x-csrf-token'],
    ['PATCH', '/api/v1/me', 'content-type,if-match,x-csrf-token'],
    ['POST', '/api/v1/carts', 'authorization,content-type,idempotency-key'],
  ])('may send %s %s with cookies and %s', async (method, address, names) => {
    const { headers, status } = await shop.api.options(address).set({
      Origin: origin,
      'Access-Control-Request-Method': method,
      'Access-Control-Request-Headers': names,
    });
    expect(status).toBe(204);
    expect(headers).toMatchObject({ [ORIGIN]: origin, [CREDENTIALS]: 'true' });
    expect(headers['access-control-allow-methods']).toContain(method);
    expect(headers['access-control-allow-headers']).toBe(names);
  });

  test('signs in, reads and writes with cookies, and finds the token for writes after a reload', async () => {
    const { cookies } = await signInByCookie();
    const asPage = { Cookie: cookies, Origin: origin };
    const me = await shop.api.get('/api/v1/auth/me').set(asPage).expect(200);
    expect(me.headers).toMatchObject({ [ORIGIN]: origin, [CREDENTIALS]: 'true' });
    const { csrfToken } = dataOf<{ csrfToken: string }>(me);
    const { headers } = await postAuth(
      shop,
      'logout',
      {},
      { ...asPage, 'X-CSRF-Token': csrfToken },
    ).expect(200);
    expect(headers).toMatchObject({ [ORIGIN]: origin, [CREDENTIALS]: 'true' });
    expect(headers['access-control-expose-headers']).toContain('ETag');
  });

  test('reads the catalogue with cookies also where its answer is cached', async () => {
    const { cookies } = await signInByCookie();
    for (let at = 0; at < 3; at++) {
      const { headers } = await shop.api
        .get('/api/v1/products?limit=3')
        .set({ Cookie: cookies, Origin: origin })
        .expect(200);
      expect(headers).toMatchObject({ [ORIGIN]: origin, [CREDENTIALS]: 'true' });
      expect(headers['vary']).toMatch(/Origin.*Accept-Encoding/);
    }
  });
});

describe('A session', () => {
  test('is never one that the browser brought along', async () => {
    const attacker = await signInByCookie();
    const { email, password } = await registerAccount(shop);
    const answer = await postAuth(
      shop,
      'login',
      { email, password, mode: 'cookie' },
      { Cookie: attacker.cookies },
    ).expect(200);
    const fresh = Object.values(cookiesOf(answer));
    expect(fresh.length).toBeGreaterThan(1);
    expect(fresh.filter((value) => attacker.cookies.includes(value))).toEqual([]);
    const { session } = dataOf<{ session: { id: string } }>(answer);
    const old = dataOf<{ session: { id: string } }>(attacker.answer);
    expect(session.id).not.toBe(old.session.id);
  });

  test('ends when someone signs in with the browser that had it', async () => {
    const [before, other] = [await signInByCookie(), await signInByCookie()];
    const { email, password } = await registerAccount(shop);
    const body = { email, password, mode: 'cookie' };
    const answer = await postAuth(shop, 'login', body, { Cookie: before.cookies }).expect(200);
    expect((await sessionOf(before.answer)).revokedReason).toBe('replaced');
    expect((await sessionOf(answer)).revokedAt).toBeNull();
    expect((await sessionOf(other.answer)).revokedAt).toBeNull();
    await shop.api.get('/api/v1/auth/me').set({ Cookie: before.cookies }).expect(401);
  });

  test('ends when the second factor is given, and not before', async () => {
    const before = await signInByCookie();
    const member = await newTotpMember(shop);
    const { email, password } = member;
    const asBrowser = { Cookie: before.cookies };
    const body = { email, password, mode: 'cookie' };
    const asked = await postAuth(shop, 'login', body, asBrowser).expect(200);
    expect((await sessionOf(before.answer)).revokedAt).toBeNull();
    const { token } = dataOf<{ challenge: { token: string } }>(asked).challenge;
    const answer = { token, code: codeOf(member.secret) };
    await postAuth(shop, 'challenge', answer, asBrowser).expect(200);
    expect((await sessionOf(before.answer)).revokedReason).toBe('replaced');
  });

  test('stays open where no other takes its place in the browser', async () => {
    const before = await signInByCookie();
    const { email, password } = await registerAccount(shop);
    const asBrowser = { Cookie: before.cookies };
    await postAuth(shop, 'login', { email, password }, asBrowser).expect(200);
    const wrong = { email, password: 'another password', mode: 'cookie' };
    await postAuth(shop, 'login', wrong, asBrowser).expect(401);
    expect((await sessionOf(before.answer)).revokedAt).toBeNull();
  });

  test('is not taken from the address of a request', async () => {
    const { answer } = await signInByCookie();
    const token = cookiesOf(answer)[ACCESS_COOKIE] ?? '';
    for (const name of ['access_token', 'token', ACCESS_COOKIE]) {
      const { status } = await shop.api.get(`/api/v1/auth/me?${name}=${token}`);
      expect([400, 401]).toContain(status);
    }
  });
});

describe('A redirect', () => {
  test.each([
    '//evil.example',
    '//evil.example/%2e%2e',
    '/%2f%2fevil.example',
    '/\\evil.example',
    '/https://evil.example',
    '/account/verify-email?next=//evil.example',
    '/unsubscribe/%2f%2fevil.example',
    '/unsubscribe/https:%2f%2fevil.example%2f',
    '/unsubscribe/x%0d%0aLocation:%20https:%2f%2fevil.example',
    '/unsubscribe/@evil.example',
  ])('leads from %s to no other site', async (path) => {
    const head = `GET ${path} HTTP/1.1\r\nHost: shop.test\r\nConnection: close\r\n`;
    const answer = await exchange(shop.url, `${head}X-Forwarded-Host: evil.example\r\n\r\n`);
    const [headers = ''] = answer.split('\r\n\r\n');
    const targets = [...headers.matchAll(/^location: *(.*)$/gim)].map(([, target = '']) => target);
    expect(targets.filter((to) => new URL(to, 'http://shop.test').host !== 'shop.test')).toEqual(
      [],
    );
    expect(targets.length).toBeLessThan(2);
  });
});
