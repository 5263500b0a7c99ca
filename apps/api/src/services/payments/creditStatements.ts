import { statement } from '../../db/statement.ts';
import { localProvider } from '../../domains/payments.enums.ts';

/** A payment from a gift card or store credit. */
export interface CreditPayment {
  readonly id: string;
  readonly accountId: string;
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
}

const columns = `p.id, p.credit_account_id AS "accountId", p.amount, p.currency`;

export const captureHeld = statement('payments.captureCredit')<
  { orderId: string },
  CreditPayment,
  'accountId'
>(
  `UPDATE payments p SET status = 'succeeded', updated_at = now()
   WHERE p.order_id = :orderId AND p.provider = '${localProvider.credit}' AND p.status = 'authorized'
   RETURNING ${columns}`,
);

export const cancelHeld = statement('payments.cancelCredit')<
  { orderId: string },
  CreditPayment,
  'accountId'
>(
  `UPDATE payments p SET status = 'canceled', updated_at = now()
   WHERE p.order_id = :orderId AND p.provider = '${localProvider.credit}' AND p.status = 'authorized'
   RETURNING ${columns}`,
);

/** What each account gave or was to give; the same each time that it was held. */
export const selectShares = statement('payments.creditShares')<
  { orderId: string },
  CreditPayment,
  'accountId'
>(
  `SELECT DISTINCT ON (p.credit_account_id) ${columns} FROM payments p
   WHERE p.order_id = :orderId AND p.provider = '${localProvider.credit}'
   ORDER BY p.credit_account_id, p.created_at DESC, p.id DESC`,
);

export const insertHeld = statement('payments.insertCredit')<{
  id: string;
  orderId: string;
  amount: number;
  currency: string;
  accountId: string;
}>(
  `INSERT INTO payments (id, order_id, provider, status, amount, currency, credit_account_id)
   VALUES (:id, :orderId, '${localProvider.credit}', 'authorized', :amount, :currency, :accountId)`,
);
