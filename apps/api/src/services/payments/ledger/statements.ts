import { statement } from '../../../db/statement.ts';
import type {
  FulfillmentStatus,
  OrderPaymentStatus,
  OrderStatus,
} from '../../../domains/orders.enums.ts';
import {
  localProvider,
  type CaptureMethod,
  type PaymentStatus,
} from '../../../domains/payments.enums.ts';
import { moveWorkflowSql } from '../../workflows/sql.ts';
import type { ProviderName } from '../providers/provider.ts';

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
  /** The saved card that it is to be paid with. */
  savedMethodId: string | null;
  lastError: string | null;
  /** Whether its order is, or was to be, paid with a gift card or store credit too. */
  hasCredit: boolean;
  /** Whether anyone has ever begun to pay at the provider. */
  wasTried: boolean;
}

const columns = `p.id, p.order_id AS "orderId", o.number AS "orderNumber", o.status AS "orderStatus",
  o.payment_status AS "orderPaymentStatus",
  o.fulfillment_status AS "fulfillmentStatus",
  o.customer_id AS "customerId", p.provider, p.capture_method AS "captureMethod",
  p.status, p.amount, p.currency, p.provider_id AS "providerId", p.client_secret AS "clientSecret",
  p.attempt, p.saved_method_id AS "savedMethodId", p.last_error AS "lastError",
  EXISTS (SELECT FROM payments c WHERE c.order_id = p.order_id AND c.provider = '${localProvider.credit}') AS "hasCredit",
  p.tried AS "wasTried"`;

export const selectPayment = statement('payments.find')<{ id: string }, PaymentRow>(
  `SELECT ${columns} FROM payments p JOIN orders o ON o.id = p.order_id WHERE p.id = :id`,
);

export const selectByProviderId = statement('payments.findRemote')<
  { providerId: string },
  PaymentRow
>(
  `SELECT ${columns} FROM payments p JOIN orders o ON o.id = p.order_id WHERE p.provider_id = :providerId`,
);

/** An order's payments, newest first. */
export const selectOrderPayments = statement('payments.ofOrder')<{ orderId: string }, PaymentRow>(
  `SELECT ${columns} FROM payments p JOIN orders o ON o.id = p.order_id
   WHERE p.order_id = :orderId ORDER BY p.created_at DESC, p.id DESC`,
);

/** See lockPaymentsOf in locks.ts. */
export const lockOrder = statement('payments.lockOrder')<{ orderId: string }>(
  `SELECT id FROM orders WHERE id = :orderId FOR UPDATE`,
);

export const lockOrderPayments = statement('payments.lockOfOrder')<{ orderId: string }, PaymentRow>(
  `SELECT ${columns} FROM payments p JOIN orders o ON o.id = p.order_id
   WHERE p.order_id = :orderId ORDER BY p.created_at DESC, p.id DESC
   FOR UPDATE OF p`,
);

/** By the provider's id, or by ours while the provider's is not stored yet; order and payment locked. */
export const lockRemotePayment = statement('payments.lockRemote')<
  { providerId: string; paymentId: string | null },
  PaymentRow
>(
  `WITH o AS MATERIALIZED (
     SELECT * FROM orders
     WHERE id = (
       SELECT order_id FROM payments
       WHERE provider_id = :providerId OR (id = :paymentId AND provider_id IS NULL)
       ORDER BY provider_id NULLS LAST LIMIT 1
     )
     FOR UPDATE
   )
   SELECT ${columns} FROM o JOIN payments p ON p.order_id = o.id
   WHERE p.provider_id = :providerId OR (p.id = :paymentId AND p.provider_id IS NULL)
   FOR UPDATE OF p`,
);

