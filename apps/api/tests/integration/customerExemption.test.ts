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
  shop = await startSalesApp();
  // 119.00 with 19 % in it.
  await shop.ctx.db.prisma.taxRate.updateMany({ data: { ratePpm: 190_000, inclusive: true } });
  variantId = await createVariant(shop, { stock: 1000, prices: { USD: 11_900 } });
});
afterEach(() => assertInvariants(shop.ctx));
afterAll(() => shop.close());

const change = ({ customerId }: Person, body: object, headers: Record<string, string> = {}) =>
  shop.api
    .patch(`/api/v1/admin/customers/${customerId}`)
    .set({ ...asStaff, ...headers })
    .send(body);

const nonprofit = { reason: 'nonprofit', certificate: 'NP-7' };

async function readyCart(person: Person): Promise<string> {
  const { id } = await openOwnCart(shop, person, [{ variantId, quantity: 1 }]);
  const { shippingOptionId } = shop;
  await shop.api
    .patch(`/api/v1/carts/${id}`)
    .set(person.as)
    .send({ email: 'ada@example.com', shippingAddress: address, shippingOptionId })
    .expect(200);
  return id;
}

const cartOf = async (person: Person, id: string) =>
  (await shop.api.get(`/api/v1/carts/${id}`).set(person.as).expect(200)).body.data as {
    taxNote: string | null;
    totals: { subtotal: { amount: number }; tax: { amount: number } };
  };

const bought = ({
  totals,
}: {
  totals: { subtotal: { amount: number }; tax: { amount: number } };
}) => [totals.subtotal.amount, totals.tax.amount > 0];

test('a customer who is exempt pays net, and the order says why', async () => {
  const person = await signInPerson(shop.container);
  const { body: changed } = await change(person, { taxExemption: nonprofit }).expect(200);
  expect(changed.data.taxExemption).toEqual({
    ...nonprofit,
    country: null,
    region: null,
    validUntil: null,
  });
  const cartId = await readyCart(person);
  expect(bought(await cartOf(person, cartId))).toEqual([10_000, false]);
  const { body } = await shop
    .checkout(cartId, { paymentProvider: 'manual' })
    .set(person.as)
    .expect(201);
  const { order } = body.data as {
    order: {
      id: string;
      taxNote: string;
      totals: { subtotal: { amount: number }; tax: { amount: number } };
    };
  };
  expect(bought(order)).toEqual([10_000, false]);
  expect(order.taxNote).toBe('Exempt from tax: nonprofit organization, certificate NP-7.');
  // A change after the placement changes no order.
  await change(person, { taxExemption: null }).expect(200);
  const { body: later } = await shop.api
    .get(`/api/v1/orders/${order.id}`)
    .set(person.as)
    .expect(200);
  expect(bought(later.data)).toEqual([10_000, false]);
  expect(bought(await cartOf(person, await readyCart(person)))).toEqual([11_900, true]);
});

test.each([
  ['where it does not hold', { ...nonprofit, country: 'DE' }, 11_900],
  ['in another region', { ...nonprofit, country: 'US', region: 'CA' }, 11_900],
  ['in its region', { ...nonprofit, country: 'US', region: 'OR' }, 10_000],
  ['after its last day', { ...nonprofit, validUntil: '2020-01-01' }, 11_900],
  ['until its last day', { ...nonprofit, validUntil: '2999-12-31' }, 10_000],
])('an exemption of a customer %s', async (_where, taxExemption, subtotal) => {
  const person = await signInPerson(shop.container);
  const cartId = await readyCart(person);
  await change(person, { taxExemption }).expect(200);
  const cart = await cartOf(person, cartId);
  expect(bought(cart)).toEqual([subtotal, subtotal === 11_900]);
  expect(cart.taxNote === null).toBe(subtotal === 11_900);
});

test('an exemption of a customer is changed by If-Match, audited, and erased', async () => {
  const person = await signInPerson(shop.container);
  const first = await change(person, { taxExemption: nonprofit }).expect(200);
  const tag = first.headers['etag'] ?? '';
  await change(person, { taxExemption: { reason: 'resale' } }, { 'If-Match': tag }).expect(200);
  await change(person, { taxExemption: null }, { 'If-Match': tag }).expect(412);
  await change(person, { taxExemption: { reason: 'reverse_charge' } }).expect(400);
  const entries = await shop.ctx.db.prisma.auditEntry.findMany({
    where: { subject: person.customerId, action: 'customer.change' },
    orderBy: { id: 'desc' },
  });
  expect(JSON.stringify(entries[0])).toMatch(/NP-7.*resale|resale.*NP-7/);
  const { body } = await shop.api
    .post('/api/v1/me/erasure')
    .set(person.as)
    .send({ confirm: true })
    .expect(202);
  await shop.container.services.dataRequests.erase(shop.ctx, body.data.id as string);
  const customer = await shop.ctx.db.prisma.customer.findUnique({
    where: { id: person.customerId },
  });
  expect(customer).toMatchObject({ taxExemption: null });
});
