import { startTestApp, type TestApp } from '../helpers/app.ts';
import { eventually } from '../helpers/eventually.ts';
import { signInPerson } from '../helpers/people.ts';
import { asStaff } from '../helpers/staff.ts';

interface Made {
  id: string;
  key: string;
  hint: string;
}

type Headers = Record<string, string>;

let shop: TestApp;
let otherProcess: TestApp;
let strict: TestApp;
beforeAll(async () => {
  shop = await startTestApp();
  const env = { DATABASE_URL: shop.container.database.url };
  otherProcess = await startTestApp(env);
  strict = await startTestApp({
    ...env,
    REQUIRE_PUBLISHABLE_KEY: 'true',
    ALLOW_ADMIN_API_KEY: 'false',
  });
});
afterAll(async () => {
  for (const app of [strict, otherProcess, shop]) await app.close();
});

const path = '/api/v1/admin/api-keys';
const create = (headers: Headers, body: object) =>
  shop.api
    .post(path)
    .set(headers)
    .send({ name: 'A test', ...body });

async function make(body: object): Promise<Made> {
  const answer = await create(asStaff, body).expect(201);
  return (answer.body as { data: Made }).data;
}
const secretKey = (permissions = ['jobs:read']) => make({ kind: 'secret', permissions });
const bearer = ({ key }: Pick<Made, 'key'>) => ({ Authorization: `Bearer ${key}` });
const listJobs = (headers: Headers, app = shop) => app.api.get('/api/v1/admin/jobs').set(headers);
const expectSoon = (status: number, headers: Headers, app = shop) =>
  eventually(async () => (await listJobs(headers, app)).status === status, 1000);

