import { emit } from '../../../events/outbox.ts';
import type { Context } from '../../../kernel/context.ts';
import type { RefundDeps } from './deps.ts';
import type { AllocationRow } from './statements.ts';

/** Puts what an allocation pays back on the account it came from; staff are told when that is disabled. */
export async function payBackCredit(
  { credit }: Pick<RefundDeps, 'credit'>,
  ctx: Context,
  allocation: Pick<AllocationRow, 'id' | 'amount' | 'orderId' | 'paymentId'>,
  accountId: string,
): Promise<void> {
  const { id: reference, amount, orderId, paymentId } = allocation;
  await credit.move(ctx, 'refunded', [{ accountId, amount, reference }]);
  if (await credit.reopen(ctx, accountId)) return;
  await emit(ctx, 'refund.unspendable', { orderId, paymentId });
}
