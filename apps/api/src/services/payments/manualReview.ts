import { statement } from '../../db/statement.ts';
import { inTransaction } from '../../db/transaction.ts';
import { emit } from '../../events/outbox.ts';
import type { Context } from '../../kernel/context.ts';
import { formatMoney, type Money } from '../../kernel/money.ts';
import type { WorkflowsService } from '../workflows.service.ts';
import { lockPaymentsOf } from './ledger/locks.ts';
import type { PaymentRow } from './ledger/statements.ts';

/** No row when it says so already. */
const recordError = statement('payments.recordError')<{ paymentId: string; why: string }>(
  `UPDATE payments SET last_error = :why, updated_at = now()
   WHERE id = :paymentId AND last_error IS DISTINCT FROM :why`,
);

export interface ManualReviewDeps {
  workflows: WorkflowsService;
}

// What no rule decides about a payment is put before a person, once.

/** Money came or is held that is not what was asked for. Within the caller's transaction. */
export async function reportAmountMismatch(
  { workflows }: ManualReviewDeps,
  ctx: Context,
  { id: paymentId, orderId, amount, currency }: PaymentRow,
  seen: Money,
): Promise<void> {
  const asked = formatMoney({ amount, currency });
  const why = `${formatMoney(seen)} instead of ${asked}; staff must decide what happens`;
  await ctx.db.execute(recordError, { paymentId, why });
  await workflows.escalateToStaff(ctx, { kind: 'checkout', subjectId: orderId, why });
  await emit(ctx, 'payment.amount_mismatch', { orderId, paymentId });
}

/** The order counted on money that is held no longer. Within the caller's transaction. */
export async function reportLostAuthorization(
  { workflows }: ManualReviewDeps,
  ctx: Context,
  { id: paymentId, orderId }: PaymentRow,
  why: string,
): Promise<void> {
  await emit(ctx, 'payment.authorization_lost', { orderId, paymentId });
  // When the shop has voided it, the order closes now, and its workflow ends.
  await workflows.escalateToStaff(ctx, { kind: 'checkout', subjectId: orderId, why });
}

/**
 * The provider does not know a payment that we have its id of. That says nothing about money (it
 * may be another account's), so that nothing else is concluded from it.
 */
export async function reportMissingPayment(
  { workflows }: ManualReviewDeps,
  ctx: Context,
  { id: paymentId, orderId, providerId, provider }: PaymentRow,
): Promise<void> {
  const why = `${provider} does not know ${providerId}: another account, or test mode and live?`;
  await inTransaction(ctx, async (ctx) => {
    await lockPaymentsOf(ctx, orderId);
    if ((await ctx.db.execute(recordError, { paymentId, why })) === 0) return;
    await workflows.escalateToStaff(ctx, { kind: 'checkout', subjectId: orderId, why });
    await emit(ctx, 'payment.missing', { orderId, paymentId });
  });
}
