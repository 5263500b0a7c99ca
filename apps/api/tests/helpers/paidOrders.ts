import { demo } from '../../src/config/demo.ts';
import { newId } from '../../src/utils/ids.ts';
import { eventually } from './eventually.ts';
import type { Line, SalesApp } from './salesApp.ts';

/** The header of staff. */
export const asStaff = { Authorization: `Bearer ${demo.adminApiKey}` };

export interface PlacedOrder {
  readonly id: string;
  readonly token: string;
  readonly paymentId: string;
  readonly secret: string;
  readonly intentId: string;
  /** Of the lines, in their order. */
  readonly itemIds: string[];
}

export interface PlaceOptions {
  provider?: 'stripe' | 'manual';
  currency?: string;
  /** Nothing to send, so that no shipping is charged. */
  digital?: boolean;
}

/** A guest's order, not paid yet. */
export async function placeOrder(
  shop: SalesApp,
  items: Line[],
  { provider = 'stripe', currency, digital = false }: PlaceOptions = {},
): Promise<PlacedOrder> {
  const cartId = await shop.readyCart(
    items,
    digital ? { shippingOptionId: null } : {},
    currency === undefined ? {} : { currency },
  );
  const { body } = await shop.checkout(cartId, { paymentProvider: provider }).expect(201);
  const { order, payment, orderToken } = body.data;
  const secret = String(payment.clientSecret ?? '');
  return {
    id: order.id,
    token: orderToken,
    paymentId: payment.id,
    secret,
    intentId: secret.split('_secret_')[0] ?? '',
    itemIds: order.items.map((item: { id: string }) => item.id),
  };
}

/** The same, paid by card; the shop has taken note of it. */
export async function placePaidOrder(
  shop: SalesApp,
  items: Line[],
  { card = 'pm_card_visa', ...options }: PlaceOptions & { card?: string } = {},
): Promise<PlacedOrder> {
  const placed = await placeOrder(shop, items, options);
  await shop.confirm(placed.secret, card);
  await shop.container.services.payments.sync(shop.ctx, 'stripe', placed.intentId);
  return placed;
}

/** The order as staff see it. */
export async function orderOf(shop: SalesApp, { id }: { id: string }) {
  const { body } = await shop.api.get(`/api/v1/admin/orders/${id}`).set(asStaff).expect(200);
  return body.data as StaffOrder;
}

/** What the tests read of it. */
export interface StaffOrder {
  status: string;
  paymentStatus: string;
  payments: Record<'captured' | 'refunded' | 'refunding', { amount: number }>[];
  refunds: StaffRefund[];
  totals: { total: { amount: number } };
}

export interface StaffRefund {
  id: string;
  status: string;
  reason: string;
  amount: { amount: number };
  shipping: { amount: number };
  lines: { itemId: string; quantity: number; amount: { amount: number } }[];
  transfers: { id: string; status: string; attempt: number; providerId: string | null }[];
}

/** Asks for a refund as staff. */
export function refund(
  shop: SalesApp,
  { id }: { id: string },
  body: Record<string, unknown>,
  key = newId('request'),
) {
  return shop.api
    .post(`/api/v1/admin/orders/${id}/refunds`)
    .set({ ...asStaff, 'Idempotency-Key': key })
    .send({ reason: 'requested_by_customer', ...body });
}

/** Waits until the order's payment status is this one. */
export function untilPaymentStatus(shop: SalesApp, placed: { id: string }, status: string) {
  return eventually(async () => {
    const order = await orderOf(shop, placed);
    return order.paymentStatus === status && order;
  });
}

/** What the sandbox has of refunds of a payment, as Stripe's dashboard would show it. */
export async function refundsAtStripe(shop: SalesApp, { intentId }: { intentId: string }) {
  const answer = await fetch(`${shop.sandbox.url}/v1/refunds?payment_intent=${intentId}`, {
    headers: { Authorization: 'Bearer sk_test_shop' },
  });
  const { data } = (await answer.json()) as {
    data: { id: string; amount: number; status: string }[];
  };
  return data;
}
