import { newId } from '../../src/kernel/ids.ts';
import { eventually } from '../helpers/eventually.ts';
import { createVariant } from '../helpers/carts.ts';
import { ledgerOf } from '../helpers/credit.ts';
import { assertInvariants } from '../helpers/invariants.ts';
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
afterEach(() => assertInvariants(shop.ctx));
afterAll(() => shop.close());

interface Page {
  data: { id: string }[];
  meta: { nextCursor: string | null; prevCursor: string | null };
}

const reason = 'registered twice';
const list = (query: Record<string, string | number>) =>
  shop.api.get('/api/v1/admin/customers').query(query).set(asStaff);
const get = (id: string) => shop.api.get(`/api/v1/admin/customers/${id}`).set(asStaff);
const patch = (id: string, body: object) =>
  shop.api.patch(`/api/v1/admin/customers/${id}`).set(asStaff).send(body);
const act = (id: string, action: string, body: object = { reason }) =>
  shop.api.post(`/api/v1/admin/customers/${id}/${action}`).set(asStaff).send(body);
const idsOf = (body: { data: { id: string }[] }) => body.data.map(({ id }) => id);

async function buyAs(customerId: string): Promise<string> {
  const { orderId } = await placePaidOrder(shop, variantId);
  await shop.ctx.db.prisma.order.update({ where: { id: orderId }, data: { customerId } });
  return orderId;
}

const giveCredit = async (customerId: string, amount: number) =>
  (
    await shop.container.services.credit.issue(shop.ctx, {
      kind: 'store_credit',
      customerId,
      amount: { amount, currency: 'USD' },
    })
  ).account;

test('staff find customers by address, tag, company, country, orders, spending and consent', async () => {
  const email = 'needle@example.com';
  const { customerId } = await signInPerson(shop.container, { email });
  await patch(customerId, { tags: ['vip'] }).expect(200);
  await buyAs(customerId);
  await buyAs(customerId);
  const members = { create: { customerId, role: 'buyer' as const } };
  const [company, other] = [newId('company'), newId('company')];
  await shop.ctx.db.prisma.company.create({ data: { id: company, name: 'Ottakar', members } });
  await shop.container.services.consents.import(shop.ctx, [
    { email, topic: 'offers', state: 'subscribed', level: 'confirmed_opt_in', wording: 'x' },
  ]);
  for (const query of [
    { q: 'NEEDLE' },
    { tag: 'vip' },
    { company },
    { country: 'US' },
    { minOrders: 2 },
    { minSpent: 1, currency: 'USD' },
    { consent: 'offers' },
    { status: 'active', q: customerId },
    { lastOrderBefore: '2999-01-01T00:00:00.000Z' },
    { lastOrderAfter: '2000-01-01T00:00:00.000Z' },
  ]) {
    const { body } = await list(query).expect(200);
    expect({ query, ids: idsOf(body) }).toEqual({ query, ids: [customerId] });
  }
  for (const query of [
    { q: 'needle', tag: 'other' },
    { q: 'needle', company: other },
    { q: 'needle', country: 'DE' },
    { q: 'needle', minOrders: 3 },
    { q: 'needle', minSpent: 1, currency: 'EUR' },
    { q: 'needle', consent: 'surveys' },
    { q: 'needle', status: 'disabled' },
    { q: 'needle', lastOrderBefore: '2000-01-01T00:00:00.000Z' },
    { q: 'needle', lastOrderAfter: '2999-01-01T00:00:00.000Z' },
  ]) {
    const { body } = await list(query).expect(200);
    expect({ query, ids: idsOf(body) }).toEqual({ query, ids: [] });
  }
  const { body } = await get(customerId).expect(200);
  expect(body.data).toMatchObject({ email, orders: 2, tags: ['vip'] });
  expect(body.data.spent).toMatchObject([{ currency: 'USD' }]);
});

test('the list of customers is walked by cursors', async () => {
  for (const _ of [1, 2, 3]) await signInPerson(shop.container);
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const answer: { body: Page } = await list({ limit: 2, ...(cursor && { cursor }) }).expect(200);
    seen.push(...idsOf(answer.body));
    cursor = answer.body.meta.nextCursor;
  }
  expect(seen).toEqual(seen.toSorted().toReversed());
  expect(seen).toHaveLength(await shop.ctx.db.prisma.customer.count());
});

test('the list of customers is sorted by orders, spending and last order, over pages in both directions', async () => {
  const tag = 'sorted';
  const ids: string[] = [];
  for (const orders of [2, 0, 1]) {
    const { customerId } = await signInPerson(shop.container);
    await patch(customerId, { tags: [tag] }).expect(200);
    for (let count = 0; count < orders; count++) await buyAs(customerId);
    ids.push(customerId);
  }
  const [two, none, one] = ids;
  for (const [query, expected] of [
    [{ sort: '-createdAt' }, [one, none, two]],
    [{ sort: 'createdAt' }, [two, none, one]],
    [{ sort: '-orders' }, [two, one, none]],
    [{ sort: 'orders' }, [none, one, two]],
    [{ sort: '-spent', currency: 'USD' }, [two, one, none]],
    [{ sort: '-lastOrderAt' }, [one, two, none]],
  ] as const) {
    const first = (await list({ ...query, tag, limit: 2 }).expect(200)).body as Page;
    const cursor = first.meta.nextCursor ?? '';
    const second = (await list({ ...query, tag, limit: 2, cursor }).expect(200)).body as Page;
    expect({ query, ids: [...idsOf(first), ...idsOf(second)] }).toEqual({ query, ids: expected });
    const back = await list({ ...query, tag, limit: 2, cursor: second.meta.prevCursor ?? '' });
    expect({ query, ids: idsOf(back.body) }).toEqual({ query, ids: expected.slice(0, 2) });
  }
  await list({ sort: '-spent' }).expect(400);
});

