import { Client } from 'pg';
import { createVariant } from '../helpers/carts.ts';
import { placePaidOrder } from '../helpers/orders.ts';
import { signInPerson } from '../helpers/people.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { asStaff } from '../helpers/staff.ts';

let shop: SalesApp;
let variantId: string;

beforeAll(async () => {
  shop = await startSalesApp();
  variantId = await createVariant(shop, { stock: 1000 });
});
afterAll(() => shop.close());

const prisma = () => shop.ctx.db.prisma;
const base = '/api/v1/admin/customer-groups';
let names = 0;

async function createGroup(rule: object | null = null): Promise<string> {
  const name = `Group ${++names}`;
  const { body } = await shop.api.post(base).set(asStaff).send({ name, rule }).expect(201);
  return body.data.id;
}

const refresh = (id: string) => shop.container.services.customerGroups.refresh(shop.ctx, id);
const put = (group: string, customer: string) =>
  shop.api.put(`${base}/${group}/members/${customer}`).set(asStaff);
const takeOut = (group: string, customer: string) =>
  shop.api.delete(`${base}/${group}/members/${customer}`).set(asStaff);

async function membersOf(group: string): Promise<string[]> {
  const { body } = await shop.api.get('/api/v1/admin/customers').query({ group }).set(asStaff);
  return (body.data as { id: string }[]).map(({ id }) => id);
}

/** Who entered and left, in their order. */
async function movesOf(groupId: string): Promise<string[]> {
  const events = await shop.ctx.db.prisma.event.findMany({
    where: { payload: { path: ['groupId'], equals: groupId } },
    orderBy: { id: 'asc' },
  });
  return events.map(({ type, payload }) => {
    return `${type} ${(payload as { customerId?: string }).customerId}`;
  });
}

async function buyAs(customerId: string): Promise<string> {
  const { orderId } = await placePaidOrder(shop, variantId);
  await shop.ctx.db.prisma.order.update({ where: { id: orderId }, data: { customerId } });
  return orderId;
}

const tag = (customerId: string, tags: string[]) =>
  shop.api.patch(`/api/v1/admin/customers/${customerId}`).set(asStaff).send({ tags }).expect(200);

test('customers enter and leave a group by its rule, each with an event', async () => {
  const buyer = await signInPerson(shop.container);
  const other = await signInPerson(shop.container);
  await buyAs(other.customerId);
  await buyAs(buyer.customerId);
  await buyAs(buyer.customerId);
  const rules = [
    { minOrders: 2 },
    { minOrders: 1, tag: 'grouped' },
    { tag: 'grouped', country: 'US', minSpent: { amount: 1, currency: 'USD' } },
  ];
  await tag(buyer.customerId, ['grouped']);
  for (const rule of rules) {
    const group = await createGroup(rule);
    await refresh(group);
    await refresh(group);
    expect({ rule, members: await membersOf(group) }).toEqual({
      rule,
      members: [buyer.customerId],
    });
    expect(await movesOf(group)).toEqual([`customer.joined_group ${buyer.customerId}`]);
  }
  const none = await createGroup({ tag: 'grouped', minSpent: { amount: 1, currency: 'EUR' } });
  await refresh(none);
  expect(await membersOf(none)).toEqual([]);
  const group = await createGroup({ tag: 'grouped' });
  await refresh(group);
  await tag(buyer.customerId, []);
  await refresh(group);
  expect(await membersOf(group)).toEqual([]);
  expect(await movesOf(group)).toEqual([
    `customer.joined_group ${buyer.customerId}`,
    `customer.left_group ${buyer.customerId}`,
  ]);
});

test('a change of the rule, and a refresh by hand, queue the job that finds the members', async () => {
  const group = await createGroup();
  const queued = async () => {
    const { rows } = await shop.container.database.pool.query(
      `SELECT 1 FROM graphile_worker._private_jobs WHERE payload ->> 'groupId' = $1`,
      [group],
    );
    return rows.length;
  };
  expect(await queued()).toBe(0);
  await shop.api
    .patch(`${base}/${group}`)
    .set(asStaff)
    .send({ rule: { tag: 'x' } })
    .expect(200);
  expect(await queued()).toBe(1);
  await shop.api.post(`${base}/${group}/refresh`).set(asStaff).expect(202);
  expect(await queued()).toBe(2);
  const { services } = shop.container;
  const show = async () => (await shop.api.get(`${base}/${group}`).set(asStaff)).body.data;
  const before = await show();
  await services.customerGroups.refreshAll(shop.ctx);
  const { refreshedAt, ...after } = await show();
  expect({ ...after, refreshedAt: null }).toEqual(before);
  expect(refreshedAt).not.toBeNull();
});

test('the members of a rule that is taken away leave', async () => {
  const { customerId } = await signInPerson(shop.container);
  await tag(customerId, ['until the rule goes']);
  const group = await createGroup({ tag: 'until the rule goes' });
  await refresh(group);
  expect(await membersOf(group)).toEqual([customerId]);
  await shop.api.patch(`${base}/${group}`).set(asStaff).send({ rule: null }).expect(200);
  await shop.container.services.customerGroups.refreshAll(shop.ctx);
  expect(await membersOf(group)).toEqual([]);
});

test('two refreshes at the same time add a member once', async () => {
  const { customerId } = await signInPerson(shop.container);
  await tag(customerId, ['raced']);
  const group = await createGroup({ tag: 'raced' });
  await Promise.all([1, 2, 3, 4].map(() => refresh(group)));
  expect(await movesOf(group)).toEqual([`customer.joined_group ${customerId}`]);
});

