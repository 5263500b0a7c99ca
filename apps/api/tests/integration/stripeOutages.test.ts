import { assertInvariants } from '../helpers/invariants.ts';
import { createProduct } from '../helpers/catalog.ts';
import { eventually } from '../helpers/eventually.ts';
import { eventsOf, makeDue, placeOrder, postOrder, storedOrder } from '../helpers/orders.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';

const CREATE = 'POST /v1/payment_intents';

let shop: SalesApp;
let variantId: string;

beforeEach(async () => {
  shop = await startSalesApp({
    env: { STRIPE_TIMEOUT_MS: '800', STRIPE_BREAKER_RESET_MS: '60000' },
  });
  const product = await createProduct(shop.ctx, { variants: [{ stock: 50 }] });
  variantId = product.variantIds[0] ?? '';
});

afterEach(async () => {
  await assertInvariants(shop.ctx);
  await shop.close();
});

const openLater = (paymentId: string) =>
  shop.container.services.payments.openLater(shop.ctx, paymentId);

interface Listed {
  id: string;
}

async function intentsAtStripe(): Promise<string[]> {
  const answer = await fetch(`${shop.sandbox.url}/v1/payment_intents`, {
    headers: { Authorization: `Bearer ${shop.sandbox.secretKey}` },
  });
  const { data } = (await answer.json()) as { data: Listed[] };
  return data.map(({ id }) => id);
}

async function requestsToStripe(): Promise<Record<string, number>> {
  const { counts } = (await shop.control('GET', 'requests')) as { counts: Record<string, number> };
  return counts;
}

describe('Opening a payment', () => {
  test('that fails at Stripe continues under another key, because Stripe replays that answer', async () => {
    const fault = { path: '/v1/payment_intents', when: 'after', status: 500, keep: true };
    await shop.control('POST', 'faults', fault);
    const placed = await placeOrder(shop, variantId);
    expect(placed.secret).toBe('');
    const [orphan] = await intentsAtStripe();
    await openLater(placed.paymentId);
    const { payments } = await storedOrder(shop, placed);
    expect(payments).toMatchObject([{ attempt: 2, status: 'pending' }]);
    const [payment] = payments;
    // The payment of the first attempt stays unpaid: no one has its client secret.
    expect(await intentsAtStripe()).toEqual([payment?.providerId, orphan]);
    await shop.confirm(payment?.clientSecret ?? '');
    await shop.container.services.payments.sync(shop.ctx, 'stripe', payment?.providerId ?? '');
    expect(await storedOrder(shop, placed)).toMatchObject({ paymentStatus: 'paid' });
  });

  test('whose answer is lost continues under the same key, and finds the payment', async () => {
    const fault = { path: '/v1/payment_intents', when: 'after', delayMs: 1500 };
    await shop.control('POST', 'faults', fault);
    const placed = await placeOrder(shop, variantId);
    expect(placed.secret).toBe('');
    // While the first call still runs its key is in use, which is no answer to it.
    await eventually(async () => {
      await openLater(placed.paymentId).catch(() => undefined);
      return (await storedOrder(shop, placed)).payments[0]?.providerId !== null;
    });
    const { payments } = await storedOrder(shop, placed);
    expect(payments).toMatchObject([{ attempt: 1, status: 'pending' }]);
    expect(await intentsAtStripe()).toEqual([payments[0]?.providerId]);
  });

  test('is skipped while the breaker is open: the order stays unpaid', async () => {
    await shop.control('POST', 'faults', { path: '*', status: 503, times: 10 });
    for (let order = 1; order <= 10; order++) await placeOrder(shop, variantId);
    const calls = await requestsToStripe();
    const placed = await placeOrder(shop, variantId);
    expect(placed.secret).toBe('');
    const { body, headers } = await postOrder(shop, placed, 'payment').expect(503);
    expect(body).toMatchObject({ code: 'service_unavailable' });
    expect(headers['retry-after']).toBe('5');
    await postOrder(shop, placed, 'cancel').expect(200);
    expect(await requestsToStripe()).toEqual(calls);
    const text = await shop.container.metrics.registry.metrics();
    expect(text).toContain('stripe_breaker_state{state="open"} 1');
    expect(text).toContain('stripe_calls_total{outcome="failed"} 10');
    expect(text).toContain('stripe_calls_total{outcome="not_sent"} 2');
  });

  test('is one call of the shopper and one of the job', async () => {
    await shop.control('POST', 'faults', { path: '*', status: 503, times: 2 });
    const placed = await placeOrder(shop, variantId);
    await expect(openLater(placed.paymentId)).rejects.toMatchObject({
      name: 'ProviderUnavailable',
    });
    expect((await requestsToStripe())[CREATE]).toBe(2);
  });
});

describe('A payment that Stripe does not know', () => {
  test('needs a person and changes nothing, and others continue', async () => {
    const lost = await placeOrder(shop, variantId);
    const other = await placeOrder(shop, variantId);
    await shop.ctx.db.prisma.payment.update({
      where: { id: lost.paymentId },
      data: { providerId: 'pi_of_another_account' },
    });
    for (const action of ['cancel', 'payment']) {
      const { body } = await postOrder(shop, lost, action).expect(409);
      expect(body.detail).toContain('does not know the payment');
    }
    await makeDue(shop, lost);
    await makeDue(shop, other);
    expect(await shop.container.services.checkout.expireDue(shop.ctx)).toMatchObject({
      closed: 1,
      failed: 1,
    });
    expect(await storedOrder(shop, other)).toMatchObject({ status: 'expired' });
    expect(await storedOrder(shop, lost)).toMatchObject({
      status: 'pending',
      payments: [
        { status: 'pending', lastError: expect.stringContaining('pi_of_another_account') },
      ],
    });
    expect(await eventsOf(shop, lost)).toEqual(['order.placed', 'payment.missing']);
    const workflow = await shop.ctx.db.prisma.workflow.findFirst({
      where: { subjectId: lost.orderId },
    });
    expect(workflow).toMatchObject({ state: 'needs_person' });
    // The operator sets the correct keys, and everything continues.
    await shop.ctx.db.prisma.payment.update({
      where: { id: lost.paymentId },
      data: { providerId: lost.intentId },
    });
    await postOrder(shop, lost, 'cancel').expect(200);
  });
});
