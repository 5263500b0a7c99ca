import { createPrivateKey } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { newDevelopmentKeys } from '../../src/config/developmentKeys.ts';
import { holderOf, staffPermissions } from '../../src/kernel/permissions.ts';
import type { Route } from '../../src/kernel/route.ts';
import { apiRoutes } from '../../src/routes/index.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { signInPerson } from '../helpers/people.ts';

/**
 * Every route × every kind of caller. The gate answers before a request is read, so requests have
 * made-up ids and no body: a caller that is let in gets any answer but 401 and 403.
 */
const { JWT_SIGNING_KEY } = newDevelopmentKeys();

type Verdict = 'let in' | 401 | 403;

/** What a caller may expect of a route with this permission. */
interface Column {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly expected: (permission: Route['permission']) => Verdict;
}

let shop: TestApp;
let columns: Column[];
let routes: readonly Route[];

beforeAll(async () => {
  shop = await startTestApp({ JWT_SIGNING_KEY });
  routes = apiRoutes(shop.container);
  columns = await makeColumns();
});
afterAll(() => shop.close());

/** Of someone who is signed in, with these permissions of staff. */
const ofPerson =
  (held: readonly string[], { isCustomer = true, isVerified = true } = {}): Column['expected'] =>
  (permission) => {
    if (permission === 'public') return 'let in';
    const holder = holderOf.get(permission);
    if (!holder) return held.includes(permission) ? 'let in' : 403;
    if (holder === 'user') return 'let in';
    return isCustomer && (holder === 'customer' || isVerified) ? 'let in' : 403;
  };

const refused = () => 401 as const;

async function makeColumns(): Promise<Column[]> {
  const { container, ctx } = shop;
  const customer = await signInPerson(container);
  const unverified = await signInPerson(container, { isVerified: false });
  const clerk = await signInPerson(container, { isCustomer: false, permissions: ['orders:read'] });
  const owner = await signInPerson(container, {
    isCustomer: false,
    permissions: staffPermissions,
  });
  const revoked = await signInPerson(container);
  await ctx.db.prisma.session.update({
    where: { id: revoked.sessionId },
    data: { revokedAt: new Date(), revokedReason: 'signed_out' },
  });
  const disabled = await signInPerson(container);
  await ctx.db.prisma.user.update({ where: { id: disabled.userId }, data: { status: 'disabled' } });
  const { token: good } = customer;
  const signed = (changes: jwt.SignOptions) => {
    const { header, payload } = jwt.decode(good, { complete: true }) as jwt.Jwt;
    const { sub, sid, iss, aud } = payload as jwt.JwtPayload;
    const claims = {
      sub,
      sid: sid as unknown,
      iss,
      aud: changes.audience === undefined ? aud : undefined,
    };
    const key = createPrivateKey(JWT_SIGNING_KEY);
    return jwt.sign(JSON.parse(JSON.stringify(claims)) as object, key, {
      algorithm: 'ES256',
      header,
      expiresIn: 60,
      ...changes,
    });
  };
  const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
  return [
    {
      name: 'no one',
      headers: {},
      expected: (permission) => (permission === 'public' ? 'let in' : 401),
    },
    { name: 'a customer', headers: customer.as, expected: ofPerson([]) },
    {
      name: 'an unverified customer',
      headers: unverified.as,
      expected: ofPerson([], { isVerified: false }),
    },
    {
      name: 'staff with one permission',
      headers: clerk.as,
      expected: ofPerson(['orders:read'], { isCustomer: false }),
    },
    {
      name: 'staff with every permission',
      headers: owner.as,
      expected: ofPerson(staffPermissions, { isCustomer: false }),
    },
    {
      name: 'the admin key',
      headers: bearer(container.config.auth.adminApiKey),
      expected: (permission) => (holderOf.has(permission) ? 403 : 'let in'),
    },
    { name: 'a revoked session', headers: bearer(revoked.token), expected: refused },
    { name: 'a disabled user', headers: bearer(disabled.token), expected: refused },
    { name: 'an expired token', headers: bearer(signed({ expiresIn: -1 })), expected: refused },
    {
      name: 'a token for another audience',
      headers: bearer(signed({ audience: 'elsewhere' })),
      expected: refused,
    },
    { name: 'a token that is none', headers: bearer('nonsense'), expected: refused },
  ];
}

/** What the gate said: whether it let the request in. */
async function ask({ method, path }: Route, headers: Column['headers']): Promise<Verdict> {
  const address = `/api/v1${path.replaceAll(/:(\w+)/g, 'made_up')}`;
  const { status, body } = await shop.api[method](address).set(headers);
  const { code } = body as { code?: string };
  if (status === 401) return 401;
  // Other refusals are the use case's: the caller was let in.
  return code === 'forbidden' || code === 'email_not_verified' ? 403 : 'let in';
}

test('Every route lets in exactly those who hold its permission', async () => {
  const wrong: string[] = [];
  let asked = 0;
  for (const route of routes) {
    for (const { name, headers, expected } of columns) {
      const verdict = await ask(route, headers);
      const due = route.ignoresCaller ? 'let in' : expected(route.permission);
      asked++;
      if (verdict !== due) wrong.push(`${route.operationId} for ${name}: ${verdict}, not ${due}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(asked).toBe(routes.length * columns.length);
});

test('Every permission that a route asks for is known', () => {
  const known = new Set<string>(['public', ...staffPermissions, ...holderOf.keys()]);
  expect(routes.filter(({ permission }) => !known.has(permission))).toEqual([]);
});