test('whom staff put in stays whatever the rule says, and leaves by staff', async () => {
  const { customerId, as } = await signInPerson(shop.container);
  const group = await createGroup({ tag: 'no one has it' });
  await put(group, customerId).expect(200);
  await put(group, customerId).expect(200);
  await refresh(group);
  expect(await membersOf(group)).toEqual([customerId]);
  const { body } = await shop.api.get('/api/v1/me').set(as).expect(200);
  expect(body.data.groups).toEqual([{ id: group, name: `Group ${names}` }]);
  await takeOut(group, customerId).expect(200);
  await takeOut(group, customerId).expect(404);
  expect(await movesOf(group)).toEqual([
    `customer.joined_group ${customerId}`,
    `customer.left_group ${customerId}`,
  ]);
});

test('a member by the rule is not taken out by hand', async () => {
  const { customerId } = await signInPerson(shop.container);
  await tag(customerId, ['kept']);
  const group = await createGroup({ tag: 'kept' });
  await refresh(group);
  await takeOut(group, customerId).expect(409);
  expect(await membersOf(group)).toEqual([customerId]);
});

test('two groups do not have one name, and a deleted one has no members', async () => {
  const { customerId, as } = await signInPerson(shop.container);
  const group = await createGroup();
  await put(group, customerId).expect(200);
  const { body } = await shop.api
    .post(base)
    .set(asStaff)
    .send({ name: `Group ${names}` })
    .expect(409);
  expect(body.code).toBe('group_name_taken');
  await shop.api.delete(`${base}/${group}`).set(asStaff).expect(200);
  await put(group, customerId).expect(404);
  const me = await shop.api.get('/api/v1/me').set(as).expect(200);
  expect(me.body.data.groups).toEqual([]);
});

test('a merge moves what staff put the duplicate into', async () => {
  const survivor = await signInPerson(shop.container);
  const loser = await signInPerson(shop.container);
  const group = await createGroup();
  await put(group, loser.customerId).expect(200);
  await shop.api
    .post(`/api/v1/admin/customers/${survivor.customerId}/merge`)
    .set(asStaff)
    .send({ loserId: loser.customerId, reason: 'registered twice' })
    .expect(200);
  expect(await membersOf(group)).toEqual([survivor.customerId]);
  await put(group, loser.customerId).expect(409);
});

test('no one is put into a group while they are merged into another', async () => {
  for (const _ of [1, 2, 3, 4, 5]) {
    const survivor = await signInPerson(shop.container);
    const loser = await signInPerson(shop.container);
    const group = await createGroup();
    const path = `/api/v1/admin/customers/${survivor.customerId}/merge`;
    const merge = { loserId: loser.customerId, reason: 'registered twice' };
    await Promise.all([
      put(group, loser.customerId),
      shop.api.post(path).set(asStaff).send(merge).expect(200),
    ]);
    const where = { customerId: loser.customerId };
    expect(await shop.ctx.db.prisma.customerGroupMember.count({ where })).toBe(0);
  }
});

test('an erasure takes a customer out of every group', async () => {
  const { customerId, as } = await signInPerson(shop.container);
  const group = await createGroup();
  await put(group, customerId).expect(200);
  const asked = await shop.api.post('/api/v1/me/erasure').set(as).send({ confirm: true });
  expect(asked.status).toBe(202);
  await shop.container.services.dataRequests.erase(shop.ctx, asked.body.data.id);
  const where = { customerId };
  expect(await shop.ctx.db.prisma.customerGroupMember.count({ where })).toBe(0);
});

test('a rule without a condition is refused', async () => {
  const { status } = await shop.api.post(base).set(asStaff).send({ name: 'empty', rule: {} });
  expect(status).toBe(400);
});

test('of two who change a group as they read it, the second is refused; members change no tag', async () => {
  const id = await createGroup();
  const read = () => shop.api.get(`${base}/${id}`).set(asStaff).expect(200);
  const change = (body: object, etag: string) =>
    shop.api
      .patch(`${base}/${id}`)
      .set({ ...asStaff, 'If-Match': etag })
      .send(body);
  const etag = (await read()).headers['etag'] ?? '';
  const { customerId } = await signInPerson(shop.container);
  await put(id, customerId).expect(200);
  const again = await shop.api.get(`${base}/${id}`).set({ ...asStaff, 'If-None-Match': etag });
  expect(again).toMatchObject({ status: 200, body: { data: { members: 1 } } });
  const answers = await Promise.all([1, 2, 3].map((n) => change({ description: `${n}` }, etag)));
  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
    200, 412, 412,
  ]);
  const refused = answers.find(({ status }) => status === 412);
  expect(refused?.headers['etag']).toBe((await read()).headers['etag']);
});

test('a refresh looks at each customer once, however many enter', async () => {
  const { pool } = shop.container.database;
  const count = 1200;
  await pool.query(
    `WITH people AS (
       INSERT INTO users (id, email, email_key)
       SELECT 'usr_many' || n, 'many' || n || '@example.com', 'many' || n || '@example.com'
       FROM generate_series(1, $1::int) AS n RETURNING id
     )
     INSERT INTO customers (id, user_id, tags) SELECT 'cus_' || id, id, '{many}' FROM people`,
    [count],
  );
  const group = await createGroup({ tag: 'many' });
  const before = await prisma().customer.count();
  let runs = 0;
  const query = Reflect.get(Client.prototype, 'query') as (...args: unknown[]) => unknown;
  const spy = jest.spyOn(Client.prototype, 'query').mockImplementation(function (
    this: Client,
    ...args: unknown[]
  ) {
    const { name } = (args[0] ?? {}) as { name?: string };
    if (name === 'customerGroups.applyRule') runs++;
    return query.apply(this, args);
  });
  await refresh(group);
  spy.mockRestore();
  expect(runs).toBe(Math.ceil(before / 500) + 1);
  expect(await prisma().customerGroupMember.count({ where: { groupId: group } })).toBe(count);
});