describe('A secret key', () => {
  test('may do what it names, and nothing else, nor what is a person’s', async () => {
    const key = await secretKey();
    expect(key.key).toMatch(/^cw_sk_\w{40}$/);
    await listJobs(bearer(key)).expect(200);
    await shop.api.get('/api/v1/admin/workflows').set(bearer(key)).expect(403);
    await shop.api.get('/api/v1/auth/me').set(bearer(key)).expect(403);
  });

  test('is shown once, and stored as a hash', async () => {
    const made = await secretKey();
    const { text } = await shop.api.get(`${path}/${made.id}`).set(asStaff).expect(200);
    expect(text).not.toContain(made.key);
    expect(made.hint).toBe(`cw_sk_…${made.key.slice(-4)}`);
    const rows = await shop.ctx.db.prisma.$queryRaw<{ row: string }[]>`
      SELECT k::text AS row FROM api_keys k UNION ALL SELECT a::text FROM audit_entries a`;
    expect(rows.filter(({ row }) => row.includes(made.key))).toEqual([]);
  });

  test('is refused in every process within a second once it is revoked', async () => {
    const key = await secretKey();
    for (const app of [shop, otherProcess]) await listJobs(bearer(key), app).expect(200);
    const revoke = () =>
      shop.api.post(`${path}/${key.id}/revoke`).set(asStaff).send({ reason: 'It leaked' });
    await revoke().expect(200);
    for (const app of [shop, otherProcess]) {
      expect(await expectSoon(401, bearer(key), app)).toBe(true);
    }
    await revoke().expect(409);
    await shop.api.post(`${path}/${key.id}/rotate`).set(asStaff).send({}).expect(409);
  });

  test('is rotated: the one before stays valid as long as it is said', async () => {
    const before = await secretKey();
    const rotate = async (overlapMinutes: number) => {
      const answer = await shop.api
        .post(`${path}/${before.id}/rotate`)
        .set(asStaff)
        .send({ overlapMinutes })
        .expect(200);
      return (answer.body as { data: Made }).data;
    };
    const next = await rotate(10);
    expect(next.id).toBe(before.id);
    for (const key of [before, next]) await listJobs(bearer(key)).expect(200);
    const last = await rotate(0);
    await listJobs(bearer(last)).expect(200);
    for (const key of [before, next]) expect(await expectSoon(401, bearer(key))).toBe(true);
  });

  test('ends when it expires', async () => {
    const key = await make({
      kind: 'secret',
      permissions: ['jobs:read'],
      expiresAt: new Date(Date.now() + 1500).toISOString(),
    });
    await listJobs(bearer(key)).expect(200);
    expect(await eventually(async () => (await listJobs(bearer(key))).status === 401, 4000)).toBe(
      true,
    );
    const past = await create(asStaff, {
      kind: 'secret',
      permissions: ['jobs:read'],
      expiresAt: '2020-01-01T00:00:00.000Z',
    });
    expect(past.body).toMatchObject({ status: 400, code: 'validation_failed' });
  });

  test('shows when it was used last', async () => {
    const key = await secretKey();
    await listJobs(bearer(key)).expect(200);
    const lastUsedAt = async () => {
      const { body } = await shop.api.get(`${path}/${key.id}`).set(asStaff).expect(200);
      return (body as { data: { lastUsedAt: string | null } }).data.lastUsedAt;
    };
    const first = await eventually(lastUsedAt, 1000);
    expect(first).not.toBeNull();
    await listJobs(bearer(key)).expect(200);
    expect(await lastUsedAt()).toBe(first);
  });

  test('holds no more than its maker, who cannot raise their rights by it', async () => {
    const maker = await signInPerson(shop.container, {
      permissions: ['apiKeys:read', 'apiKeys:write', 'jobs:read'],
    });
    const more = await create(maker.as, { kind: 'secret', permissions: ['jobs:write'] });
    expect(more.body).toMatchObject({ status: 403, code: 'permission_not_held' });
    await create(maker.as, { kind: 'secret', permissions: ['jobs:read'] }).expect(201);
    const strong = await secretKey(['jobs:write']);
    const rotated = await shop.api.post(`${path}/${strong.id}/rotate`).set(maker.as).send({});
    expect(rotated.body).toMatchObject({ status: 403, code: 'permission_not_held' });
    const machine = await secretKey(['apiKeys:write', 'roles:write']);
    const byMachine = await create(bearer(machine), {
      kind: 'secret',
      permissions: ['jobs:write'],
    });
    expect(byMachine.body).toMatchObject({ status: 403, code: 'permission_not_held' });
    const role = await shop.api
      .post('/api/v1/admin/roles')
      .set(bearer(machine))
      .send({ name: 'by_machine', title: 'x', permissions: ['jobs:write'] });
    expect(role.body).toMatchObject({ status: 403, code: 'permission_not_held' });
  });

  test('loses what its maker loses, ends while that person is disabled, and is taken over', async () => {
    const permissions = ['apiKeys:read', 'apiKeys:write', 'jobs:read', 'workflows:read'];
    const maker = await signInPerson(shop.container, { permissions });
    const answer = await create(maker.as, {
      kind: 'secret',
      permissions: ['jobs:read', 'workflows:read'],
    }).expect(201);
    const key = (answer.body as { data: Made }).data;
    for (const app of [shop, otherProcess]) await listJobs(bearer(key), app).expect(200);
    const { prisma } = shop.ctx.db;
    await prisma.role.updateMany({
      where: { grants: { some: { userId: maker.userId } } },
      data: { permissions: ['workflows:read'] },
    });
    for (const app of [shop, otherProcess]) {
      expect(await expectSoon(403, bearer(key), app)).toBe(true);
    }
    await shop.api.get('/api/v1/admin/workflows').set(bearer(key)).expect(200);
    await shop.api
      .post(`/api/v1/admin/staff/${maker.userId}/disable`)
      .set(asStaff)
      .send({ reason: 'Left' })
      .expect(200);
    for (const app of [shop, otherProcess]) {
      expect(await expectSoon(401, bearer(key), app)).toBe(true);
    }
    const heir = await signInPerson(shop.container, { permissions });
    const take = (as: Headers) =>
      shop.api.post(`${path}/${key.id}/take`).set(as).send({ reason: 'A successor' });
    const lesser = await signInPerson(shop.container, { permissions: ['apiKeys:write'] });
    expect((await take(lesser.as)).body).toMatchObject({ code: 'permission_not_held' });
    const taken = await take(heir.as).expect(200);
    expect((taken.body as { data: object }).data).toMatchObject({ ownerId: heir.userId });
    for (const app of [shop, otherProcess]) {
      expect(await expectSoon(200, bearer(key), app)).toBe(true);
    }
  });

  test('ends with the grant by which its maker made it', async () => {
    const permissions = ['apiKeys:write', 'jobs:read'];
    const maker = await signInPerson(shop.container, { permissions });
    await shop.ctx.db.prisma.roleGrant.updateMany({
      where: { userId: maker.userId },
      data: { expiresAt: new Date(Date.now() + 2500) },
    });
    const answer = await create(maker.as, { kind: 'secret', permissions: ['jobs:read'] });
    const key = (answer.body as { data: Made }).data;
    await listJobs(bearer(key)).expect(200);
    const strong = await secretKey(['jobs:read']);
    const rotated = await shop.api.post(`${path}/${strong.id}/rotate`).set(maker.as).send({});
    expect(rotated.body).toMatchObject({ status: 403, code: 'permission_not_held' });
    const isRefused = async () => (await listJobs(bearer(key))).status === 403;
    expect(await eventually(isRefused, 5000)).toBe(true);
  });

  test('makes keys that last no longer than itself, and are revoked with it', async () => {
    const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
    const machine = await make({
      kind: 'secret',
      permissions: ['apiKeys:write', 'jobs:read'],
      expiresAt: inAnHour,
    });
    const body = { kind: 'secret', permissions: ['jobs:read'] };
    const longer = await create(bearer(machine), body);
    expect(longer.body).toMatchObject({ status: 403, code: 'permission_not_held' });
    const made = await create(bearer(machine), { ...body, expiresAt: inAnHour }).expect(201);
    const child = (made.body as { data: Made }).data;
    await listJobs(bearer(child)).expect(200);
    await shop.api.post(`${path}/${machine.id}/revoke`).set(asStaff).send({ reason: 'It leaked' });
    for (const app of [shop, otherProcess]) {
      expect(await expectSoon(401, bearer(child), app)).toBe(true);
    }
  });

  test.each(['hash', 'id', 'createdBy', 'ownerId', 'previousHash', 'lastUsedAt'])(
    'takes no member %s from a request',
    async (member) => {
      const answer = await create(asStaff, {
        kind: 'secret',
        permissions: ['jobs:read'],
        [member]: 'x',
      });
      expect(answer.body).toMatchObject({ status: 400, code: 'validation_failed' });
    },
  );

  test('acts under its id in the audit log', async () => {
    const machine = await secretKey(['roles:write']);
    const made = await shop.api
      .post('/api/v1/admin/roles')
      .set(bearer(machine))
      .send({ name: 'made_by_key', title: 'x' })
      .expect(201);
    const { id } = (made.body as { data: { id: string } }).data;
    const [entry] = await shop.ctx.db.prisma.auditEntry.findMany({ where: { subject: id } });
    expect(entry?.actor).toBe(`apiKey:${machine.id}`);
  });
});

