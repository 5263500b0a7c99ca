import type { SavedPaymentMethod } from '../../db/generated/client.ts';
import { detachPaymentMethodJob } from '../../jobs/paymentMethods.detach.job.ts';
import type { Context } from '../../kernel/context.ts';
import type { PaymentMethodsDeps } from './deps.ts';

interface Card {
  readonly methodId: string;
  readonly fingerprint: string | null;
}

/**
 * Removes what a customer has saved of the same card before; a job detaches it. The customer is locked.
 * @returns whether the new one is the default: it replaces the default, or there is none.
 */
export async function replaceOlder(
  { queue }: Pick<PaymentMethodsDeps, 'queue'>,
  ctx: Context,
  { id, customerId, provider }: SavedPaymentMethod,
  { methodId, fingerprint }: Card,
): Promise<boolean> {
  const { savedPaymentMethod } = ctx.db.prisma;
  // A setup may name a method that is saved already: then there is nothing to detach.
  await savedPaymentMethod.deleteMany({ where: { customerId, provider, methodId } });
  if (fingerprint !== null) {
    const older = await savedPaymentMethod.findMany({
      where: { customerId, provider, fingerprint, state: 'active', id: { not: id } },
      select: { id: true },
    });
    for (const { id: olderId } of older) {
      const data = { state: 'removing', isDefault: false };
      await savedPaymentMethod.update({ where: { id: olderId }, data });
      await queue.enqueue(ctx, detachPaymentMethodJob, { id: olderId });
    }
  }
  return (await savedPaymentMethod.count({ where: { customerId, isDefault: true } })) === 0;
}
