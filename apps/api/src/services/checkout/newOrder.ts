import { detailsOf } from '../../kernel/cartDetails.ts';
import { newId } from '../../kernel/ids.ts';
import type { NewOrder } from '../orders.service.ts';
import type { PaymentPlan } from '../payments.service.ts';
import type { ReadyCart } from './checks.ts';

interface OrderTerms {
  readonly plan: PaymentPlan;
  /** How long an unpaid order holds its stock. */
  readonly reservationMinutes: number;
  readonly tokenHashOf: (orderId: string) => string;
  readonly clientKey: string | null;
  /** In which mails are written, if the customer named one. */
  readonly locale: string | null;
  /** The customer who completes the cart of another. */
  readonly approvedBy: string | null;
  /** Days until it is to be paid; null without terms. */
  readonly paymentTermsDays: number | null;
}

/** The cart as an order: names, prices and taxes as they are at this moment. */
export function newOrderOf(cart: ReadyCart, terms: OrderTerms): NewOrder {
  const { plan, reservationMinutes, tokenHashOf, clientKey, locale } = terms;
  const { placement, payments } = plan;
  const { shippingOption } = cart;
  const id = newId('order');
  return {
    id,
    cartId: cart.id,
    customerId: cart.customerId,
    salesChannel: cart.salesChannel,
    status: placement.order,
    paymentStatus: placement.orderPayment,
    currency: cart.currency,
    ...detailsOf(cart),
    locale,
    totals: cart.totals,
    taxInclusive: cart.taxInclusive,
    taxExemption: cart.exemption,
    approvedBy: terms.approvedBy,
    paymentTermsDays: terms.paymentTermsDays,
    shippingOption: shippingOption && {
      id: shippingOption.id,
      name: shippingOption.name,
      amount: shippingOption.amount,
    },
    tokenHash: tokenHashOf(id),
    clientKey,
    expiresInMinutes: placement.order === 'pending' ? reservationMinutes : null,
    items: cart.items.map((item) => ({
      variantId: item.variantId,
      productId: item.productId,
      title: item.title,
      variantTitle: item.variantTitle,
      sku: item.sku,
      quantity: item.quantity,
      unitPrice: item.unitPrice,
      tax: item.tax,
      total: item.total,
      weightGrams: item.weightGrams,
      requiresShipping: item.requiresShipping,
    })),
    payments,
    reason: placement.reason,
  };
}