/** `failure` is why the last try failed; the provider's id and the secret are only ever added. */
export const updatePayment = statement('payments.update')<{
  id: string;
  from: PaymentStatus;
  to: PaymentStatus;
  failure: string | null;
  providerId: string | null;
  clientSecret: string | null;
}>(
  `UPDATE payments SET status = :to::payment_status, last_error = :failure,
     provider_id = coalesce(provider_id, :providerId), client_secret = coalesce(client_secret, :clientSecret),
     tried = tried OR :failure::text IS NOT NULL OR :to::payment_status NOT IN ('pending', 'canceled'),
     updated_at = now()
   WHERE id = :id AND status = :from::payment_status`,
);

/** Keeps what the provider gave, and the workflow waits for the payer; no row when someone else did so first, or the payment was canceled meanwhile. */
export const storeOpened = statement('payments.storeOpened')<
  { id: string; providerId: string; clientSecret: string | null },
  { id: string }
>(
  `WITH stored AS (
     UPDATE payments SET provider_id = :providerId, client_secret = :clientSecret, updated_at = now()
     WHERE id = :id AND provider_id IS NULL AND status = 'pending'
     RETURNING id, order_id
   ), waiting AS (
     ${moveWorkflowSql('checkout', {
       subjectId: 'o.id',
       set: {
         state: `'waiting'`,
         attempts: '0',
         last_error: 'NULL',
         deadline_at: `o.expires_at + interval '15 minutes'`,
       },
       from: 'FROM stored s JOIN orders o ON o.id = s.order_id',
       where: `w.state = 'running'`,
     })}
   )
   SELECT id FROM stored`,
);

/** What was asked for under this attempt's idempotency key is answered with a failure for a day. */
export const nextAttempt = statement('payments.nextAttempt')<{ id: string; attempt: number }>(
  `UPDATE payments SET attempt = attempt + 1, updated_at = now() WHERE id = :id AND attempt = :attempt`,
);

/** The provider will not begin this payment; the next attempt has another idempotency key. */
export const refuseAttempt = statement('payments.refuseAttempt')<{
  paymentId: string;
  attempt: number;
  why: string;
}>(
  `UPDATE payments SET status = 'failed', attempt = attempt + 1, last_error = :why, updated_at = now()
   WHERE id = :paymentId AND attempt = :attempt AND status = 'pending' AND provider_id IS NULL`,
);

/** A payment that was refused before it began is tried once more. */
export const retryRefused = statement('payments.retryRefused')<{ id: string }>(
  `UPDATE payments SET status = 'pending', updated_at = now()
   WHERE id = :id AND status = 'failed' AND provider_id IS NULL`,
);

/** Ends a payment that the provider knows nothing of; it can then no longer be opened. */
export const cancelUnopened = statement('payments.cancelUnopened')<{ id: string }>(
  `UPDATE payments SET status = 'canceled', updated_at = now()
   WHERE id = :id AND provider_id IS NULL AND status IN ('pending', 'failed')`,
);

/** Ends what an order would have been paid outside of the shop, and what is held of credit. */
export const cancelLocal = statement('payments.cancelLocal')<
  { orderId: string },
  {
    id: string;
    accountId: string | null;
    amount: number;
    currency: string;
  }
>(
  `UPDATE payments SET status = 'canceled', updated_at = now()
   WHERE order_id = :orderId AND provider_id IS NULL AND status IN ('pending', 'failed', 'authorized')
   RETURNING id, credit_account_id AS "accountId", amount, currency`,
);

/** The money of a payment outside of the shop has come. */
export const markReceived = statement('payments.received')<{ id: string }>(
  `UPDATE payments SET status = 'succeeded', updated_at = now()
   WHERE id = :id AND provider = '${localProvider.manual}' AND status = 'pending'`,
);

export const insertPayment = statement('payments.insert')<{
  id: string;
  orderId: string;
  provider: string;
  amount: number;
  currency: string;
  captureMethod: string;
}>(
  `INSERT INTO payments (id, order_id, provider, amount, currency, capture_method)
   VALUES (:id, :orderId, :provider, :amount, :currency, :captureMethod)`,
);
