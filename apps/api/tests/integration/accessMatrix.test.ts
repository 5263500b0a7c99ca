import { createPrivateKey } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { newDevelopmentKeys } from '../../src/config/developmentKeys.ts';
import { customerRole, defaultPermissions } from '../../src/kernel/builtInRoles.ts';
import { holderOf, staffPermissions } from '../../src/kernel/permissions.ts';
import type { Route } from '../../src/kernel/route.ts';
import { apiRoutes } from '../../src/routes/index.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { eventually } from '../helpers/eventually.ts';
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
let routes: readonly Route[];

beforeAll(async () => {
  shop = await startTestApp({ JWT_SIGNING_KEY });
  routes = apiRoutes(shop.container);
});
afterAll(() => shop.close());

/** Of a customer. */
const ofCustomer =
  ({ isVerified = true } = {}): Column['expected'] =>
  (permission) => {
    const holder = holderOf.get(permission);
    if (permission === 'public' || holder === 'user' || holder === 'customer') return 'let in';
    return holder === 'verified' && isVerified ? 'let in' : 403;
  };

/** Of staff who are no customers, with these permissions. */
const ofStaff =
  (held: readonly string[]): Column['expected'] =>
  (permission) => {
    const holder = holderOf.get(permission);
    if (holder) return holder === 'user' || holder === 'staff' ? 'let in' : 403;
    return permission === 'public' || held.includes(permission) ? 'let in' : 403;
  };

const refused = () => 401 as const;

async function makeColumns(): Promise<Column[]> {
  const { container, ctx } = shop;
  const customer = await signInPerson(container);
  const unverified = await signInPerson(container, { isVerified: false });
  const staffRoles = [...defaultPermissions].filter(([name]) => name !== customerRole);
  const staff = await Promise.all(
    staffRoles.map(async ([role, permissions]) => {
      const { as } = await signInPerson(container, { isCustomer: false, role });
      return { name: `staff, ${role}`, headers: as, expected: ofStaff(permissions) };
    }),
  );
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
    { name: 'a customer', headers: customer.as, expected: ofCustomer() },
    {
      name: 'an unverified customer',
      headers: unverified.as,
      expected: ofCustomer({ isVerified: false }),
    },
    ...staff,
    {
      name: 'the admin key',
      headers: bearer(container.config.auth.adminApiKey),
      expected: (permission) => (holderOf.has(permission) ? 403 : 'let in'),
    },
    {
      name: 'a secret key with one permission',
      headers: bearer(await makeKey({ kind: 'secret', permissions: ['orders:read'] })),
      expected: (permission) =>
        permission === 'public' || permission === 'orders:read' ? 'let in' : 403,
    },
    ...(await machineColumns()),
    {
      name: 'a publishable key',
      headers: { 'X-Publishable-Key': await makeKey({ kind: 'publishable' }) },
      expected: (permission) => (permission === 'public' ? 'let in' : 401),
    },
    {
      name: 'a publishable key as a bearer token',
      headers: bearer(await makeKey({ kind: 'publishable' })),
      expected: refused,
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

/** A use case may ask for a verified address where the gate does not. */
const isOfGate = (code: string | undefined, permission: Route['permission']): boolean =>
  code === 'email_not_verified'
    ? holderOf.get(permission) === 'verified'
    : /^(forbidden|factor_.*required)$/.test(code ?? '');

async function makeKey(body: { kind: string; permissions?: string[] }): Promise<string> {
  const { body: made } = await shop.api
    .post('/api/v1/admin/api-keys')
    .set({ Authorization: `Bearer ${shop.container.config.auth.adminApiKey}` })
    .send({ name: 'A column', ...body })
    .expect(201);
  return (made as { data: { key: string } }).data.key;
}

/** A client of OAuth 2, with a token of both of its permissions, of one, and once it is revoked. */
async function machineColumns(): Promise<Column[]> {
  const permissions = ['orders:read', 'jobs:read'];
  const client = await makeClient(permissions);
  const revoked = await makeClient(permissions);
  const headers = await tokenOf(revoked);
  await shop.api
    .post(`/api/v1/admin/machine-clients/${revoked.id}/revoke`)
    .set({ Authorization: `Bearer ${shop.container.config.auth.adminApiKey}` })
    .send({ reason: 'A column' })
    .expect(200);
  await eventually(async () => (await shop.api.get('/api/v1').set(headers)).status === 401, 1000);
  const holding =
    (held: readonly string[]): Column['expected'] =>
    (permission) =>
      permission === 'public' || held.includes(permission) ? 'let in' : 403;
  return [
    {
      name: 'a machine client',
      headers: await tokenOf(client),
      expected: holding(permissions),
    },
    {
      name: 'a machine client, of its scope',
      headers: await tokenOf(client, 'jobs:read'),
      expected: holding(['jobs:read']),
    },
    { name: 'a revoked machine client', headers, expected: refused },
  ];
}

interface Client {
  readonly id: string;
  readonly secret: string;
}

async function makeClient(permissions: string[]): Promise<Client> {
  const { body } = await shop.api
    .post('/api/v1/admin/machine-clients')
    .set({ Authorization: `Bearer ${shop.container.config.auth.adminApiKey}` })
    .send({ name: 'A column', permissions })
    .expect(201);
  return (body as { data: Client }).data;
}

async function tokenOf({ id, secret }: Client, scope?: string) {
  const { body } = await shop.api
    .post('/api/v1/auth/token')
    .type('form')
    .send({ grant_type: 'client_credentials', client_id: id, client_secret: secret, scope })
    .expect(200);
  return { Authorization: `Bearer ${(body as { access_token: string }).access_token}` };
}

/** What the gate said: whether it let the request in. */
async function ask(
  { method, path, permission }: Route,
  headers: Column['headers'],
): Promise<Verdict> {
  const address = `/api/v1${path.replaceAll(/:(\w+)/g, 'made_up')}`;
  const { status, body } = await shop.api[method](address).set(headers);
  const { code } = body as { code?: string };
  if (status === 401) return 401;
  // Other refusals are the use case's: the caller was let in.
  return isOfGate(code, permission) ? 403 : 'let in';
}

/** Routes that end the session of their caller, who is then another one for the next route. */
const endsSessions = ({ operationId }: Route) => operationId.startsWith('logout');

test('Every route lets in exactly those who hold its permission', async () => {
  const wrong: string[] = [];
  let columns = await makeColumns();
  let asked = 0;
  for (const route of routes) {
    const verdicts = await Promise.all(columns.map(({ headers }) => ask(route, headers)));
    for (const [index, { name, expected }] of columns.entries()) {
      const verdict = verdicts[index];
      const due = route.ignoresCaller ? 'let in' : expected(route.permission);
      asked++;
      if (verdict !== due) wrong.push(`${route.operationId} for ${name}: ${verdict}, not ${due}`);
    }
    if (endsSessions(route)) columns = await makeColumns();
  }
  expect(wrong).toEqual([]);
  expect(asked).toBe(routes.length * columns.length);
}, 120_000);

test('Every permission that a route asks for is known', () => {
  const known = new Set<string>(['public', ...staffPermissions, ...holderOf.keys()]);
  expect(routes.filter(({ permission }) => !known.has(permission))).toEqual([]);
});
