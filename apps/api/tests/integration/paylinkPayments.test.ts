import { createPaylinkProvider } from '../../examples/paylinkPayments/paylinkProvider.ts';
import {
  sealOf,
  startPaylink,
  type PaylinkServer,
} from '../../examples/paylinkPayments/paylinkServer.ts';
import { createReconciliationService } from '../../src/services/reconciliation.service.ts';
import { assertInvariants } from '../helpers/invariants.ts';
import { createProduct } from '../helpers/catalog.ts';
import { eventually } from '../helpers/eventually.ts';
import { storedOrder } from '../helpers/orders.ts';
import { refund } from '../helpers/refunds.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { asStaff } from '../helpers/staff.ts';

const secret = 'seal of the shop';
const TOTAL = 2699;

let paylink: PaylinkServer;
let shop: SalesApp;
let variantId: string;

beforeAll(async () => {
  paylink = await startPaylink({ secret });
  const options = { url: paylink.url, secret, returnUrl: 'http://shop.test/orders/' };
  shop = await startSalesApp({
    worker: true,
    paymentProviders: [createPaylinkProvider(options)],
  });
  variantId = (await createProduct(shop.ctx, { variants: [{ stock: 50 }] })).variantIds[0] ?? '';
}, 30_000);

beforeEach(() => paylink.notify(`${shop.url}/api/v1/webhooks/paylink`));

afterEach(() => assertInvariants(shop.ctx));

afterAll(async () => {
  await shop.close();
  await paylink.close();
});

interface Placed {
  orderId: string;
  token: string;
  page: string;
}

async function place(): Promise<Placed> {
  const cartId = await shop.readyCart([{ variantId, quantity: 1 }]);
  const { body } = await shop.checkout(cartId, { paymentProvider: 'paylink' }).expect(201);
  const { order, payment, orderToken: token } = body.data;
  expect(payment).toMatchObject({ provider: 'paylink', status: 'pending' });
  expect(Object.keys(payment)).not.toContain('clientSecret');
  return { orderId: order.id, token, page: payment.redirectUrl };
}

/** What the payer does on the provider's page. @returns where the provider sends them. */
async function visit({ page }: Placed, button: 'pay' | 'decline'): Promise<string | null> {
  const answer = await fetch(`${page}/${button}`, { method: 'POST', redirect: 'manual' });
  await paylink.delivered();
  return answer.headers.get('location');
}

const linkOf = ({ page }: Placed) => page.split('/').at(-1) ?? '';

/** Waits until the order's payment is in a state. */
const becomes = (placed: Placed, paymentStatus: string) =>
  eventually(async () => {
    const order = await storedOrder(shop, placed);
    return order.paymentStatus === paymentStatus && order;
  });

async function placePaid(): Promise<Placed> {
  const placed = await place();
  await visit(placed, 'pay');
  await becomes(placed, 'paid');
  return placed;
}

const reconcile = () =>
  createReconciliationService({
    ...shop.container.services,
    options: { settleSeconds: 0 },
  }).run(shop.ctx);

