import { newId } from '../../src/kernel/ids.ts';
import { createVariant } from '../helpers/carts.ts';
import { assertInvariants } from '../helpers/invariants.ts';
import { openOwnCart } from '../helpers/ownCarts.ts';
import { signInPerson } from '../helpers/people.ts';
import { address, startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { asStaff } from '../helpers/staff.ts';

type Person = Awaited<ReturnType<typeof signInPerson>>;

let shop: SalesApp;
let variantId: string;

beforeAll(async () => {
  shop = await startSalesApp({ env: { RATE_LIMIT_MAX: '100000' } });
  variantId = await createVariant(shop, { stock: 10_000 });
});
afterEach(() => assertInvariants(shop.ctx));
afterAll(() => shop.close());

/** A company with a buyer whose every order needs approval, and two approvers. */
async function makeCompany() {
  const [buyer, first, second] = [
    await signInPerson(shop.container),
    await signInPerson(shop.container),
    await signInPerson(shop.container),
  ];
  const [companyId, locationId] = [newId('company'), newId('companyLocation')];
  const { customerId } = buyer;
  await shop.ctx.db.prisma.company.create({
    data: {
      id: companyId,
      name: 'Ottakar',
      locations: { create: { id: locationId, name: 'Wien' } },
      members: {
        create: [
          { customerId, role: 'buyer', orderLimit: 0n, orderLimitCurrency: 'USD' },
          { customerId: first.customerId, role: 'approver' },
          { customerId: second.customerId, role: 'admin' },
        ],
      },
    },
  });
  return { companyId, locationId, buyer, first, second };
}

type Company = Awaited<ReturnType<typeof makeCompany>>;

const change = ({ as }: Person, cartId: string, body: object) =>
  shop.api.patch(`/api/v1/carts/${cartId}`).set(as).send(body);
const checkout = ({ as }: Person, cartId: string) =>
  shop.checkout(cartId, { paymentProvider: 'manual' }).set(as);
const items = (quantity: number) => ({ items: [{ variantId, quantity }] });

async function readyCart({ buyer, locationId }: Company): Promise<string> {
  const { id } = await openOwnCart(shop, buyer, [{ variantId, quantity: 1 }]);
  const { shippingOptionId } = shop;
  await change(buyer, id, {
    email: 'ada@example.com',
    shippingAddress: address,
    shippingOptionId,
    companyLocationId: locationId,
    purchaseOrderNumber: 'PO-7',
  }).expect(200);
  return id;
}

/** A cart whose approval was asked for. */
async function askedCart(company: Company): Promise<string> {
  const id = await readyCart(company);
  const { body } = await checkout(company.buyer, id).expect(409);
  expect(body.code).toBe('approval_required');
  return id;
}

interface Shown {
  cartId: string;
}
const waiting = async ({ as }: Person) =>
  ((await shop.api.get('/api/v1/me/approvals').set(as).expect(200)).body.data as Shown[]).map(
    ({ cartId }) => cartId,
  );

test('a cart above the limit waits for the approvers of its company and no one else, until one checks it out', async () => {
  const company = await makeCompany();
  const other = await makeCompany();
  const early = await readyCart(company);
  expect(await waiting(company.first)).toEqual([]);
  await checkout(company.buyer, early).expect(409);
  const { body } = await shop.api.get('/api/v1/me/approvals').set(company.first.as).expect(200);
  const cart = await shop.api.get(`/api/v1/carts/${early}`).set(company.first.as).expect(200);
  expect(body.data).toEqual([
    {
      cartId: early,
      company: { id: company.companyId, name: 'Ottakar' },
      location: { id: company.locationId, name: 'Wien' },
      customerId: company.buyer.customerId,
      firstName: null,
      lastName: null,
      purchaseOrderNumber: 'PO-7',
      total: cart.body.data.totals.total,
      askedAt: expect.any(String) as string,
    },
  ]);
  expect(await waiting(company.second)).toEqual([early]);
  expect(await waiting(company.buyer)).toEqual([]);
  expect(await waiting(other.first)).toEqual([]);
  const staff = `/api/v1/admin/companies/${company.companyId}/approvals`;
  const seen = await shop.api.get(staff).set(asStaff).expect(200);
  expect(seen.body.data).toMatchObject([{ cartId: early, customerId: company.buyer.customerId }]);
  await checkout(company.second, early).expect(201);
  expect(await waiting(company.first)).toEqual([]);
  expect((await shop.api.get(staff).set(asStaff)).body.data).toEqual([]);
});

test('approvals are listed page by page', async () => {
  const company = await makeCompany();
  const ids = [await askedCart(company), await askedCart(company), await askedCart(company)];
  const page = (cursor = '') =>
    shop.api
      .get('/api/v1/me/approvals')
      .query({ limit: 2, ...(cursor && { cursor }) })
      .set(company.first.as)
      .expect(200);
  const one = await page();
  const two = await page(one.body.meta.nextCursor as string);
  const listed = [...one.body.data, ...two.body.data] as Shown[];
  expect(listed.map(({ cartId }) => cartId)).toEqual(ids.toSorted().toReversed());
});

test('a cart that its member changes waits no longer, and is not approved unseen', async () => {
  const company = await makeCompany();
  const id = await askedCart(company);
  await change(company.buyer, id, items(3)).expect(200);
  expect(await waiting(company.first)).toEqual([]);
  const { body } = await checkout(company.first, id).expect(409);
  expect(body.code).toBe('state_conflict');
  const { headers } = await shop.api.get(`/api/v1/carts/${id}`).set(company.first.as).expect(200);
  await checkout(company.buyer, id).expect(409);
  expect(await waiting(company.first)).toEqual([id]);
  const seen = { 'If-Match': headers['etag'] ?? '' };
  await change(company.buyer, id, items(4)).expect(200);
  await checkout(company.first, id).set(seen).expect(412);
  const now = await shop.api.get(`/api/v1/carts/${id}`).set(company.first.as).expect(200);
  await checkout(company.first, id)
    .set({ 'If-Match': now.headers['etag'] ?? '' })
    .expect(201);
});

test('what an approver changes in a cart is approved with it', async () => {
  const company = await makeCompany();
  const id = await askedCart(company);
  await change(company.first, id, { purchaseOrderNumber: 'PO-8' }).expect(200);
  expect(await waiting(company.second)).toEqual([id]);
  const { body } = await checkout(company.first, id).expect(201);
  expect(body.data.order.purchaseOrderNumber).toBe('PO-8');
});

test('of two approvers at the same time one places the order', async () => {
  for (const _ of [1, 2, 3]) {
    const company = await makeCompany();
    const id = await askedCart(company);
    const answers = await Promise.all([checkout(company.first, id), checkout(company.second, id)]);
    const statuses = answers.map(({ status }) => status);
    expect(statuses.toSorted((one, other) => one - other)).toEqual([201, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body.code).toBe('cart_completed');
  }
});

test('an approval that races with a change of the cart buys what was asked for, or nothing', async () => {
  for (const _ of [1, 2, 3, 4, 5]) {
    const company = await makeCompany();
    const id = await askedCart(company);
    const [approved, changed] = await Promise.all([
      checkout(company.first, id),
      change(company.buyer, id, items(50)),
    ]);
    expect([approved.status, changed.status].toSorted((one, other) => one - other)).toEqual(
      approved.status === 201 ? [201, 409] : [200, 409],
    );
    const bought = await shop.ctx.db.prisma.orderItem.findMany({
      where: { order: { cartId: id } },
      select: { quantity: true },
    });
    expect(bought).toEqual(approved.status === 201 ? [{ quantity: 1 }] : []);
  }
});

test.each(['approver', 'buyer'])(
  'a cart is not approved once the %s has left the company, also in a race',
  async (who) => {
    for (const _ of [1, 2, 3]) {
      const company = await makeCompany();
      const id = await askedCart(company);
      const { customerId } = who === 'approver' ? company.first : company.buyer;
      const leave = () =>
        shop.api
          .delete(`/api/v1/admin/companies/${company.companyId}/members/${customerId}`)
          .set(asStaff)
          .expect(200);
      const [{ status }] = await Promise.all([checkout(company.first, id), leave()]);
      expect([201, 404]).toContain(status);
    }
    const company = await makeCompany();
    const id = await askedCart(company);
    const { customerId } = who === 'approver' ? company.first : company.buyer;
    await shop.api
      .delete(`/api/v1/admin/companies/${company.companyId}/members/${customerId}`)
      .set(asStaff)
      .expect(200);
    expect(await waiting(company.first)).toEqual([]);
    await checkout(company.first, id).expect(404);
    expect(await shop.ctx.db.prisma.order.count({ where: { cartId: id } })).toBe(0);
  },
);
