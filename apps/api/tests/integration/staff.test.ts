import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { eventually } from '../helpers/eventually.ts';
import { signInPerson } from '../helpers/people.ts';
import { asStaff } from '../helpers/staff.ts';

interface Member {
  id: string;
  email: string;
  status: string;
  roles: { name: string; expiresAt: string | null }[];
  permissions: string[];
}

type Headers = Record<string, string>;

let shop: TestApp;
let roleIds: Map<string, string>;
beforeAll(async () => {
  shop = await startTestApp();
  const { body } = await shop.api.get('/api/v1/admin/roles').set(asStaff).expect(200);
  roleIds = new Map(
    (body.data as { id: string; name: string }[]).map(({ id, name }) => [name, id]),
  );
});
afterAll(() => shop.close());

const member = (userId: string) => `/api/v1/admin/staff/${userId}`;
const grantPath = (userId: string, role: string) =>
  `${member(userId)}/roles/${roleIds.get(role) ?? ''}`;
const grant = (headers: Headers, userId: string, role: string, body: object = {}) =>
  shop.api.put(grantPath(userId, role)).set(headers).send(body);
const revoke = (headers: Headers, userId: string, role: string) =>
  shop.api.delete(grantPath(userId, role)).set(headers);
const move = (headers: Headers, userId: string, act: 'disable' | 'enable') =>
  shop.api
    .post(`${member(userId)}/${act}`)
    .set(headers)
    .send({ reason: 'A test' });

/** Leaves the shop without any owner, which only a test may do. */
async function removeOwners(): Promise<void> {
  await shop.ctx.db.prisma.$executeRaw`ALTER TABLE role_grants DISABLE TRIGGER USER`;
  await shop.ctx.db.prisma.$executeRaw`DELETE FROM role_grants`;
  await shop.ctx.db.prisma.$executeRaw`ALTER TABLE role_grants ENABLE TRIGGER USER`;
}

async function personWith(...roles: string[]) {
  const person = await signInPerson(shop.container, { isCustomer: false });
  for (const role of roles) await grant(asStaff, person.userId, role).expect(200);
  return person;
}

