import { statement } from '../../db/statement.ts';
import type { PaymentEntryKind } from '../../domains/payments.enums.ts';
import { emit } from '../../events/outbox.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import type { CreditService } from '../credit.service.ts';
import { recordAll } from './ledger/ledger.ts';
import type { AllocationRow } from './refunds/statements.ts';

/** A payment from a gift card or store credit. */
export interface CreditPayment {
  readonly id: string;
  readonly accountId: string;
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
}

type Share = Omit<CreditPayment, 'id'>;

const columns = `p.id, p.credit_account_id AS "accountId", p.amount, p.currency`;

const captureHeld = statement('payments.captureCredit')<
  { orderId: string },
  CreditPayment,
  'accountId'
>(
  `UPDATE payments p SET status = 'succeeded', updated_at = now()
   WHERE p.order_id = :orderId AND p.provider = 'credit' AND p.status = 'authorized'
   RETURNING ${columns}`,
);

const cancelHeld = statement('payments.cancelCredit')<
  { orderId: string },
  CreditPayment,
  'accountId'
>(
  `UPDATE payments p SET status = 'canceled', updated_at = now()
   WHERE p.order_id = :orderId AND p.provider = 'credit' AND p.status = 'authorized'
   RETURNING ${columns}`,
);

/** What each account gave or was to give; the same each time that it was held. */
const selectShares = statement('payments.creditShares')<
  { orderId: string },
  CreditPayment,
  'accountId'
>(
  `SELECT DISTINCT ON (p.credit_account_id) ${columns} FROM payments p
   WHERE p.order_id = :orderId AND p.provider = 'credit'
   ORDER BY p.credit_account_id, p.created_at DESC, p.id DESC`,
);

const insertHeld = statement('payments.insertCredit')<{
  id: string;
  orderId: string;
  amount: number;
  currency: string;
  accountId: string;
}>(
  `INSERT INTO payments (id, order_id, provider, status, amount, currency, credit_account_id)
   VALUES (:id, :orderId, 'credit', 'authorized', :amount, :currency, :accountId)`,
);

export type CreditPayments = ReturnType<typeof createCreditPayments>;

/**
 * Paying with gift cards and store credit. What is on an account is the shop's own word, so that
 * nothing is asked over the network: all of it is done in the transaction of what it follows from,
 * which has locked the order. Accounts are locked after the order and before the stock.
 *
 * Credit is held (authorized) as the order is placed and captured together with the rest, and not
 * as the order is accepted: until then the shop has not been paid, and to release what is held is no
 * refund when the rest never comes.
 */
export function createCreditPayments({ credit }: { credit: CreditService }) {
  /** Takes the amounts of payments that were just written from their accounts, which are locked. */
  async function hold(ctx: Context, payments: readonly CreditPayment[]): Promise<void> {
    await credit.move(
      ctx,
      'held',
      payments.map(({ id, accountId, amount }) => ({ accountId, amount: -amount, reference: id })),
    );
    await recordEach(ctx, 'authorized', payments);
  }

  /** Gives back what was held by payments that have just been canceled. */
  async function release(ctx: Context, canceled: readonly CreditPayment[]): Promise<void> {
    const moves = canceled.map(({ id, accountId, amount }) => ({
      accountId,
      amount,
      reference: id,
    }));
    await credit.move(ctx, 'released', moves);
  }

  return {
    hold,
    release,

    /** The order is paid: what is held for it is taken. */
    async capture(ctx: Context, orderId: string): Promise<void> {
      await recordEach(ctx, 'captured', await ctx.db.query(captureHeld, { orderId }));
    },

    /** The order stays, and its money has gone back: what is held for it is released. */
    async releaseHold(ctx: Context, orderId: string): Promise<void> {
      await release(ctx, await ctx.db.query(cancelHeld, { orderId }));
    },

    /**
     * Locks the accounts from which an order that has ended was to be paid.
     * @returns what each is to give; undefined when that is not there any more.
     */
    async lockAgain(ctx: Context, orderId: string): Promise<readonly Share[] | undefined> {
      const shares = await ctx.db.query(selectShares, { orderId });
      return (await credit.lockAgain(ctx, shares)) ? shares : undefined;
    },

    /** Holds what {@link lockAgain} has found, by payments of its own. */
    async holdAgain(ctx: Context, orderId: string, shares: readonly Share[]): Promise<void> {
      const payments = shares.map((share) => ({ ...share, id: newId('payment') }));
      for (const { id, amount, currency, accountId } of payments) {
        await ctx.db.execute(insertHeld, { id, orderId, amount, currency, accountId });
      }
      await hold(ctx, payments);
    },

    /** Puts what an allocation pays back on the account it came from; staff are told when that is disabled. */
    async payBack(
      ctx: Context,
      allocation: Pick<AllocationRow, 'id' | 'amount' | 'orderId' | 'paymentId'>,
      accountId: string,
    ): Promise<void> {
      const { id: reference, amount, orderId, paymentId } = allocation;
      await credit.move(ctx, 'refunded', [{ accountId, amount, reference }]);
      if (await credit.reopen(ctx, accountId)) return;
      await emit(ctx, 'refund.unspendable', { orderId, paymentId });
    },
  };
}

/** What the shop itself did with a payment happens once, so that its own id is the reference. */
async function recordEach(
  ctx: Context,
  kind: PaymentEntryKind,
  payments: readonly CreditPayment[],
): Promise<void> {
  const entries = payments.map(({ id, currency, amount }) => ({
    id,
    currency,
    amount,
    reference: id,
  }));
  await recordAll(ctx, kind, entries);
}
