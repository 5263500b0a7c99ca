import { statement } from '../../../db/client.ts';
import type { CaptureMethod } from '../../../domains/payments.enums.ts';
import type { FulfillmentStatus, OrderStatus, OrderPaymentStatus } from '../../orders.service.ts';
import type { ProviderName } from '../providers/provider.ts';
import type { PaymentStatus } from './states.ts';

/** A payment with what its steps need to know of its order. */
export interface PaymentRow {
  id: string;
  orderId: string;
  orderNumber: number;
  orderStatus: OrderStatus;
  orderPaymentStatus: OrderPaymentStatus;
  fulfillmentStatus: FulfillmentStatus;
  /** Of the order; null for a guest. */
  customerId: string | null;
  provider: ProviderName;
  status: PaymentStatus;
  amount: number;
  currency: string;
  captureMethod: CaptureMethod;
  providerId: string | null;
  clientSecret: string | null;
  attempt: number;
  lastError: string | null;
  /** Whether its order is, or was to be, paid with a gift card or store credit too. */
  hasCredit: boolean;
  /** Whether anybody has ever begun to pay at the provider. */
  wasTried: boolean;
}

const columns = `p.id, p.order_id AS "orderId", o.number AS "orderNumber", o.status AS "orderStatus",
  o.payment_status AS "orderPaymentStatus",
  o.fulfillment_status AS "fulfillmentStatus",
  o.customer_id AS "customerId", p.provider, p.capture_method AS "captureMethod",
  p.status, p.amount, p.currency, p.provider_id AS "providerId", p.client_secret AS "clientSecret",
  p.attempt, p.last_error AS "lastError",
  EXISTS (SELECT FROM payments c WHERE c.order_id = p.order_id AND c.provider = 'credit') AS "hasCredit",
  p.tried AS "wasTried"`;

export const selectPayment = statement<PaymentRow>(
  'payments.find',
  `SELECT ${columns} FROM payments p JOIN orders o ON o.id = p.order_id WHERE p.id = $1`,
);

export const selectByProviderId = statement<PaymentRow>(
  'payments.findRemote',
  `SELECT ${columns} FROM payments p JOIN orders o ON o.id = p.order_id WHERE p.provider_id = $1`,
);

/** An order's payments, newest first. */
export const selectOrderPayments = statement<PaymentRow>(
  'payments.ofOrder',
  `SELECT ${columns} FROM payments p JOIN orders o ON o.id = p.order_id
   WHERE p.order_id = $1 ORDER BY p.created_at DESC, p.id DESC`,
);

/** See lockPaymentsOf in locks.ts. */
export const lockOrder = statement<object>(
  'payments.lockOrder',
  `SELECT id FROM orders WHERE id = $1 FOR UPDATE`,
);

export const lockOrderPayments = statement<PaymentRow>(
  'payments.lockOfOrder',
  `SELECT ${columns} FROM payments p JOIN orders o ON o.id = p.order_id
   WHERE p.order_id = $1 ORDER BY p.created_at DESC, p.id DESC
   FOR UPDATE OF p`,
);

/** By the provider's id, or by ours while the provider's is not stored yet; order and payment locked. */
export const lockRemotePayment = statement<PaymentRow>(
  'payments.lockRemote',
  `WITH o AS MATERIALIZED (
     SELECT * FROM orders
     WHERE id = (
       SELECT order_id FROM payments
       WHERE provider_id = $1 OR (id = $2 AND provider_id IS NULL)
       ORDER BY provider_id NULLS LAST LIMIT 1
     )
     FOR UPDATE
   )
   SELECT ${columns} FROM o JOIN payments p ON p.order_id = o.id
   WHERE p.provider_id = $1 OR (p.id = $2 AND p.provider_id IS NULL)
   FOR UPDATE OF p`,
);

/** $4 is why the last try failed; the provider's id and the secret are only ever added. */
export const updatePayment = statement<object>(
  'payments.update',
  `UPDATE payments SET status = $3::payment_status, last_error = $4,
     provider_id = coalesce(provider_id, $5), client_secret = coalesce(client_secret, $6),
     tried = tried OR $4::text IS NOT NULL OR $3::payment_status NOT IN ('pending', 'canceled'),
     updated_at = now()
   WHERE id = $1 AND status = $2::payment_status`,
);

/** Keeps what the provider gave, and the workflow waits for the payer; no row when somebody else did so first, or the payment was canceled meanwhile. */
export const storeOpened = statement<{ id: string }>(
  'payments.storeOpened',
  `WITH stored AS (
     UPDATE payments SET provider_id = $2, client_secret = $3, updated_at = now()
     WHERE id = $1 AND provider_id IS NULL AND status = 'pending'
     RETURNING id, order_id
   ), waiting AS (
     UPDATE workflows w SET state = 'waiting', attempts = 0, last_error = NULL, updated_at = now(),
       deadline_at = o.expires_at + interval '15 minutes'
     FROM stored s JOIN orders o ON o.id = s.order_id
     WHERE w.kind = 'checkout' AND w.subject_id = o.id AND w.state = 'running'
   )
   SELECT id FROM stored`,
);

/** What was asked for under this attempt's idempotency key is answered with a failure for a day. */
export const nextAttempt = statement<object>(
  'payments.nextAttempt',
  `UPDATE payments SET attempt = attempt + 1, updated_at = now() WHERE id = $1 AND attempt = $2`,
);

/** The provider will not begin this payment; the next attempt has another idempotency key. */
export const refuseAttempt = statement<object>(
  'payments.refuseAttempt',
  `UPDATE payments SET status = 'failed', attempt = attempt + 1, last_error = $3, updated_at = now()
   WHERE id = $1 AND attempt = $2 AND status = 'pending' AND provider_id IS NULL`,
);

/** A payment that was refused before it began is tried once more. */
export const retryRefused = statement<object>(
  'payments.retryRefused',
  `UPDATE payments SET status = 'pending', updated_at = now()
   WHERE id = $1 AND status = 'failed' AND provider_id IS NULL`,
);

/** Ends a payment that the provider knows nothing of; it can then no longer be opened. */
export const cancelUnopened = statement<object>(
  'payments.cancelUnopened',
  `UPDATE payments SET status = 'canceled', updated_at = now()
   WHERE id = $1 AND provider_id IS NULL AND status IN ('pending', 'failed')`,
);

/** Ends what an order would have been paid outside of the shop, and what is held of credit. */
export const cancelLocal = statement<{
  id: string;
  accountId: string | null;
  amount: number;
  currency: string;
}>(
  'payments.cancelLocal',
  `UPDATE payments SET status = 'canceled', updated_at = now()
   WHERE order_id = $1 AND provider_id IS NULL AND status IN ('pending', 'failed', 'authorized')
   RETURNING id, credit_account_id AS "accountId", amount, currency`,
);

/** The money of a payment outside of the shop has come. */
export const markReceived = statement<object>(
  'payments.received',
  `UPDATE payments SET status = 'succeeded', updated_at = now()
   WHERE id = $1 AND provider = 'manual' AND status = 'pending'`,
);

export const insertPayment = statement<object>(
  'payments.insert',
  `INSERT INTO payments (id, order_id, provider, amount, currency, capture_method)
   VALUES ($1, $2, $3, $4, $5, $6)`,
);
