import { newId } from '../../src/kernel/ids.ts';
import { customerPermissions, staffPermissions } from '../../src/kernel/permissions.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { eventually } from '../helpers/eventually.ts';
import { signInPerson } from '../helpers/people.ts';
import { asStaff } from '../helpers/staff.ts';

interface Role {
  id: string;
  name: string;
  permissions: string[];
  builtIn: boolean;
}

type Headers = Record<string, string>;

let shop: TestApp;
beforeAll(async () => {
  shop = await startTestApp();
});
afterAll(() => shop.close());

const path = '/api/v1/admin/roles';

async function builtIn(name: string): Promise<Role> {
  const { body } = await shop.api.get(path).set(asStaff).expect(200);
  const role = (body.data as Role[]).find((one) => one.name === name);
  if (!role) throw new Error(`There is no role ${name}`);
  return role;
}

const create = (headers: Headers, body: object) => shop.api.post(path).set(headers).send(body);
const change = (headers: Headers, id: string, body: object) =>
  shop.api.patch(`${path}/${id}`).set(headers).send(body);

let names = 0;
async function createRole(permissions: string[]): Promise<Role> {
  const answer = await create(asStaff, { name: `role_${++names}`, title: 'A role', permissions });
  expect(answer.status).toBe(201);
  return answer.body.data as Role;
}

/** A person of this role, as a grant makes one. */
async function personOf({ id }: Role) {
  const person = await signInPerson(shop.container);
  await shop.ctx.db.prisma.roleGrant.create({
    data: { id: `rg_${person.userId}`, userId: person.userId, roleId: id },
  });
  return person;
}

describe('The built-in roles', () => {
  test('are there from the start: the owner holds everything, an admin all but naming owners', async () => {
    const { body } = await shop.api.get(path).set(asStaff).expect(200);
    const roles = body.data as Role[];
    expect(roles.map(({ name }) => name)).toEqual([
      'owner',
      'admin',
      'finance',
      'fulfilment',
      'catalogue_manager',
      'support',
      'customer',
    ]);
    const permissionsOf = (name: string) => roles.find((role) => role.name === name)?.permissions;
    expect(permissionsOf('owner')).toEqual(staffPermissions.toSorted());
    expect(permissionsOf('admin')).toEqual(
      staffPermissions.filter((permission) => permission !== 'owners:write').toSorted(),
    );
    expect(permissionsOf('customer')).toEqual(customerPermissions.toSorted());
    expect(permissionsOf('support')).toContain('orders:read');
    expect(permissionsOf('support')).not.toContain('roles:read');
  });

  test('can be changed, keep what a later version adds, and reach their people within a second', async () => {
    const support = await builtIn('support');
    const person = await personOf(support);
    const listDisputes = () => shop.api.get('/api/v1/admin/disputes').set(person.as);
    await listDisputes().expect(200);
    const permissions = support.permissions.filter((one) => one !== 'disputes:read');
    const changed = await change(asStaff, support.id, {
      permissions: [...permissions, 'jobs:write'],
    }).expect(200);
    expect((changed.body.data as Role).permissions).toEqual(
      [...permissions, 'jobs:write'].toSorted(),
    );
    expect(await eventually(async () => (await listDisputes()).status === 403, 1000)).toBe(true);
    // Only the differences are stored, so a permission that the defaults get later comes along.
    const row = await shop.ctx.db.prisma.role.findUniqueOrThrow({ where: { id: support.id } });
    expect(row).toMatchObject({ permissions: ['jobs:write'], withheld: ['disputes:read'] });
    await change(asStaff, support.id, { permissions: support.permissions }).expect(200);
  });

  test('are never deleted, and the owner’s never lacks a permission', async () => {
    const owner = await builtIn('owner');
    const support = await builtIn('support');
    const lesser = await change(asStaff, owner.id, { permissions: ['orders:read'] });
    expect(lesser.body).toMatchObject({ status: 422, code: 'role_built_in' });
    const deleted = await shop.api.delete(`${path}/${support.id}`).set(asStaff);
    expect(deleted.body).toMatchObject({ status: 422, code: 'role_built_in' });
  });

  test('hold for customers what is their own, and for staff what is staff’s', async () => {
    const customer = await builtIn('customer');
    const asCustomer = await change(asStaff, customer.id, { permissions: ['orders:read'] });
    expect(asCustomer.body).toMatchObject({ status: 422, code: 'role_permission_unfit' });
    const own = await create(asStaff, {
      name: 'for_customers',
      title: 'x',
      permissions: ['account:read:own'],
    });
    expect(own.body).toMatchObject({ status: 422, code: 'role_permission_unfit' });
  });
});