describe('A publishable key', () => {
  const products = (headers: Headers, app = shop) => app.api.get('/api/v1/products').set(headers);
  const named = ({ key }: Made) => ({ 'X-Publishable-Key': key });

  test('is not needed unless the shop requires one', async () => {
    await products({}).expect(200);
    await products({}).expect(200);
    for (let round = 0; round < 3; round++) {
      const { body } = await products({}, strict).expect(401);
      expect(body).toMatchObject({ code: 'publishable_key_required' });
    }
    const key = await make({ kind: 'publishable' });
    for (let round = 0; round < 3; round++) await products(named(key), strict).expect(200);
    await products({}, strict).expect(401);
    // Staff and servers need none.
    await listJobs(bearer(await secretKey()), strict).expect(200);
  });

  test('is sent by pages of its origins alone, warm or not', async () => {
    const origin = 'https://shop.example';
    const key = await make({ kind: 'publishable', origins: [origin], salesChannel: 'web' });
    for (let round = 0; round < 3; round++) {
      await products({ ...named(key), Origin: origin }).expect(200);
      const { body } = await products({ ...named(key), Origin: 'https://evil.example' });
      expect(body).toMatchObject({ status: 403, code: 'origin_not_allowed' });
      await products(named(key)).expect(200);
    }
  });

  test('that is unknown, revoked or secret is refused', async () => {
    await products({ 'X-Publishable-Key': 'cw_pk_unknown' }).expect(401);
    await products(named(await secretKey())).expect(401);
    const key = await make({ kind: 'publishable' });
    await products(named(key)).expect(200);
    await shop.api.post(`${path}/${key.id}/revoke`).set(asStaff).send({ reason: 'A test' });
    expect(await eventually(async () => (await products(named(key))).status === 401, 1000)).toBe(
      true,
    );
  });

  test('opens no route of staff', async () => {
    const key = await make({ kind: 'publishable' });
    expect((await listJobs(named(key))).status).toBe(401);
    expect((await listJobs(bearer(key))).status).toBe(401);
  });
});

test('The admin key opens nothing once it is switched off', async () => {
  expect((await listJobs(asStaff, strict)).status).toBe(401);
  expect((await listJobs(asStaff)).status).toBe(200);
});
