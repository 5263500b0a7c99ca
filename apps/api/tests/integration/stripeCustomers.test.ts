import { newId } from '../../src/kernel/ids.ts';
import { assertInvariants } from '../helpers/invariants.ts';
import { createProduct } from '../helpers/catalog.ts';
import { placeOrder, storedOrder } from '../helpers/orders.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';

let shop: SalesApp;
let variantId: string;

beforeAll(async () => {
  shop = await startSalesApp();
  const product = await createProduct(shop.ctx, { variants: [{ stock: 50 }] });
  variantId = product.variantIds[0] ?? '';
});

afterEach(async () => {
  await shop.control('DELETE', 'faults');
  await assertInvariants(shop.ctx);
});

afterAll(() => shop.close());

async function atStripe<T>(path: string, method = 'GET'): Promise<T> {
  const answer = await fetch(`${shop.sandbox.url}/v1/${path}`, {
    method,
    headers: { Authorization: `Bearer ${shop.sandbox.secretKey}` },
  });
  return (await answer.json()) as T;
}

interface Customer {
  id: string;
  email: string | null;
  metadata: Record<string, string>;
}

const customersAtStripe = async (ours: string) =>
  (await atStripe<{ data: Customer[] }>('customers?limit=100')).data.filter(
    ({ metadata }) => metadata['customerId'] === ours,
  );

/** An order of a customer, whose payment is not opened yet. @returns its payment's id. */
async function placeOrderOf(customerId: string): Promise<{ orderId: string; paymentId: string }> {
  await shop.control('POST', 'faults', { path: '/v1/payment_intents', status: 503 });
  const placed = await placeOrder(shop, variantId);
  await shop.ctx.db.prisma.order.update({
    where: { id: placed.orderId },
    data: { customerId },
  });
  return placed;
}

const openLater = (paymentId: string) =>
  shop.container.services.payments.openLater(shop.ctx, paymentId);

/** Stripe's customer of an order's payment. */
async function payerOf(order: { orderId: string }): Promise<string | null> {
  const { payments } = await storedOrder(shop, order);
  const id = payments[0]?.providerId;
  return (await atStripe<{ customer: string | null }>(`payment_intents/${id}`)).customer;
}

describe('A customer', () => {
  test('is created once at Stripe, however many orders are paid at the same time, and stored as an id only', async () => {
    const customerId = newId('request');
    const orders = [await placeOrderOf(customerId), await placeOrderOf(customerId)];
    await Promise.allSettled(orders.map(({ paymentId }) => openLater(paymentId)));
    for (const { paymentId } of orders) await openLater(paymentId);
    const [customer, ...more] = await customersAtStripe(customerId);
    expect(more).toEqual([]);
    expect(customer).toMatchObject({ email: null, metadata: { customerId } });
    for (const order of orders) expect(await payerOf(order)).toBe(customer?.id);
    expect(
      await shop.ctx.db.prisma.paymentCustomer.findMany({ where: { customerId } }),
    ).toMatchObject([{ provider: 'stripe', providerId: customer?.id }]);
  });

  test('who was deleted at Stripe is created again', async () => {
    const customerId = newId('request');
    const first = await placeOrderOf(customerId);
    await openLater(first.paymentId);
    const before = await payerOf(first);
    await atStripe(`customers/${before}`, 'DELETE');
    const second = await placeOrderOf(customerId);
    await expect(openLater(second.paymentId)).rejects.toMatchObject({
      name: 'ProviderUnavailable',
    });
    await openLater(second.paymentId);
    const after = await payerOf(second);
    expect(after).toMatch(/^cus_/);
    expect(after).not.toBe(before);
  });

  test('whom Stripe fails to create is created by the next attempt, though Stripe replays that failure', async () => {
    const customerId = newId('request');
    const order = await placeOrderOf(customerId);
    await shop.control('POST', 'faults', { path: '/v1/customers', status: 500, keep: true });
    await expect(openLater(order.paymentId)).rejects.toMatchObject({ isAnswered: true });
    await openLater(order.paymentId);
    expect(await payerOf(order)).toMatch(/^cus_/);
  });

  test('without an account is not created at Stripe', async () => {
    const placed = await placeOrder(shop, variantId);
    expect(await payerOf(placed)).toBeNull();
    expect(
      await shop.ctx.db.prisma.paymentCustomer.count({ where: { customerId: placed.orderId } }),
    ).toBe(0);
  });
});