describe('A role', () => {
  test('is granted, allows what it holds, expires, and is revoked', async () => {
    const person = await signInPerson(shop.container);
    const listDisputes = () => shop.api.get('/api/v1/admin/disputes').set(person.as);
    await listDisputes().expect(403);
    const granted = await grant(asStaff, person.userId, 'support').expect(200);
    expect(granted.body.data).toMatchObject({ roles: [{ name: 'support', expiresAt: null }] });
    expect(await eventually(async () => (await listDisputes()).status === 200, 1000)).toBe(true);
    const expiresAt = new Date(Date.now() + 1500).toISOString();
    await grant(asStaff, person.userId, 'support', { expiresAt }).expect(200);
    expect(await eventually(async () => (await listDisputes()).status === 403, 4000)).toBe(true);
    const { body } = await shop.api.get(member(person.userId)).set(asStaff).expect(200);
    expect(body.data).toMatchObject({ roles: [{ expiresAt }], permissions: [] });
    await revoke(asStaff, person.userId, 'support').expect(200);
    await shop.api.get(member(person.userId)).set(asStaff).expect(404);
    await revoke(asStaff, person.userId, 'support').expect(404);
  });

  test('adds to others: a person may do what any role allows', async () => {
    const person = await personWith('fulfilment', 'finance');
    const { body } = await shop.api.get(member(person.userId)).set(asStaff).expect(200);
    const { permissions } = body.data as Member;
    expect(permissions).toEqual(expect.arrayContaining(['orders:read', 'orders:refund']));
    expect(new Set(permissions).size).toBe(permissions.length);
  });

  test('is granted only by those who hold all of it, and never to oneself', async () => {
    const admin = await personWith('admin');
    const other = await signInPerson(shop.container);
    const owner = await grant(admin.as, other.userId, 'owner');
    expect(owner.body).toMatchObject({ status: 403, code: 'permission_not_held' });
    await grant(admin.as, other.userId, 'support').expect(200);
    const self = await grant(admin.as, admin.userId, 'support');
    expect(self.body).toMatchObject({ status: 403, code: 'own_role' });
  });

  test('that one holds for a while is granted for no longer', async () => {
    const admin = await personWith();
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    await grant(asStaff, admin.userId, 'admin', { expiresAt }).expect(200);
    const other = await signInPerson(shop.container);
    const later = new Date(Date.now() + 7_200_000).toISOString();
    const isAdmin = async () =>
      (await shop.api.get(member(admin.userId)).set(admin.as)).status === 200;
    expect(await eventually(isAdmin, 1000)).toBe(true);
    for (const body of [{}, { expiresAt: null }, { expiresAt: later }]) {
      const refused = await grant(admin.as, other.userId, 'support', body);
      expect(refused.body).toMatchObject({ status: 403, code: 'permission_not_held' });
      expect(refused.body.detail).toContain(expiresAt);
    }
    await grant(admin.as, other.userId, 'support', { expiresAt }).expect(200);
    // What another role gives for an unlimited time has no end.
    await grant(asStaff, admin.userId, 'support').expect(200);
    const isLasting = async () => (await grant(admin.as, other.userId, 'support')).status === 200;
    expect(await eventually(isLasting, 1000)).toBe(true);
  });

  test('that one does not hold is not revoked from others, but is given up', async () => {
    const admin = await personWith('admin');
    const owner = await personWith('owner');
    const second = await personWith('owner');
    const taken = await revoke(admin.as, owner.userId, 'owner');
    expect(taken.body).toMatchObject({ status: 403, code: 'permission_not_held' });
    const disabled = await move(admin.as, owner.userId, 'disable');
    expect(disabled.body).toMatchObject({ status: 403, code: 'permission_not_held' });
    await revoke(owner.as, owner.userId, 'owner').expect(200);
    await revoke(second.as, second.userId, 'owner').expect(409);
  });

  test('is granted to people with a verified address, and the customers’ to no one', async () => {
    const unverified = await signInPerson(shop.container, { isVerified: false });
    const refused = await grant(asStaff, unverified.userId, 'support');
    expect(refused.body).toMatchObject({ status: 409, code: 'state_conflict' });
    const person = await signInPerson(shop.container);
    const customers = await grant(asStaff, person.userId, 'customer');
    expect(customers.body).toMatchObject({ status: 422, code: 'role_built_in' });
    const past = await grant(asStaff, person.userId, 'support', {
      expiresAt: '2020-01-01T00:00:00.000Z',
    });
    expect(past.body).toMatchObject({ status: 400, code: 'validation_failed' });
    await grant(asStaff, 'usr_00000000000000000000000000', 'support').expect(404);
  });
});

describe('The last owner', () => {
  beforeEach(removeOwners);

  test('is not revoked, disabled or given an end', async () => {
    const owner = await personWith('owner');
    const refusals = [
      await revoke(owner.as, owner.userId, 'owner'),
      await revoke(asStaff, owner.userId, 'owner'),
      await move(asStaff, owner.userId, 'disable'),
      await grant(asStaff, owner.userId, 'owner', { expiresAt: '2099-01-01T00:00:00.000Z' }),
    ];
    expect(refusals.map(({ body }) => body.code as string)).toEqual(
      refusals.map(() => 'last_owner'),
    );
    const guest = await personWith();
    // One whose time runs out is no lasting owner.
    await grant(asStaff, guest.userId, 'owner', { expiresAt: '2099-01-01T00:00:00.000Z' });
    await revoke(asStaff, owner.userId, 'owner').expect(409);
    const { prisma } = shop.ctx.db;
    const erase = prisma.user.update({ where: { id: owner.userId }, data: { status: 'erased' } });
    await expect(erase).rejects.toThrow('The shop would have no owner');
  });

  test('stays when two owners remove each other at the same time', async () => {
    for (let round = 0; round < 10; round++) {
      await removeOwners();
      const [one, other] = [await personWith('owner'), await personWith('owner')];
      const answers = await Promise.all([
        revoke(one.as, other.userId, 'owner'),
        round % 2 === 0
          ? revoke(other.as, one.userId, 'owner')
          : move(other.as, one.userId, 'disable'),
      ]);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      const left = await shop.ctx.db.prisma.roleGrant.count({
        where: { role: { name: 'owner' }, user: { status: 'active' } },
      });
      expect(left).toBe(1);
    }
  });
});

