import { openTo, type Reader } from '../kernel/fieldPermissions.ts';
import { detailsOf } from '../kernel/cartDetails.ts';
import type { Money } from '../kernel/money.ts';
import type { Shown } from '../kernel/route.ts';
import type {
  HistoryEntry,
  Order,
  OrderItem,
  OrderPayment,
  OrderRefund,
  OrderSummary,
} from '../services/orders.service.ts';
import type { Refund } from '../services/refunds.service.ts';
import type {
  historyEntrySchema,
  orderSchema,
  orderSummarySchema,
  staffOrderSchema,
} from '../validators/orders.validator.ts';
import { presentRefund } from './refunds.presenter.ts';

/** An order as the API shows it: money with its currency, times as text, no secrets. */
export function presentOrder(order: Order): Shown<typeof orderSchema> {
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
    ...detailsOf(order),
    locale: order.locale,
    items: order.items.map((item) => presentItem(item, money)),
    totals: {
      subtotal: money(order.subtotal),
      discount: money(order.discount),
      shipping: money(order.shipping),
      tax: money(order.tax),
      ...(order.rounding !== 0 && { rounding: money(order.rounding) }),
      total: money(order.total),
    },
    taxInclusive: order.taxInclusive,
    taxNote: order.taxExemption?.note ?? null,
    paymentTerms: termsOf(order),
    shippingOption: option && { ...option, amount: money(option.amount) },
    payments: order.payments.map(presentOrderPayment),
    refunds: order.refunds.map((refund) => presentOrderRefund(refund, money)),
    expiresAt: order.expiresAt?.toISOString() ?? null,
    placedAt: order.placedAt.toISOString(),
    updatedAt: order.updatedAt.toISOString(),
  };
}

function termsOf({ paymentTermsDays: days, paymentDueAt: dueAt }: Order) {
  return days === null || dueAt === null ? null : { days, dueAt: dueAt.toISOString() };
}

/** An order in a list. */
export function presentOrderSummary(order: OrderSummary): Shown<typeof orderSummarySchema> {
  const { currency, total, placedAt, ...summary } = order;
  return {
    ...summary,
    currency,
    total: { amount: total, currency },
    placedAt: placedAt.toISOString(),
  };
}

/** An order as staff see it: with its refunds and the figures of its payments, and what the reader may see of the customer. */
export function presentOrderForStaff(
  reader: Reader,
  order: Order,
  refunds: readonly Refund[],
): Shown<typeof staffOrderSchema> {
  return openTo(reader, 'StaffOrder', {
    ...presentOrder(order),
    refunds: refunds.map(presentRefund),
    customerId: order.customerId,
    salesChannel: order.salesChannel,
    approvedBy: order.approvedBy,
    taxExemption: order.taxExemption,
    payments: order.payments.map((payment) => {
      const money = (amount: number): Money => ({ amount, currency: payment.currency });
      return {
        ...presentOrderPayment(payment),
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
  });
}

/** A change, for shoppers: to them, machines of the shop are its staff. */
export function presentHistoryEntry({
  axis,
  from,
  to,
  reason,
  actor,
  at,
}: HistoryEntry): Shown<typeof historyEntrySchema> {
  const shown = actor === 'adminKey' || actor === 'apiKey' ? 'staff' : actor;
  return { axis, from, to, reason, actor: shown, at: at.toISOString() };
}

function presentItem(item: OrderItem, money: (amount: number) => Money) {
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

function presentOrderPayment(payment: OrderPayment) {
  const { id, provider, status, amount, currency, lastError, lastFour } = payment;
  return { id, provider, status, amount: { amount, currency }, lastError, lastFour };
}

/** Why a refund waits is internal: the shopper sees it as pending. */
function presentOrderRefund(refund: OrderRefund, money: (amount: number) => Money) {
  const { id, status, wentBack } = refund;
  const createdAt = new Date(refund.createdAt).toISOString();
  if (wentBack !== null) {
    return { id, status: 'succeeded' as const, amount: money(wentBack), createdAt };
  }
  const isInProgress = status === 'needs_person' || status === 'waiting';
  const shown = isInProgress ? 'pending' : status;
  return { id, status: shown, amount: money(refund.amount), createdAt };
}
