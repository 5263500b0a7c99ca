import { inTransaction } from '../../db/transaction.ts';
import { detachPaymentMethodJob } from '../../jobs/paymentMethods.detach.job.ts';
import { customerIdOf, type Context } from '../../kernel/context.ts';
import { savedMethodsOf } from './askProvider.ts';
import type { PaymentMethodsDeps } from './deps.ts';
import { getSaved, type SavedMethod } from './findSaved.ts';
import { lockCustomer } from './lockCustomer.ts';
import { retireMethod } from './statements.ts';

/**
 * Removes one of the caller's saved cards: from now on it is in no list and pays for nothing, and a
 * job detaches it at the provider. After the default, the newest card that is left is the default.
 * @returns the card as it was.
 * @throws {AppError} not_found
 */
export function removeMethod(
  { queue }: Pick<PaymentMethodsDeps, 'queue'>,
  ctx: Context,
  id: string,
): Promise<SavedMethod> {
  return inTransaction(ctx, async (ctx) => {
    const customerId = customerIdOf(ctx);
    await lockCustomer(ctx, customerId);
    const saved = await getSaved(ctx, id);
    await ctx.db.execute(retireMethod, { id, customerId });
    await queue.enqueue(ctx, detachPaymentMethodJob, { id });
    return saved;
  });
}

/** Detaches a removed card at its provider, then forgets its id. For the job: throws until that is done. */
export async function detachMethod(
  deps: Pick<PaymentMethodsDeps, 'payments'>,
  ctx: Context,
  id: string,
): Promise<void> {
  const { savedPaymentMethod } = ctx.db.prisma;
  const row = await savedPaymentMethod.findFirst({ where: { id, state: 'removing' } });
  if (!row) return;
  if (row.methodId !== null) await savedMethodsOf(deps, row.provider).detach(row.methodId);
  await savedPaymentMethod.deleteMany({ where: { id, state: 'removing' } });
}
