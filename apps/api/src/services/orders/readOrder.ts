import { statement } from '../../db/statement.ts';
import type { OrderDetails } from '../../kernel/cartDetails.ts';
import type { Context } from '../../kernel/context.ts';
import type {
  FulfillmentStatus,
  OrderPaymentStatus,
  OrderStatus,
} from '../../domains/orders.enums.ts';
import type { CaptureMethod, PaymentStatus } from '../../domains/payments.enums.ts';
import type { RefundStatus } from '../../domains/refunds.enums.ts';
import { isApproverOf } from '../companies/sql.ts';
import type { AppliedExemption } from '../pricing.service.ts';
import { isUndoneSql } from '../workflows/sql.ts';

export interface OrderItem {
  id: string;
  variantId: string;
  productId: string;
  title: string;
  variantTitle: string;
  sku: string | null;
  quantity: number;
  unitPrice: number;
  tax: number;
  total: number;
}

export interface OrderPayment {
  id: string;
  provider: string;
  status: PaymentStatus;
  amount: number;
  currency: string;
  /** Why the last try to pay failed. */
  lastError: string | null;
  /** The provider's id and the client secret: only for the shop's own use and the payer's. */
  providerId: string | null;
  clientSecret: string | null;
  attempt: number;
  /** The sums of its ledger, and the refunds in progress. */
  authorized: number;
  captured: number;
  refunded: number;
  refunding: number;
  disputed: number;
  fee: number;
  captureMethod: CaptureMethod;
  /** The end of the code of the gift card that it is paid from; null for anything else. */
  lastFour: string | null;
  /** The account that it is paid from, a gift card's or a customer's; null for anything else. */
  creditAccountId: string | null;
  /** The saved card that it is to be paid with; null where the payer chooses one. */
  savedMethodId: string | null;
}

/** A refund as a shopper sees it. */
export interface OrderRefund {
  id: string;
  status: RefundStatus;
  amount: number;
  /**
   * The part that was refunded when the rest failed; null while that is open, or all was refunded.
   */
  wentBack: number | null;
  createdAt: string;
}

/** An order with its items, payments and refunds. Amounts are minor units of its currency. */
export interface Order extends OrderDetails {
  id: string;
  number: number;
  cartId: string;
  customerId: string | null;
  /** Where its cart was opened; null: in the default channel. */
  salesChannel: string | null;
  status: OrderStatus;
  paymentStatus: OrderPaymentStatus;
  fulfillmentStatus: FulfillmentStatus;
  currency: string;
  locale: string | null;
  items: OrderItem[];
  subtotal: number;
  discount: number;
  shipping: number;
  tax: number;
  rounding: number;
  total: number;
  taxInclusive: boolean;
  /** Why no tax was charged; null where it was. */
  taxExemption: AppliedExemption | null;
  /** The customer who completed the cart of another. */
  approvedBy: string | null;
  paymentTermsDays: number | null;
  paymentDueAt: Date | null;
  shippingOption: { id: string; name: string; amount: number } | null;
  payments: OrderPayment[];
  refunds: OrderRefund[];
  /** When it gives its stock back unless it is paid; null when it will not. */
  expiresAt: Date | null;
  placedAt: Date;
  updatedAt: Date;
}

/**
 * Payments of one moment are ordered by their ids, which ascend as they are planned
 * (planPayments.ts). `isPrivate` requires a right to see them: the customer's, or a guest's by the
 * hash of the token; approvers see their company's.
 */
const selectOrder = statement('orders.read')<
  { orderId: string; isPrivate: boolean; customerId: string | null; tokenHash: string | null },
  Order
>(
  `SELECT o.id, o.number, o.cart_id AS "cartId", o.customer_id AS "customerId",
     o.sales_channel AS "salesChannel", o.status,
     o.payment_status AS "paymentStatus", o.fulfillment_status AS "fulfillmentStatus", o.currency,
     o.email, o.locale, o.subtotal, o.discount, o.shipping, o.tax, o.rounding, o.total,
     o.company_location_id AS "companyLocationId", o.purchase_order_number AS "purchaseOrderNumber",
     o.approved_by AS "approvedBy", o.tax_exemption AS "taxExemption",
     o.payment_terms_days AS "paymentTermsDays", o.payment_due_at AS "paymentDueAt",
     o.tax_inclusive AS "taxInclusive", o.shipping_address AS "shippingAddress",
     o.billing_address AS "billingAddress", o.shipping_option AS "shippingOption",
     o.expires_at AS "expiresAt", o.placed_at AS "placedAt", o.updated_at AS "updatedAt",
     (SELECT json_agg(json_build_object(
         'id', i.id, 'variantId', i.variant_id, 'productId', i.product_id, 'title', i.title,
         'variantTitle', i.variant_title, 'sku', i.sku, 'quantity', i.quantity,
         'unitPrice', i.unit_price, 'tax', i.tax, 'total', i.total
       ) ORDER BY i.position)
      FROM order_items i WHERE i.order_id = o.id) AS items,
     (SELECT coalesce(json_agg(json_build_object(
         'id', p.id, 'provider', p.provider, 'status', p.status, 'amount', p.amount,
         'currency', p.currency, 'lastError', p.last_error, 'providerId', p.provider_id,
         'clientSecret', p.client_secret, 'attempt', p.attempt, 'authorized', p.authorized,
         'captured', p.captured, 'refunded', p.refunded, 'refunding', p.refunding,
         'disputed', p.disputed, 'fee', p.fee,
         'captureMethod', p.capture_method,
         'creditAccountId', p.credit_account_id,
         'savedMethodId', p.saved_method_id,
         'lastFour', (SELECT a.last_four FROM credit_accounts a WHERE a.id = p.credit_account_id)
       ) ORDER BY p.created_at, p.id), '[]'::json)
      FROM payments p WHERE p.order_id = o.id) AS payments,
     (SELECT coalesce(json_agg(json_build_object(
         'id', r.id, 'status', r.status, 'amount', r.amount, 'createdAt', r.created_at,
         'wentBack', CASE WHEN r.status = 'needs_person' AND ${isUndoneSql('refund', 'r.id')} THEN (
           SELECT sum(t.amount) FROM refund_transfers t
           WHERE t.refund_id = r.id AND t.status = 'succeeded') END
       ) ORDER BY r.created_at, r.id), '[]'::json)
      FROM refunds r WHERE r.order_id = o.id) AS refunds
   FROM orders o
   WHERE o.id = :orderId AND (NOT :isPrivate::boolean OR o.customer_id = :customerId OR o.token_hash = :tokenHash
     OR (o.company_location_id IS NOT NULL AND ${isApproverOf('o.company_location_id', ':customerId')}))`,
);

/** Who may see an order: its customer, or a guest with the hash of its token. */
interface Viewer {
  readonly customerId: string | null;
  readonly tokenHash: string | null;
}

/** The current order, in one statement; without `viewer` for the shop itself. */
export async function readOrder(
  ctx: Context,
  orderId: string,
  viewer?: Viewer,
): Promise<Order | undefined> {
  const [order] = await ctx.db.query(selectOrder, {
    orderId,
    isPrivate: viewer !== undefined,
    customerId: viewer?.customerId ?? null,
    tokenHash: viewer?.tokenHash ?? null,
  });
  return order;
}
