import { statement } from '../../db/client.ts';
import type { CreditAccount } from './findAccounts.ts';

/** A gift card that was asked for by its code, or store credit of the customer who asks. */
export interface SpendableAccount extends CreditAccount {
  codeHash: string | null;
  hasLapsed: boolean;
}

/** Nothing is spent from an account that is disabled or has lapsed. */
const usable = `a.disabled_at IS NULL AND (a.expires_at IS NULL OR a.expires_at > now())`;

const columns = `a.id, a.kind, a.last_four AS "lastFour", a.customer_id AS "customerId", a.currency,
  a.balance, a.expires_at AS "expiresAt", a.disabled_at AS "disabledAt", a.created_at AS "createdAt"`;

/**
 * Rows of the ledger, in the order given: of one kind and one actor ($5, $6, and a note, $7), for the
 * accounts $2. A trigger adds each to its balance, and a CHECK keeps that from going below nothing.
 */
export const insertEntries = statement<object>(
  'credit.entry',
  `INSERT INTO credit_entries (id, account_id, amount, reference, kind, actor, note)
   SELECT *, $5, $6, $7
   FROM unnest($1::text[], $2::text[], $3::bigint[], $4::text[])`,
);

export const selectByCode = statement<CreditAccount>(
  'credit.findByCode',
  `SELECT ${columns} FROM credit_accounts a WHERE a.code_hash = $1 AND ${usable}`,
);

/**
 * The cards of these codes ($1 are the hashes), usable or not, and what can be spent of a customer's
 * store credit ($2, none when null) in a currency ($3). Always in the order of their ids, so that two
 * orders that are paid from the same accounts cannot deadlock.
 */
export const lockSpendable = statement<SpendableAccount>(
  'credit.lockSpendable',
  `SELECT ${columns}, a.code_hash AS "codeHash",
     coalesce(a.expires_at <= now(), false) AS "hasLapsed"
   FROM credit_accounts a
   WHERE a.code_hash = ANY ($1::text[])
      OR (a.kind = 'store_credit' AND a.customer_id = $2 AND a.currency = $3 AND a.balance > 0
        AND ${usable})
   ORDER BY a.id
   FOR NO KEY UPDATE`,
);

/** Accounts from which something may be spent, locked in the same order. */
export const lockUsable = statement<Pick<CreditAccount, 'id' | 'balance'>>(
  'credit.lockUsable',
  `SELECT a.id, a.balance FROM credit_accounts a
   WHERE a.id = ANY ($1::text[]) AND ${usable}
   ORDER BY a.id
   FOR NO KEY UPDATE`,
);

/** Locked as for spending from it. */
export const lockAccount = statement<CreditAccount>(
  'credit.lock',
  `SELECT ${columns} FROM credit_accounts a WHERE a.id = $1 FOR NO KEY UPDATE`,
);

/** $2 is whether it is disabled (null: as it was), $3 whether $4 is when it expires from now on. */
export const changeAccount = statement<CreditAccount>(
  'credit.change',
  `UPDATE credit_accounts a SET
     disabled_at = CASE WHEN $2::boolean THEN coalesce(a.disabled_at, now())
       WHEN $2 IS NULL THEN a.disabled_at END,
     expires_at = CASE WHEN $3::boolean THEN $4::timestamptz ELSE a.expires_at END
   WHERE a.id = $1
   RETURNING ${columns}`,
);

/** Not to expire within $2 days. */
export const reopenAccount = statement<Pick<CreditAccount, 'disabledAt'>>(
  'credit.reopen',
  `UPDATE credit_accounts a
   SET expires_at = CASE WHEN a.expires_at IS NOT NULL
     THEN greatest(a.expires_at, now() + $2::int * interval '1 day') END
   WHERE a.id = $1
   RETURNING a.disabled_at AS "disabledAt"`,
);