describe('A custom payment provider', () => {
  test('is offered beside the others', async () => {
    const { body } = await shop.api.get('/api/v1/shop').expect(200);
    expect(body.data.paymentProviders).toEqual(['stripe', 'manual', 'paylink']);
  });

  test('accepts a payment on its own page', async () => {
    const placed = await place();
    expect(await visit(placed, 'pay')).toBe(`http://shop.test/orders/${placed.orderId}`);
    expect(await becomes(placed, 'paid')).toMatchObject({ status: 'confirmed' });
    const history = await shop.ctx.db.prisma.orderHistory.findMany({
      where: { orderId: placed.orderId, toState: 'paid' },
    });
    expect(history.map(({ actor }) => actor)).toEqual(['paylink']);
  });

  test('accepts it after a decline, on the same page', async () => {
    const placed = await place();
    await visit(placed, 'decline');
    await becomes(placed, 'failed');
    const { body } = await shop.api
      .post(`/api/v1/orders/${placed.orderId}/payment`)
      .set({ 'X-Order-Token': placed.token, 'Idempotency-Key': `again-${placed.orderId}` })
      .expect(200);
    expect(body.data).toMatchObject({ provider: 'paylink', redirectUrl: placed.page });
    await visit(placed, 'pay');
    await becomes(placed, 'paid');
  });

  test('refunds a part', async () => {
    const placed = await placePaid();
    const amount = { amount: 700, currency: 'USD' };
    await refund(shop, placed, { amount }).expect(201);
    await becomes(placed, 'partially_refunded');
    expect(paylink.returns.filter(({ link }) => link === linkOf(placed))).toMatchObject([
      { sum: '7.00', state: 'sent' },
    ]);
  });

  test('withdraws the money while a bank decides on a dispute', async () => {
    const placed = await placePaid();
    await paylink.complain(linkOf(placed));
    await becomes(placed, 'disputed');
    const { body } = await shop.api.get('/api/v1/admin/disputes').set(asStaff).expect(200);
    expect(body.data[0]).toMatchObject({
      orderId: placed.orderId,
      status: 'raised',
      amount: { amount: TOTAL, currency: 'USD' },
    });
    await paylink.decide(linkOf(placed), 'rejected');
    await becomes(placed, 'paid');
  });

  test('cancels an order whose dispute is lost', async () => {
    const placed = await placePaid();
    await paylink.complain(linkOf(placed));
    await paylink.decide(linkOf(placed), 'upheld');
    expect(await becomes(placed, 'refunded')).toMatchObject({ status: 'canceled' });
  });

  test('is read by the reconciliation for what its webhooks missed', async () => {
    const paid = await place();
    const disputed = await placePaid();
    paylink.notify(undefined);
    await visit(paid, 'pay');
    await paylink.complain(linkOf(disputed));
    const { findings } = await reconcile();
    expect(findings).toMatchObject([
      { provider: 'paylink', kind: 'missed_update', orderId: paid.orderId, action: 'repaired' },
      {
        provider: 'paylink',
        kind: 'missed_dispute',
        orderId: disputed.orderId,
        action: 'repaired',
      },
    ]);
    expect(await storedOrder(shop, paid)).toMatchObject({ paymentStatus: 'paid' });
    expect((await reconcile()).findings).toEqual([]);
  });

  test('is read by the sweeper for a payment whose webhook is late', async () => {
    const placed = await place();
    paylink.notify(undefined);
    await visit(placed, 'pay');
    await shop.ctx.db.prisma.workflow.updateMany({
      where: { subjectId: placed.orderId },
      data: { deadlineAt: new Date(0) },
    });
    await shop.container.services.recovery.sweep(shop.ctx);
    expect(await storedOrder(shop, placed)).toMatchObject({ paymentStatus: 'paid' });
  });

  test('cancels a payment whose order is canceled', async () => {
    const placed = await place();
    await shop.api
      .post(`/api/v1/orders/${placed.orderId}/cancel`)
      .set({ 'X-Order-Token': placed.token, 'Idempotency-Key': `cancel-${placed.orderId}` })
      .expect(200);
    expect(paylink.links.find(({ link }) => link === linkOf(placed))?.state).toBe('withdrawn');
    expect(await visit(placed, 'pay')).toBeNull();
  });

  test('refuses a manual capture', async () => {
    const placed = await placePaid();
    const { body } = await shop.api
      .post(`/api/v1/admin/orders/${placed.orderId}/capture`)
      .set({ ...asStaff, 'Idempotency-Key': `capture-${placed.orderId}` })
      .expect(409);
    expect(body.code).toBe('state_conflict');
  });
});

describe('The webhook of such a provider', () => {
  const post = (body: string, seal: string, provider = 'paylink') =>
    shop.api
      .post(`/api/v1/webhooks/${provider}`)
      .set({ 'Content-Type': 'application/x-www-form-urlencoded', 'X-Paylink-Seal': seal })
      .send(body);
  const sealed = (body: string, at = Date.now()) => `${at}.${sealOf(secret, `${at}\n${body}`)}`;

  test.each([
    ['with another secret', (body: string) => `1.${sealOf('other', body)}`],
    ['an hour ago', (body: string) => sealed(body, Date.now() - 3_600_000)],
    ['in no form', () => 'garbage'],
  ])('refuses a body that is signed %s', async (_how, seal) => {
    const body = 'note=n1&about=link&object=L1';
    const { body: problem } = await post(body, seal(body)).expect(400);
    expect(problem.code).toBe('invalid_signature');
  });

  test('refuses what has no seal by the name of its header', async () => {
    const { body } = await shop.api.post('/api/v1/webhooks/paylink').send({}).expect(400);
    expect(body.code).toBe('invalid_signature');
    expect(body.detail).toMatch(/^The header x-paylink-seal is missing\./);
  });

  test('refuses a signed body that is no event', async () => {
    const { body } = await post('hello', sealed('hello')).expect(400);
    expect(body.code).toBe('validation_failed');
  });

  test('stores an event with the same id as another provider’s', async () => {
    await shop.ctx.db.prisma.providerEvent.create({
      data: { provider: 'stripe', id: 'same', type: 'a.b', payload: '', processedAt: new Date() },
    });
    const body = 'note=same&about=statement&object=S1';
    await post(body, sealed(body)).expect(200);
    const events = await shop.ctx.db.prisma.providerEvent.findMany({ where: { id: 'same' } });
    expect(events.map(({ provider }) => provider).toSorted()).toEqual(['paylink', 'stripe']);
  });

  test('does not exist for another name', async () => {
    const { body } = await post('', '', 'unknown').expect(404);
    expect(body.code).toBe('route_not_found');
  });
});