describe('A member of staff', () => {
  test('who is disabled is signed out, cannot act, and has the same roles once enabled', async () => {
    const person = await personWith('support');
    await shop.api.get('/api/v1/admin/disputes').set(person.as).expect(200);
    const disabled = await move(asStaff, person.userId, 'disable').expect(200);
    expect(disabled.body.data).toMatchObject({ status: 'disabled' });
    const status = async () => (await shop.api.get('/api/v1/admin/disputes').set(person.as)).status;
    expect(await eventually(async () => (await status()) === 401, 1000)).toBe(true);
    await move(asStaff, person.userId, 'disable').expect(409);
    const enabled = await move(asStaff, person.userId, 'enable').expect(200);
    expect(enabled.body.data).toMatchObject({ status: 'active', roles: [{ name: 'support' }] });
    // The old sessions stay ended.
    expect(await status()).toBe(401);
    const entries = await shop.ctx.db.prisma.auditEntry.findMany({
      where: { subject: person.userId },
      orderBy: { id: 'asc' },
    });
    expect(entries.map(({ action }) => action)).toEqual([
      'role.grant',
      'staff.disable',
      'staff.enable',
    ]);
  });

  test('is found in the list by address, role and status, and customers are not', async () => {
    const person = await personWith('catalogue_manager');
    const customer = await signInPerson(shop.container);
    const list = async (query: string) => {
      const { body } = await shop.api.get(`/api/v1/admin/staff?${query}`).set(asStaff).expect(200);
      return (body.data as Member[]).map(({ id }) => id);
    };
    const email = (
      await shop.ctx.db.prisma.user.findUniqueOrThrow({ where: { id: person.userId } })
    ).email;
    expect(await list(`q=${encodeURIComponent(email)}`)).toEqual([person.userId]);
    expect(await list(`roleId=${roleIds.get('catalogue_manager') ?? ''}`)).toEqual([person.userId]);
    expect(await list('status=active&limit=100')).toContain(person.userId);
    expect(await list('limit=100')).not.toContain(customer.userId);
    await shop.api.get(member(customer.userId)).set(asStaff).expect(404);
  });

  test('without the permission cannot grant, revoke, disable or list', async () => {
    const person = await personWith('support');
    const other = await signInPerson(shop.container);
    const answers = [
      await grant(person.as, other.userId, 'support'),
      await revoke(person.as, other.userId, 'support'),
      await move(person.as, other.userId, 'disable'),
      await shop.api.get('/api/v1/admin/staff').set(person.as),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  });
});

test('npm run staff makes an owner who can sign in, lists, disables, and sets a password', async () => {
  const command = path.resolve(import.meta.dirname, '../../src/processes/staff.ts');
  const run = (words: readonly string[], input = '') => {
    const flags = ['--conditions=source', '--disable-warning=ExperimentalWarning'];
    const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, command, ...words], {
      input,
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'test',
        LOG_LEVEL: 'error',
        DATABASE_URL: shop.container.database.url,
        DATA_DIR: shop.container.config.dataDir,
      },
    });
    return { status, stdout, stderr };
  };
  const email = 'founder@shop.example';
  const logIn = (password: string) => shop.api.post('/api/v1/auth/login').send({ email, password });
  const made = run(['create', '--email', email]);
  expect(made).toMatchObject({ status: 0, stderr: '' });
  const first = /password (\S+)/.exec(made.stdout)?.[1] ?? '';
  const session = await logIn(first);
  expect(session.status).toBe(200);
  const token = (session.body as { data: { accessToken: string } }).data.accessToken;
  await shop.api
    .get('/api/v1/admin/staff')
    .set({ Authorization: `Bearer ${token}` })
    .expect(200);
  expect(run(['create', '--email', email, '--role', 'support']).stdout).toContain('as before');
  expect(run(['list']).stdout).toMatch(/founder@shop\.example {2}active {2}owner, support/);
  const chosen = 'four words make a password';
  const reset = run(['reset-password', '--email', email, '--password-stdin'], `${chosen}\n`);
  expect(reset.status).toBe(0);
  expect((await logIn(first)).status).toBe(401);
  expect((await logIn(chosen)).status).toBe(200);
  await personWith('owner');
  expect(run(['disable', '--email', email]).stdout).toContain('is disabled');
  expect((await logIn(chosen)).status).toBe(401);
  expect(run(['create', '--email', 'x@shop.example', '--role', 'emperor']).status).not.toBe(0);
  expect(run(['create', '--email', 'x']).status).toBe(64);
  expect(run(['reset-password', '--email', 'nil@shop.example']).status).not.toBe(0);
}, 60_000);
