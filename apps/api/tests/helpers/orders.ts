import { newId } from '../../src/utils/ids.ts';
import type { SalesApp } from './salesApp.ts';

/** An order that was placed, with what its guest holds. */
export interface PlacedOrder {
  orderId: string;
  paymentId: string;
  token: string;
  /** Empty while the payment is not begun at Stripe. */
  secret: string;
  intentId: string;
}

/** Places an order, with Stripe unless `body` says otherwise. */
export async function placeOrder(
  shop: SalesApp,
  variantId: string,
  quantity = 1,
): Promise<PlacedOrder> {
  const cartId = await shop.readyCart([{ variantId, quantity }]);
  const { body } = await shop.checkout(cartId).expect(201);
  const { order, payment, orderToken } = body.data;
  const secret = String(payment.clientSecret ?? '');
  return {
    orderId: order.id,
    paymentId: payment.id,
    token: orderToken,
    secret,
    intentId: secret.split('_secret_')[0] ?? '',
  };
}

/** A POST below the order, with a key of its own. */
export function postOrder(shop: SalesApp, { orderId, token }: PlacedOrder, action: string) {
  return shop.api
    .post(`/api/v1/orders/${orderId}/${action}`)
    .set({ 'Idempotency-Key': newId('request'), 'X-Order-Token': token });
}

/** The order as it stands, with its payments and their ledgers. */
export function storedOrder(shop: SalesApp, { orderId }: Pick<PlacedOrder, 'orderId'>) {
  return shop.ctx.db.prisma.order.findUniqueOrThrow({
    where: { id: orderId },
    include: {
      payments: {
        orderBy: { createdAt: 'asc' },
        include: { entries: { orderBy: { createdAt: 'asc' } } },
      },
      history: { orderBy: { createdAt: 'asc' } },
    },
  });
}

/** The types of the events that tell of an order, sorted. */
export async function eventsOf(shop: SalesApp, { orderId }: Pick<PlacedOrder, 'orderId'>) {
  const events = await shop.ctx.db.prisma.event.findMany({
    where: { payload: { path: ['orderId'], equals: orderId } },
  });
  return events.map(({ type }) => type).toSorted();
}

/** Lets an order's time be up, for the sweeper. */
export async function makeDue(shop: SalesApp, { orderId }: Pick<PlacedOrder, 'orderId'>) {
  const past = new Date(Date.now() - 1000);
  await shop.ctx.db.prisma.order.update({
    where: { id: orderId },
    data: { expiresAt: past, lookAt: past },
  });
}
