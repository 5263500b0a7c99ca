import { statement } from '../../db/client.ts';
import type { PaymentStatus } from '../../db/generated/enums.ts';
import { actorName, type Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import type { ProviderName } from '../../utils/paymentProviders.ts';
import type { Address } from '../../validators/shared.validator.ts';
import { checkoutPosition } from './checkoutPosition.ts';
import type { OrderStatus, OrderPaymentStatus } from './states.ts';
import { refuseTooManyUnpaid, unpaidSql, type Unpaid, type UnpaidLimits } from './unpaid.ts';

export interface NewOrderItem {
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
  readonly provider: ProviderName;
  readonly status: PaymentStatus;
  readonly amount: number;
  readonly captureMethod: 'automatic' | 'manual';
  /** What a payment with credit is taken from; null for any other. */
  readonly creditAccountId: string | null;
}

/** An order as it is written down: everything as it was at this moment, whatever changes later. */
export interface NewOrder {
  readonly id: string;
  readonly cartId: string;
  readonly customerId: string | null;
  readonly status: OrderStatus;
  readonly paymentStatus: OrderPaymentStatus;
  readonly currency: string;
  readonly email: string;
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
  readonly shippingAddress: Address | null;
  readonly billingAddress: Address;
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

/**
 * Order, items, payments, workflow and the beginning of the history, and how many unpaid orders there
 * were before: one statement.
 */
const insertOrder = statement<CreatedRow>(
  'orders.create',
  `WITH created AS (
     INSERT INTO orders (id, cart_id, customer_id, status, payment_status, currency, email,
       subtotal, discount, shipping, tax, total, tax_inclusive, shipping_address, billing_address,
       shipping_option, token_hash, expires_at, look_at, rounding, client_key,
       locale)
     VALUES ($1, $2, $3, $4::order_status, $5::order_payment_status, $6, $7,
       $8, $9, $10, $11, $12, $13, $14::jsonb, $15::jsonb,
       $16::jsonb, $17, now() + $18::int * interval '1 minute',
       now() + $18::int * interval '1 minute', $27, $28, $31)
     RETURNING number
   ), listed AS (
     INSERT INTO order_items (id, order_id, position, variant_id, product_id, title, variant_title,
       sku, quantity, unit_price, tax, total, weight_grams, requires_shipping)
     SELECT i.id, $1, i.position, i."variantId", i."productId", i.title, i."variantTitle",
       i.sku, i.quantity, i."unitPrice", i.tax, i.total, i."weightGrams", i."requiresShipping"
     FROM jsonb_to_recordset($19::jsonb) AS i (id text, position int, "variantId" text,
       "productId" text, title text, "variantTitle" text, sku text, quantity int,
       "unitPrice" bigint, tax bigint, total bigint, "weightGrams" int, "requiresShipping" boolean)
   ), owed AS (
     INSERT INTO payments (id, order_id, provider, status, amount, currency, capture_method,
       credit_account_id)
     SELECT p.id, $1, p.provider, p.status, p.amount, $6, p."captureMethod", p."creditAccountId"
     FROM jsonb_to_recordset($20::jsonb) AS p (id text, provider text, status payment_status,
       amount bigint, "captureMethod" text, "creditAccountId" text)
   ), noted AS (
     INSERT INTO order_history (id, order_id, axis, to_state, reason, actor, request_id)
     VALUES ($21, $1, 'order', $4::text, $23, $24, $25),
            ($22, $1, 'payment', $5::text, $23, $24, $25)
   ), begun AS (
     INSERT INTO workflows (id, kind, subject_id, step, state, deadline_at)
     SELECT $26, 'checkout', $1, at.step, at.state::workflow_state, at.deadline
     FROM (SELECT $4::text, $5::text, NULL::timestamptz) AS o (status, payment_status, expires_at)
     CROSS JOIN LATERAL (${checkoutPosition}) AS at
   )
   SELECT number,
     (${unpaidSql('o.client_key = $28', '$29')}) AS "ofAddress",
     (${unpaidSql('o.email = $7', '$30')}) AS "ofEmail"
   FROM created`,
);

const noLimits: UnpaidLimits = { perAddress: 0, perEmail: 0 };

/**
 * Writes a new order down.
 * @param limits for one that is not paid yet; whoever shares a limit must be kept apart by a lock.
 * @returns its number. @throws the driver's unique violation when the cart has an order already (C1).
 * @throws {AppError} rate_limited
 */
export async function createOrder(
  ctx: Context,
  order: NewOrder,
  limits: UnpaidLimits = noLimits,
): Promise<number> {
  const { totals } = order;
  const applying = order.paymentStatus === 'unpaid' ? limits : noLimits;
  const items = order.items.map((item, position) => ({
    id: newId('orderItem'),
    position,
    ...item,
  }));
  const [row] = await ctx.db.query(insertOrder, [
    order.id,
    order.cartId,
    order.customerId,
    order.status,
    order.paymentStatus,
    order.currency,
    order.email,
    totals.subtotal,
    totals.discount,
    totals.shipping,
    totals.tax,
    totals.total,
    order.taxInclusive,
    order.shippingAddress && JSON.stringify(order.shippingAddress),
    JSON.stringify(order.billingAddress),
    order.shippingOption && JSON.stringify(order.shippingOption),
    order.tokenHash,
    order.expiresInMinutes,
    JSON.stringify(items),
    JSON.stringify(order.payments),
    newId('history'),
    newId('history'),
    order.reason,
    actorName(ctx.actor),
    ctx.requestId,
    newId('workflow'),
    totals.rounding ?? 0,
    order.clientKey,
    applying.perAddress,
    applying.perEmail,
    order.locale,
  ]);
  if (!row) throw new Error(`The order ${order.id} was not written`);
  refuseTooManyUnpaid(applying, row);
  return row.number;
}
