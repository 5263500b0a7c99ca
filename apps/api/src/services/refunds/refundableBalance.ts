import { statement } from '../../db/statement.ts';
import type { Context } from '../../kernel/context.ts';
import { lineCharged, shippingCharged } from '../orders/sql.ts';
import type { ProviderName } from '../payments.service.ts';
import { escalatedSql, paymentLeft } from '../payments/sql.ts';

/** A line of an order with what was charged for it (with its tax) and what has been paid back of it. */
export interface RecordedLine {
  readonly itemId: string;
  readonly variantId: string;
  readonly quantity: number;
  readonly charged: number;
  readonly refundedQuantity: number;
  readonly refundedAmount: number;
}

/** A payment with what can still go back by it. */
interface RefundablePayment {
  readonly paymentId: string;
  readonly provider: ProviderName;
  readonly captured: number;
  readonly left: number;
}

/** What an order has been paid, for what, and what has gone back or is on its way; minor units. */
export interface RefundableBalance {
  readonly currency: string;
  readonly lines: readonly RecordedLine[];
  readonly shipping: { readonly charged: number; readonly refunded: number };
  readonly payments: readonly RefundablePayment[];
  /** Whether a bank is still to decide on some of the money: it is not left, and may come again. */
  readonly isDisputed: boolean;
}

const selectBalance = statement('refunds.balance')<
  { orderId: string; refundOrder: readonly string[] },
  RefundableBalance
>(
  `SELECT o.currency, o.payment_status = 'disputed' AS "isDisputed",
     (SELECT json_agg(json_build_object(
         'itemId', i.id, 'variantId', i.variant_id, 'quantity', i.quantity,
         'charged', ${lineCharged},
         'refundedQuantity', i.refunded_quantity, 'refundedAmount', i.refunded_amount
       ) ORDER BY i.position)
      FROM order_items i WHERE i.order_id = o.id) AS lines,
     json_build_object(
       'charged', ${shippingCharged},
       'refunded', o.shipping_refunded
     ) AS shipping,
     -- In the providers' order (:refundOrder), and of each the oldest.
     (SELECT coalesce(json_agg(json_build_object(
         'paymentId', p.id, 'provider', p.provider, 'captured', p.captured,
         'left', greatest(${paymentLeft}, 0)
       ) ORDER BY array_position(:refundOrder::text[], p.provider) NULLS FIRST, p.created_at, p.id), '[]')
      FROM payments p WHERE p.order_id = o.id) AS payments
   FROM orders o WHERE o.id = :orderId`,
);

/** The amount of a payment that is neither refunded nor claimed by a pending refund or by staff; minor units. */
export const selectUnclaimed = statement('refunds.unclaimed')<
  { paymentId: string },
  { unclaimed: number }
>(
  `SELECT (${paymentLeft} - ${escalatedSql})::bigint AS unclaimed FROM payments p WHERE p.id = :paymentId`,
);

/**
 * What can go back of an order, which the caller has locked.
 * @param refundOrder the providers in the order in which their payments are used.
 */
export async function readRefundableBalance(
  ctx: Context,
  orderId: string,
  refundOrder: readonly ProviderName[],
): Promise<RefundableBalance> {
  const [balance] = await ctx.db.query(selectBalance, { orderId, refundOrder });
  if (!balance) throw new Error(`There is no order ${orderId}`);
  return balance;
}
