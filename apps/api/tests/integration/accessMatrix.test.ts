import { createPrivateKey } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { newDevelopmentKeys } from '../../src/config/developmentKeys.ts';
import { customerRole, defaultPermissions } from '../../src/kernel/builtInRoles.ts';
import { holderOf, staffPermissions } from '../../src/kernel/permissions.ts';
import type { Route } from '../../src/kernel/route.ts';
import { buildChain, partsOf } from '../../src/app.ts';
import { apiRoutes } from '../../src/routes/index.ts';
import {
  isUpdate,
  readAccessRows,
  textOf,
  writeAccessRows,
  type AccessRow,
} from '../helpers/accessTable.ts';
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
  /** Whether its session has proved nothing that a route with `freshFactor` asks for. */
  readonly isUnproved?: true;
}

let shop: TestApp;
let routes: readonly Route[];

beforeAll(async () => {
  shop = await startTestApp({ JWT_SIGNING_KEY, STAFF_FACTOR_GRACE_DAYS: '1' });
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

/** Of staff who lack a second factor: they have what every account has, and nothing of staff. */
const ofLockedStaff: Column['expected'] = (permission) =>
  permission === 'public' || holderOf.get(permission) === 'user' ? 'let in' : 403;

const refused = () => 401 as const;

/** Staff whose time for adding a second factor is over, and staff whose session never gave theirs. */
async function lockedColumns(): Promise<Column[]> {
  const { container, ctx } = shop;
  const { prisma } = ctx.db;
  const clerk = () => signInPerson(container, { isCustomer: false, role: 'admin' });
  const [late, other] = [await clerk(), await clerk()];
  const days = new Date(Date.now() - 2 * 86_400_000);
  await prisma.user.update({ where: { id: late.userId }, data: { staffSince: days } });
  const app = { secret: 'unread', confirmedAt: new Date() };
  await prisma.totpSecret.create({ data: { userId: other.userId, ...app } });
  return [
    {
      name: 'staff without the second factor that is due',
      headers: late.as,
      expected: ofLockedStaff,
    },
    {
      name: 'staff in a session that lacks their second factor',
      headers: other.as,
      expected: ofLockedStaff,
      isUnproved: true,
    },
  ];
}

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
    ...(await lockedColumns()),
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

/** What a caller may expect of a route. */
function dueOf(
  { ignoresCaller, acceptsStaleCaller, freshFactor, permission }: Route,
  { expected, isUnproved }: Column,
): Verdict {
  if (ignoresCaller || acceptsStaleCaller) return 'let in';
  const due = expected(permission);
  return due === 'let in' && isUnproved && freshFactor ? 403 : due;
}

/** Routes that end the session of their caller, who is then another one for the next route. */
const endsSessions = ({ operationId }: Route) => operationId.startsWith('logout');

test('Every route lets in exactly those who hold its permission', async () => {
  const wrong: string[] = [];
  let columns = await makeColumns();
  let asked = 0;
  const counts = new Map<string, AccessRow['verdicts']>();
  for (const route of routes) {
    const verdicts = await Promise.all(columns.map(({ headers }) => ask(route, headers)));
    for (const [index, column] of columns.entries()) {
      const { name } = column;
      const verdict = verdicts[index];
      const due = dueOf(route, column);
      const row = counts.get(name) ?? { 'let in': 0, 401: 0, 403: 0, 404: 0 };
      counts.set(name, { ...row, [due]: row[due] + 1 });
      asked++;
      if (verdict !== due) wrong.push(`${route.operationId} for ${name}: ${verdict}, not ${due}`);
    }
    if (endsSessions(route)) columns = await makeColumns();
  }
  expect(wrong).toEqual([]);
  expect(asked).toBe(routes.length * columns.length);
  const rows = Array.from(counts, ([caller, verdicts]) => ({ caller, verdicts }));
  if (isUpdate) await writeAccessRows(rows);
  expect(await readAccessRows(rows.map(({ caller }) => caller))).toEqual(rows.map(textOf));
}, 120_000);

/** Routes outside the API, for all alike: an address of each, and what it answers without a body. */
const OUTSIDE: Readonly<Record<string, readonly [address: string, status: number]>> = {
  'get /': ['/', 200],
  'get /.well-known/jwks.json': ['/.well-known/jwks.json', 200],
  'get /account/:action': ['/account/unsubscribe', 200],
  'get /dev/mails': ['/dev/mails', 200],
  'get /dev/mails/:name/:example': ['/dev/mails/none/1', 404],
  'get /docs': ['/docs', 200],
  'get /docs/': ['/docs/', 308],
  'get /docs/errors': ['/docs/errors', 200],
  'get /docs/start.js': ['/docs/start.js', 200],
  'get /downloads/data-exports/:token': ['/downloads/data-exports/made_up', 404],
  'get /downloads/files/:token': ['/downloads/files/made_up', 403],
  'get /health/live': ['/health/live', 200],
  'get /health/ready': ['/health/ready', 200],
  'get /newsletter/unsubscribe/:token': ['/newsletter/unsubscribe/made_up', 302],
  'get /openapi.json': ['/openapi.json', 200],
  'put /uploads/:token': ['/uploads/made_up', 403],
  'post /newsletter/unsubscribe/:token': ['/newsletter/unsubscribe/made_up', 400],
};

/** Paths of a layer's routes, and of the routers in it. */
interface Layer {
  readonly route?: { readonly path: string | string[]; readonly methods: Record<string, boolean> };
  readonly handle?: { readonly stack?: readonly Layer[] };
}

function routesIn(layers: readonly Layer[]): string[] {
  return layers.flatMap(({ route, handle }) => {
    const methods = Object.keys(route?.methods ?? {}).filter((method) => method !== '_all');
    const own = methods.flatMap((method) =>
      [route?.path ?? []].flat().map((at) => `${method} ${at}`),
    );
    return [...own, ...routesIn(handle?.stack ?? [])];
  });
}

test('Every route outside the API answers each caller as it answers no one', async () => {
  const { stack } = buildChain(shop.container, partsOf(shop.container)).router;
  const ofApi = new Set(routes.map(({ method, path }) => `${method} ${path}`));
  const others = routesIn(stack as unknown as readonly Layer[])
    .filter((name) => !ofApi.has(name) || name in OUTSIDE)
    // What a script's version names, and what has its own authentication, below the API's base.
    .filter((name) => !/^get \/docs\/assets\/|^post \/(?:auth\/token|stripe)$/.test(name));
  expect([...new Set(others)].toSorted()).toEqual(Object.keys(OUTSIDE).toSorted());
  const columns = await makeColumns();
  const methods = ['post', 'put'] as const;
  const wrong: string[] = [];
  // Metrics are served on a separate port.
  for (const [name, [address, due]] of Object.entries({ ...OUTSIDE, metrics: ['/metrics', 404] })) {
    for (const column of columns) {
      const method = methods.find((each) => name.startsWith(each)) ?? 'get';
      const { status } = await shop.api[method](String(address)).redirects(0).set(column.headers);
      if (status !== due) wrong.push(`${name} for ${column.name}: ${status}`);
    }
  }
  expect(wrong).toEqual([]);
}, 60_000);

test('Every permission that a route asks for is known', () => {
  const known = new Set<string>(['public', ...staffPermissions, ...holderOf.keys()]);
  expect(routes.filter(({ permission }) => !known.has(permission))).toEqual([]);
});
