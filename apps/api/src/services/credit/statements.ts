import { statement } from '../../db/statement.ts';
import type { CreditAccount } from './findAccounts.ts';

/** A gift card by its code, or the customer's store credit. */
export interface SpendableAccount extends CreditAccount {
  codeHash: string | null;
  hasLapsed: boolean;
}

/** Nothing is spent from an account that is disabled or has lapsed. */
const usable = `a.disabled_at IS NULL AND (a.expires_at IS NULL OR a.expires_at > now())`;

const columns = `a.id, a.kind, a.last_four AS "lastFour", a.customer_id AS "customerId", a.currency,
  a.balance, a.expires_at AS "expiresAt", a.disabled_at AS "disabledAt", a.created_at AS "createdAt"`;

/**
 * Rows of the ledger, in the order given: of one kind, one actor and one
 * note. A trigger adds each to its balance, and a CHECK keeps that from going below nothing.
 */
export const insertEntries = statement('credit.entry')<{
  ids: readonly string[];
  accountIds: readonly string[];
  amounts: readonly number[];
  references: readonly string[];
  kind: string;
  actor: string;
  note: string;
}>(
  `INSERT INTO credit_entries (id, account_id, amount, reference, kind, actor, note)
   SELECT *, :kind, :actor, :note
   FROM unnest(:ids::text[], :accountIds::text[], :amounts::bigint[], :references::text[])`,
);

export const selectByCode = statement('credit.findByCode')<{ codeHash: string }, CreditAccount>(
  `SELECT ${columns} FROM credit_accounts a WHERE a.code_hash = :codeHash AND ${usable}`,
);

/**
 * The cards of these codes, usable or not, and what can be spent of a customer's
 * store credit (of no one where that is null) in a currency. Always in the order of their ids, so that two
 * orders that are paid from the same accounts cannot deadlock.
 */
export const lockSpendable = statement('credit.lockSpendable')<
  { codeHashes: readonly string[]; customerId: string | null; currency: string },
  SpendableAccount
>(
  `SELECT ${columns}, a.code_hash AS "codeHash",
     coalesce(a.expires_at <= now(), false) AS "hasLapsed"
   FROM credit_accounts a
   WHERE a.code_hash = ANY (:codeHashes::text[])
      OR (a.kind = 'store_credit' AND a.customer_id = :customerId AND a.currency = :currency AND a.balance > 0
        AND ${usable})
   ORDER BY a.id
   FOR NO KEY UPDATE`,
);

/** Accounts from which something may be spent, locked in the same order. */
export const lockUsable = statement('credit.lockUsable')<
  { accountIds: readonly string[] },
  Pick<CreditAccount, 'id' | 'balance'>
>(
  `SELECT a.id, a.balance FROM credit_accounts a
   WHERE a.id = ANY (:accountIds::text[]) AND ${usable}
   ORDER BY a.id
   FOR NO KEY UPDATE`,
);

/** Locked as for spending from it. */
export const lockAccount = statement('credit.lock')<{ id: string }, CreditAccount>(
  `SELECT ${columns} FROM credit_accounts a WHERE a.id = :id FOR NO KEY UPDATE`,
);

/** `isDisabled` null leaves that as it was; `expiresAt` counts where `changesExpiry` says so. */
export const changeAccount = statement('credit.change')<
  { id: string; isDisabled: boolean | null; changesExpiry: boolean; expiresAt: string | null },
  CreditAccount
>(
  `UPDATE credit_accounts a SET
     disabled_at = CASE WHEN :isDisabled::boolean THEN coalesce(a.disabled_at, now())
       WHEN :isDisabled IS NULL THEN a.disabled_at END,
     expires_at = CASE WHEN :changesExpiry::boolean THEN :expiresAt::timestamptz ELSE a.expires_at END
   WHERE a.id = :id
   RETURNING ${columns}`,
);

/** Not to expire within the days of grace. */
export const reopenAccount = statement('credit.reopen')<
  { id: string; graceDays: number },
  Pick<CreditAccount, 'disabledAt'>
>(
  `UPDATE credit_accounts a
   SET expires_at = CASE WHEN a.expires_at IS NOT NULL
     THEN greatest(a.expires_at, now() + :graceDays::int * interval '1 day') END
   WHERE a.id = :id
   RETURNING a.disabled_at AS "disabledAt"`,
);