test('staff see the orders of a customer alone, and a timeline of orders, sign-ins, consents and acts', async () => {
  const { customerId, as } = await signInPerson(shop.container);
  const stranger = await signInPerson(shop.container);
  const path = `/api/v1/admin/customers/${customerId}`;
  const orderId = await buyAs(customerId);
  await buyAs(stranger.customerId);
  const { body: orders } = await shop.api.get(`${path}/orders`).set(asStaff).expect(200);
  expect(idsOf(orders)).toEqual([orderId]);
  const consents = [{ topic: 'offers', subscribed: true }];
  await shop.api.put('/api/v1/me/consents').set(as).send({ consents }).expect(200);
  await act(customerId, 'disable', { reason: 'asked for it' }).expect(200);
  const kinds: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const query: Record<string, string | number> = { limit: 3, ...(cursor && { cursor }) };
    const { body } = await shop.api.get(`${path}/timeline`).query(query).set(asStaff).expect(200);
    kinds.push(...(body.data as { kind: string }[]).map(({ kind }) => kind));
    cursor = (body as Page).meta.nextCursor;
  }
  expect(kinds).toEqual(['act', 'consent', 'order', 'sign_in']);
  const { body: all } = await shop.api.get(`${path}/timeline`).set(asStaff).expect(200);
  expect(all.data[0]).toMatchObject({ action: 'customer.disable', reason: 'asked for it' });
  const unknown = `/api/v1/admin/customers/${newId('customer')}`;
  await shop.api.get(`${unknown}/orders`).set(asStaff).expect(404);
  await shop.api.get(`${unknown}/timeline`).set(asStaff).expect(404);
});

test('of two who change a customer as they read it, the second is refused', async () => {
  const { customerId } = await signInPerson(shop.container);
  const { headers } = await get(customerId).expect(200);
  const etag = headers['etag'] ?? '';
  await patch(customerId, { note: 'first' }).set('If-Match', etag).expect(200);
  await patch(customerId, { note: 'second' }).set('If-Match', etag).expect(412);
  expect((await get(customerId)).body.data.note).toBe('first');
});

test('a disabled customer is signed out within a second, and enabled again by staff', async () => {
  const person = await signInPerson(shop.container);
  await shop.api.get('/api/v1/me').set(person.as).expect(200);
  await act(person.customerId, 'disable').expect(200);
  // The database notifies this process as it does all others.
  await eventually(async () => {
    return (await shop.api.get('/api/v1/me').set(person.as)).status === 401;
  });
  const { body } = await act(person.customerId, 'enable').expect(200);
  expect(body.data.status).toBe('active');
});

test('a merge moves orders, credit with its ledgers, and addresses; the duplicate leads to the survivor (case 8)', async () => {
  const survivor = await signInPerson(shop.container);
  const loser = await signInPerson(shop.container);
  await buyAs(survivor.customerId);
  await buyAs(loser.customerId);
  await buyAs(loser.customerId);
  await giveCredit(survivor.customerId, 500);
  const moved = await giveCredit(loser.customerId, 1000);
  const ledger = await ledgerOf(shop, moved);
  const { body } = await act(survivor.customerId, 'merge', {
    reason,
    loserId: loser.customerId,
  }).expect(200);
  expect(body.data).toMatchObject({ id: survivor.customerId, orders: 3 });
  const accounts = await shop.ctx.db.prisma.creditAccount.findMany({
    where: { customerId: survivor.customerId },
  });
  expect(accounts.reduce((sum, { balance }) => sum + Number(balance), 0)).toBe(1500);
  expect(await ledgerOf(shop, moved)).toEqual(ledger);
  const { body: lost } = await get(loser.customerId).expect(200);
  expect(lost.data).toMatchObject({ mergedIntoId: survivor.customerId, orders: 0 });
  expect(idsOf((await list({ q: loser.customerId })).body)).toEqual([]);
  await shop.api.get('/api/v1/me').set(loser.as).expect(401);
  await act(survivor.customerId, 'merge', { reason, loserId: loser.customerId }).expect(409);
  await act(survivor.customerId, 'merge', { reason, loserId: survivor.customerId }).expect(409);
  await act(survivor.customerId, 'merge', { reason, loserId: newId('customer') }).expect(404);
});

test('an order that the duplicate places during the merge belongs to the survivor', async () => {
  for (const _ of [1, 2, 3, 4, 5]) {
    const survivor = await signInPerson(shop.container);
    const loser = await signInPerson(shop.container);
    const cartId = await shop.readyCart([{ variantId, quantity: 1 }]);
    await shop.ctx.db.prisma.cart.update({
      where: { id: cartId },
      data: { customerId: loser.customerId },
    });
    await Promise.all([
      shop.checkout(cartId, { paymentProvider: 'manual' }).set(loser.as),
      act(survivor.customerId, 'merge', { reason, loserId: loser.customerId }).expect(200),
    ]);
    const orders = await shop.ctx.db.prisma.order.findMany({ where: { cartId } });
    const owners = orders.map((order) => order.customerId);
    expect(owners.filter((id) => id !== survivor.customerId)).toEqual([]);
  }
});

test('metafields of a customer are bounded in number and in bytes', async () => {
  const { customerId } = await signInPerson(shop.container);
  const fields = (count: number, length: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`key${at}`, 'x'.repeat(length)]));
  const statusOf = async (count: number, length: number) =>
    (await patch(customerId, { metafields: fields(count, length) })).status;
  expect(await statusOf(101, 1)).toBe(400);
  expect(await statusOf(10, 4000)).toBe(400);
  expect(await statusOf(100, 300)).toBe(200);
});
