import type { Money } from '../../utils/money.ts';
import type { HistoryEntry } from './history.ts';
import type { Order, OrderItem, OrderPayment } from './readModel.ts';

/** An order as the API shows it: money with its currency, times as text, nobody's secrets. */
export function representOrder(order: Order) {
  const money = (amount: number): Money => ({ amount, currency: order.currency });
  const { shippingOption: option } = order;
  return {
    id: order.id,
    number: order.number,
    cartId: order.cartId,
    status: order.status,
    paymentStatus: order.paymentStatus,
    fulfillmentStatus: order.fulfillmentStatus,
    currency: order.currency,
    email: order.email,
    items: order.items.map((item) => representItem(item, money)),
    totals: {
      subtotal: money(order.subtotal),
      discount: money(order.discount),
      shipping: money(order.shipping),
      tax: money(order.tax),
      total: money(order.total),
    },
    taxInclusive: order.taxInclusive,
    shippingAddress: order.shippingAddress,
    billingAddress: order.billingAddress,
    shippingOption: option && { ...option, amount: money(option.amount) },
    payments: order.payments.map(representPayment),
    expiresAt: order.expiresAt?.toISOString() ?? null,
    placedAt: order.placedAt.toISOString(),
    updatedAt: order.updatedAt.toISOString(),
  };
}

export function representHistory({ axis, from, to, reason, actor, at }: HistoryEntry) {
  return { axis, from, to, reason, actor, at: at.toISOString() };
}

function representItem(item: OrderItem, money: (amount: number) => Money) {
  const { id, variantId, productId, title, variantTitle, sku, quantity } = item;
  const { unitPrice, tax, total } = item;
  return {
    id,
    variantId,
    productId,
    title,
    variantTitle,
    sku,
    quantity,
    unitPrice: money(unitPrice),
    tax: money(tax),
    total: money(total),
  };
}

function representPayment({ id, provider, status, amount, currency, lastError }: OrderPayment) {
  return { id, provider, status, amount: { amount, currency }, lastError };
}
