import { insertSql } from '../../db/insertSql.ts';
import { statement } from '../../db/statement.ts';
import type { OrderPaymentStatus, OrderStatus } from '../../domains/orders.enums.ts';
import type { CaptureMethod, PaymentStatus } from '../../domains/payments.enums.ts';
import type { OrderDetails } from '../../kernel/cartDetails.ts';
import { actorName, type Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import type { AppliedExemption } from '../pricing.service.ts';
import { beginWorkflowSql } from '../workflows/sql.ts';
import { checkoutPosition } from './checkoutPosition.ts';
import type { OrdersDeps, UnpaidLimits } from './deps.ts';
import { refuseTooManyUnpaid, unpaidSql, type Unpaid } from './unpaid.ts';

interface NewOrderItem {
  readonly variantId: string;
  readonly productId: string;
  readonly title: string;
  readonly variantTitle: string;
  readonly sku: string | null;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly tax: number;
  readonly total: number;
  readonly weightGrams: number;
  readonly requiresShipping: boolean;
}

export interface NewPayment {
  readonly id: string;
  readonly provider: string;
  readonly status: PaymentStatus;
  readonly amount: number;
  readonly captureMethod: CaptureMethod;
  /** What a payment with credit is taken from; null for any other. */
  readonly creditAccountId: string | null;
  /** The saved card that it is to be paid with; null where the payer chooses one. */
  readonly savedMethodId: string | null;
}

/** An order as it is written down: everything as it was at this moment, whatever changes later. */
export interface NewOrder extends Readonly<OrderDetails> {
  readonly id: string;
  readonly cartId: string;
  readonly customerId: string | null;
  readonly salesChannel: string | null;
  readonly status: OrderStatus;
  readonly paymentStatus: OrderPaymentStatus;
  readonly currency: string;
  /** BCP 47; null where the customer named none. */
  readonly locale: string | null;
  readonly totals: {
    readonly subtotal: number;
    readonly discount: number;
    readonly shipping: number;
    readonly tax: number;
    readonly rounding?: number;
    readonly total: number;
  };
  readonly taxInclusive: boolean;
  /** Why no tax is charged; null where it is. */
  readonly taxExemption: AppliedExemption | null;
  /** The customer who completes the cart of another. */
  readonly approvedBy: string | null;
  /** Days until it is to be paid by hand; null without terms. */
  readonly paymentTermsDays: number | null;
  readonly shippingOption: {
    readonly id: string;
    readonly name: string;
    readonly amount: number;
  } | null;
  readonly tokenHash: string;
  /** Of the client that places it; null where it is not known, or is no matter. */
  readonly clientKey: string | null;
  /** Minutes until an unpaid order gives its stock back; null: it never does. */
  readonly expiresInMinutes: number | null;
  readonly items: readonly NewOrderItem[];
  /** At least one. */
  readonly payments: readonly NewPayment[];
  /** For the history. */
  readonly reason: string;
}

interface CreatedRow {
  number: number;
  ofAddress: Unpaid;
  ofEmail: Unpaid;
}

type RequiredJson = 'billingAddress' | 'items' | 'payments';
type OptionalJson = 'shippingAddress' | 'shippingOption' | 'taxExemption';

/** The order with each total in a separate column, some members as JSON, and the new rows. */
type OrderParameters = Omit<NewOrder, 'totals' | RequiredJson | OptionalJson> &
  Required<NewOrder['totals']> &
  UnpaidLimits &
  Record<RequiredJson, string> &
  Record<OptionalJson, string | null> &
  Record<'orderHistoryId' | 'paymentHistoryId' | 'workflowId' | 'actor' | 'requestId', string>;

const expiry = `now() + :expiresInMinutes::int * interval '1 minute'`;

/**
 * Order, items, payments, workflow and the beginning of the history, and how many unpaid orders there
 * were before: one statement.
 */
const insertOrder = statement('orders.create')<OrderParameters, CreatedRow>(
  `WITH created AS (
     ${insertSql('orders', {
       id: ':id',
       cart_id: ':cartId',
       customer_id: ':customerId',
       sales_channel: ':salesChannel',
       status: ':status::order_status',
       payment_status: ':paymentStatus::order_payment_status',
       currency: ':currency',
       email: ':email',
       subtotal: ':subtotal',
       discount: ':discount',
       shipping: ':shipping',
       tax: ':tax',
       rounding: ':rounding',
       total: ':total',
       tax_inclusive: ':taxInclusive',
       shipping_address: ':shippingAddress::jsonb',
       billing_address: ':billingAddress::jsonb',
       shipping_option: ':shippingOption::jsonb',
       company_location_id: ':companyLocationId',
       purchase_order_number: ':purchaseOrderNumber',
       approved_by: ':approvedBy',
       tax_exemption: ':taxExemption::jsonb',
       payment_terms_days: ':paymentTermsDays::int',
       payment_due_at: "now() + :paymentTermsDays::int * interval '1 day'",
       token_hash: ':tokenHash',
       client_key: ':clientKey',
       expires_at: expiry,
       look_at: expiry,
       locale: ':locale',
     })}
     RETURNING number
   ), listed AS (
     INSERT INTO order_items (id, order_id, position, variant_id, product_id, title, variant_title,
       sku, quantity, unit_price, tax, total, weight_grams, requires_shipping)
     SELECT i.id, :id, i.position, i."variantId", i."productId", i.title, i."variantTitle",
       i.sku, i.quantity, i."unitPrice", i.tax, i.total, i."weightGrams", i."requiresShipping"
     FROM jsonb_to_recordset(:items::jsonb) AS i (id text, position int, "variantId" text,
       "productId" text, title text, "variantTitle" text, sku text, quantity int,
       "unitPrice" bigint, tax bigint, total bigint, "weightGrams" int, "requiresShipping" boolean)
   ), owed AS (
     INSERT INTO payments (id, order_id, provider, status, amount, currency, capture_method,
       credit_account_id, saved_method_id)
     SELECT p.id, :id, p.provider, p.status, p.amount, :currency, p."captureMethod", p."creditAccountId",
       p."savedMethodId"
     FROM jsonb_to_recordset(:payments::jsonb) AS p (id text, provider text, status payment_status,
       amount bigint, "captureMethod" text, "creditAccountId" text, "savedMethodId" text)
   ), recorded AS (
     INSERT INTO order_history (id, order_id, axis, to_state, reason, actor, request_id)
     VALUES (:orderHistoryId, :id, 'order', :status::text, :reason, :actor, :requestId),
            (:paymentHistoryId, :id, 'payment', :paymentStatus::text, :reason, :actor, :requestId)
   ), begun AS (
     ${beginWorkflowSql('checkout', {
       id: ':workflowId',
       subjectId: ':id',
       step: 'at.step',
       state: 'at.state',
       deadlineAt: 'at.deadline',
       from: `FROM (SELECT :status::text, :paymentStatus::text, NULL::timestamptz)
         AS o (status, payment_status, expires_at)
         CROSS JOIN LATERAL (${checkoutPosition}) AS at`,
     })}
   )
   SELECT number,
     (${unpaidSql('o.client_key = :clientKey', ':perAddress')}) AS "ofAddress",
     (${unpaidSql('o.email = :email', ':perEmail')}) AS "ofEmail"
   FROM created`,
);

const noLimits: UnpaidLimits = { perAddress: 0, perEmail: 0 };

/**
 * Writes a new order. The caller must hold a lock that serializes orders which share a limit of
 * unpaid orders.
 * @returns its number.
 * @throws the driver's unique violation when the cart already has an order (C1).
 * @throws {AppError} rate_limited
 */
export async function createOrder(
  { unpaidLimits }: Pick<OrdersDeps, 'unpaidLimits'>,
  ctx: Context,
  order: NewOrder,
): Promise<number> {
  const { totals } = order;
  const applying = order.paymentStatus === 'unpaid' ? unpaidLimits : noLimits;
  const items = order.items.map((item, position) => ({
    id: newId('orderItem'),
    position,
    ...item,
  }));
  const [row] = await ctx.db.query(insertOrder, {
    ...order,
    ...totals,
    ...applying,
    rounding: totals.rounding ?? 0,
    shippingAddress: order.shippingAddress && JSON.stringify(order.shippingAddress),
    billingAddress: JSON.stringify(order.billingAddress),
    shippingOption: order.shippingOption && JSON.stringify(order.shippingOption),
    taxExemption: order.taxExemption && JSON.stringify(order.taxExemption),
    items: JSON.stringify(items),
    payments: JSON.stringify(order.payments),
    orderHistoryId: newId('history'),
    paymentHistoryId: newId('history'),
    workflowId: newId('workflow'),
    actor: actorName(ctx.actor),
    requestId: ctx.requestId,
  });
  if (!row) throw new Error(`The order ${order.id} was not written`);
  refuseTooManyUnpaid(applying, row);
  return row.number;
}
