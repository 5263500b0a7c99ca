import { newId } from '../../src/kernel/ids.ts';
import type { Line, SalesApp } from './salesApp.ts';

/** A placed order, with its guest's token and client secret. */
export interface PlacedOrder {
  readonly orderId: string;
  /** Of its lines, in their order. */
  readonly itemIds: string[];
  readonly paymentId: string;
  readonly token: string;
  /** Empty while the payment is not opened at Stripe. */
  readonly secret: string;
  readonly intentId: string;
}

/** The members of a checkout's answer for a {@link PlacedOrder}. */
interface CheckoutAnswer {
  order: { id: string; items: { id: string }[] };
  payment: { id: string; clientSecret?: string };
  orderToken: string;
}

export function placedOf({ order, payment, orderToken }: CheckoutAnswer): PlacedOrder {
  const secret = payment.clientSecret ?? '';
  return {
    orderId: order.id,
    itemIds: order.items.map(({ id }) => id),
    paymentId: payment.id,
    token: orderToken,
    secret,
    intentId: secret.split('_secret_')[0] ?? '',
  };
}

interface PlaceOptions {
  provider?: 'stripe' | 'manual';
  currency?: string;
  /** Nothing to ship, so that no shipping is charged. */
  digital?: boolean;
}

/** A guest's unpaid order. @param goods a variant, of which one is bought, or lines. */
export async function placeOrder(
  shop: SalesApp,
  goods: string | Line[],
  { provider = 'stripe', currency, digital = false }: PlaceOptions = {},
): Promise<PlacedOrder> {
  const cartId = await shop.readyCart(
    typeof goods === 'string' ? [{ variantId: goods, quantity: 1 }] : goods,
    digital ? { shippingOptionId: null } : {},
    currency === undefined ? {} : { currency },
  );
  const { body } = await shop.checkout(cartId, { paymentProvider: provider }).expect(201);
  return placedOf(body.data);
}

/** The same, paid by card and recorded by the shop. */
export async function placePaidOrder(
  shop: SalesApp,
  goods: string | Line[],
  { card = 'pm_card_visa', ...options }: PlaceOptions & { card?: string } = {},
): Promise<PlacedOrder> {
  const placed = await placeOrder(shop, goods, options);
  await shop.confirm(placed.secret, card);
  await shop.container.services.payments.sync(shop.ctx, 'stripe', placed.intentId);
  return placed;
}

/** A POST below the order, with a new key. */
export function postOrder(
  shop: SalesApp,
  { orderId, token }: Pick<PlacedOrder, 'orderId' | 'token'>,
  action: string,
) {
  return shop.api
    .post(`/api/v1/orders/${orderId}/${action}`)
    .set({ 'Idempotency-Key': newId('request'), 'X-Order-Token': token });
}

/** The stored order, with its payments and their ledgers. */
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

/** The types of an order's events, sorted. */
export async function eventsOf(shop: SalesApp, { orderId }: Pick<PlacedOrder, 'orderId'>) {
  const events = await shop.ctx.db.prisma.event.findMany({
    where: { payload: { path: ['orderId'], equals: orderId } },
  });
  return events.map(({ type }) => type).toSorted();
}

/** Makes an order due for the sweeper's expiry. */
export async function makeDue(shop: SalesApp, { orderId }: Pick<PlacedOrder, 'orderId'>) {
  const past = new Date(Date.now() - 1000);
  await shop.ctx.db.prisma.order.updateMany({
    where: { id: orderId, status: 'pending' },
    data: { expiresAt: past, lookAt: past },
  });
}

/** Notes that the goods of an order have arrived, as shipping will do. */
export async function deliver(
  { ctx: { db } }: Pick<SalesApp, 'ctx'>,
  orderId: string,
): Promise<void> {
  await db.prisma.order.update({
    where: { id: orderId },
    data: { fulfillmentStatus: 'delivered' },
  });
  await db.prisma.orderHistory.create({
    data: {
      id: newId('history'),
      orderId,
      axis: 'fulfillment',
      fromState: 'unfulfilled',
      toState: 'delivered',
      reason: 'delivered',
      actor: 'test',
    },
  });
}
