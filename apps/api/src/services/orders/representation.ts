import type { Money } from '../../kernel/money.ts';
import type { HistoryEntry } from './history.ts';
import type { Order, OrderItem, OrderPayment, OrderRefund } from './readModel.ts';

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
    locale: order.locale,
    items: order.items.map((item) => representItem(item, money)),
    totals: {
      subtotal: money(order.subtotal),
      discount: money(order.discount),
      shipping: money(order.shipping),
      tax: money(order.tax),
      ...(order.rounding !== 0 && { rounding: money(order.rounding) }),
      total: money(order.total),
    },
    taxInclusive: order.taxInclusive,
    shippingAddress: order.shippingAddress,
    billingAddress: order.billingAddress,
    shippingOption: option && { ...option, amount: money(option.amount) },
    payments: order.payments.map(representPayment),
    refunds: order.refunds.map((refund) => representRefund(refund, money)),
    expiresAt: order.expiresAt?.toISOString() ?? null,
    placedAt: order.placedAt.toISOString(),
    updatedAt: order.updatedAt.toISOString(),
  };
}

/** An order as staff see it: with the figures of its payments. */
export function representForStaff(order: Order) {
  return {
    ...representOrder(order),
    customerId: order.customerId,
    payments: order.payments.map((payment) => {
      const money = (amount: number): Money => ({ amount, currency: payment.currency });
      return {
        ...representPayment(payment),
        providerId: payment.providerId,
        creditAccountId: payment.creditAccountId,
        captureMethod: payment.captureMethod,
        authorized: money(payment.authorized),
        captured: money(payment.captured),
        refunded: money(payment.refunded),
        refunding: money(payment.refunding),
        disputed: money(payment.disputed),
        fee: money(payment.fee),
      };
    }),
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

function representPayment(payment: OrderPayment) {
  const { id, provider, status, amount, currency, lastError, lastFour } = payment;
  return { id, provider, status, amount: { amount, currency }, lastError, lastFour };
}

/** What a refund waits for is the shop's affair: for the shopper it is under way. */
function representRefund(refund: OrderRefund, money: (amount: number) => Money) {
  const { id, status, wentBack } = refund;
  const createdAt = new Date(refund.createdAt).toISOString();
  if (wentBack !== null) {
    return { id, status: 'succeeded' as const, amount: money(wentBack), createdAt };
  }
  const isUnderWay = status === 'needs_person' || status === 'waiting';
  const shown = isUnderWay ? 'pending' : status;
  return { id, status: shown, amount: money(refund.amount), createdAt };
}