describe('A role', () => {
  test('is made, read, changed with its tag, and deleted', async () => {
    const role = await createRole(['orders:read', 'orders:read']);
    expect(role).toMatchObject({ builtIn: false, permissions: ['orders:read'] });
    const { headers } = await shop.api.get(`${path}/${role.id}`).set(asStaff).expect(200);
    const tag = { 'If-Match': String(headers['etag']) };
    await change({ ...asStaff, ...tag }, role.id, { title: 'Renamed' }).expect(200);
    const late = await change({ ...asStaff, ...tag }, role.id, { title: 'Late' }).expect(412);
    expect(late.body).toMatchObject({ code: 'precondition_failed' });
    await shop.api.delete(`${path}/${role.id}`).set(asStaff).expect(200);
    await shop.api.get(`${path}/${role.id}`).set(asStaff).expect(404);
    const entries = await shop.ctx.db.prisma.auditEntry.findMany({ where: { subject: role.id } });
    expect(entries.map(({ action }) => action).toSorted()).toEqual([
      'role.change',
      'role.create',
      'role.delete',
    ]);
  });

  test('has a name that no other has', async () => {
    const answer = await create(asStaff, { name: 'support', title: 'Another' });
    expect(answer.body).toMatchObject({ status: 409, code: 'role_name_taken' });
  });

  test('that someone is granted cannot be deleted', async () => {
    const role = await createRole(['orders:read']);
    await personOf(role);
    const answer = await shop.api.delete(`${path}/${role.id}`).set(asStaff);
    expect(answer.body).toMatchObject({ status: 409, code: 'role_in_use' });
  });

  test('holds what its maker holds, and nothing more', async () => {
    const maker = await signInPerson(shop.container, {
      permissions: ['roles:read', 'roles:write', 'orders:read'],
    });
    const more = await create(maker.as, {
      name: 'more',
      title: 'More',
      permissions: ['orders:read', 'orders:refund'],
    });
    expect(more.body).toMatchObject({ status: 403, code: 'permission_not_held' });
    expect(more.body.detail).toContain('orders:refund');
    expect(more.body.detail).not.toContain('orders:read');
    await create(maker.as, { name: 'equal', title: 'Equal', permissions: ['orders:read'] }).expect(
      201,
    );
  });

  test('is not changed beyond what the one who changes it holds, not even one’s own', async () => {
    const role = await createRole(['roles:write', 'orders:read']);
    const person = await personOf(role);
    const raised = await change(person.as, role.id, {
      permissions: ['roles:write', 'orders:read', 'orders:refund'],
    });
    expect(raised.body).toMatchObject({ status: 403, code: 'permission_not_held' });
    const admin = await builtIn('admin');
    const lowered = await change(person.as, admin.id, { permissions: ['orders:read'] });
    expect(lowered.body).toMatchObject({ status: 403, code: 'permission_not_held' });
    const deletable = await createRole(['orders:refund']);
    const deleted = await shop.api.delete(`${path}/${deletable.id}`).set(person.as);
    expect(deleted.body).toMatchObject({ status: 403, code: 'permission_not_held' });
    await change(person.as, role.id, { permissions: ['roles:write'] }).expect(200);
  });

  test('is given no permission by someone who holds it only for a while', async () => {
    const lasting = await createRole(['roles:write']);
    const person = await personOf(lasting);
    const ending = await createRole(['orders:read']);
    await shop.ctx.db.prisma.roleGrant.create({
      data: {
        id: newId('roleGrant'),
        userId: person.userId,
        roleId: ending.id,
        expiresAt: new Date(Date.now() + 3_600_000),
      },
    });
    const permissions = ['roles:write', 'orders:read'];
    const raise = () => change(person.as, lasting.id, { permissions });
    const isRefused = async () => {
      const { body } = await raise();
      return /only until/.test(body.detail ?? '') && body.code === 'permission_not_held';
    };
    expect(await eventually(isRefused, 1000)).toBe(true);
  });

  test.each(['builtIn', 'withheld', 'id', 'grants', 'createdAt'])(
    'takes no member %s from a request',
    async (member) => {
      const role = await createRole(['orders:read']);
      const answer = await change(asStaff, role.id, { [member]: member === 'builtIn' ? true : [] });
      expect(answer.body).toMatchObject({ status: 400, code: 'validation_failed' });
    },
  );

  test('is written only with a fresh proof of who one is', async () => {
    const { as, sessionId } = await signInPerson(shop.container, {
      permissions: ['roles:read', 'roles:write'],
    });
    await create(as, { name: 'fresh', title: 'Fresh' }).expect(201);
    await shop.ctx.db.prisma.session.update({
      where: { id: sessionId },
      data: { authenticatedAt: new Date(Date.now() - 11 * 60_000) },
    });
    const isRefused = async () => {
      const answer = await create(as, { name: `stale_${++names}`, title: 'Stale' });
      return answer.body.code === 'factor_required' && answer.status === 403;
    };
    expect(await eventually(isRefused, 1000)).toBe(true);
    await shop.api.get(path).set(as).expect(200);
  });
});

test('The customers’ role takes from every customer what the shop takes out of it', async () => {
  const person = await signInPerson(shop.container);
  const { identity } = shop.container.services;
  const permissions = async () => {
    const caller = await identity.identify(person.token);
    return caller.kind === 'user' ? [...caller.identity.permissions].toSorted() : [];
  };
  expect(await permissions()).toEqual(customerPermissions.toSorted());
  const staff = await signInPerson(shop.container, {
    isCustomer: false,
    permissions: ['jobs:read'],
  });
  const caller = await identity.identify(staff.token);
  expect(caller).toMatchObject({ kind: 'user', identity: { permissions: new Set(['jobs:read']) } });
  if (customerPermissions.length === 0) return;
  const role = await builtIn('customer');
  await change(asStaff, role.id, { permissions: [] }).expect(200);
  expect(await eventually(async () => (await permissions()).length === 0, 1000)).toBe(true);
  await change(asStaff, role.id, { permissions: role.permissions }).expect(200);
});

test('Every permission is listed with its built-in roles and the routes that require it', async () => {
  const { body } = await shop.api.get('/api/v1/admin/permissions').set(asStaff).expect(200);
  const listed = body.data as { name: string; defaultRoles: string[]; routes: string[] }[];
  expect(listed.map(({ name }) => name)).toEqual(expect.arrayContaining([...staffPermissions]));
  const refund = listed.find(({ name }) => name === 'orders:refund');
  expect(refund?.routes).toContain('POST /admin/orders/{orderId}/refunds');
  expect(refund?.defaultRoles).toEqual(expect.arrayContaining(['owner', 'admin', 'support']));
});
