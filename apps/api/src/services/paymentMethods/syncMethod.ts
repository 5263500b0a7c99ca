import { inTransaction } from '../../db/transaction.ts';
import type { Context } from '../../kernel/context.ts';
import { ProviderMissing } from '../../ports/paymentProviderErrors.ts';
import type { RemoteMethod } from '../../ports/providerSavedMethods.ts';
import { savedMethodsOf } from './askProvider.ts';
import type { PaymentMethodsDeps } from './deps.ts';
import { lockOwner } from './lockOwner.ts';
import { forgetMethod } from './statements.ts';

/**
 * Reads a saved card as its provider has it: a bank renews cards, and one that was detached there
 * (with its customer, or in the dashboard) is forgotten. One that is not ours changes nothing.
 */
export async function syncMethod(
  deps: Pick<PaymentMethodsDeps, 'payments'>,
  ctx: Context,
  provider: string,
  methodId: string,
): Promise<void> {
  const { savedPaymentMethod } = ctx.db.prisma;
  const where = { provider, methodId };
  const row = await savedPaymentMethod.findFirst({ where });
  if (!row) return;
  const method = await retrieve(deps, provider, methodId);
  if (!method || method.remoteCustomerId === null) {
    return forgetDetached(ctx, row.id);
  }
  const { brand, last4, expiryMonth, expiryYear } = method;
  await savedPaymentMethod.updateMany({ where, data: { brand, last4, expiryMonth, expiryYear } });
}

function forgetDetached(ctx: Context, id: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    if (await lockOwner(ctx, id)) await ctx.db.execute(forgetMethod, { id });
  });
}

async function retrieve(
  deps: Pick<PaymentMethodsDeps, 'payments'>,
  provider: string,
  methodId: string,
): Promise<RemoteMethod | undefined> {
  try {
    return await savedMethodsOf(deps, provider).retrieve(methodId);
  } catch (error) {
    if (error instanceof ProviderMissing) return undefined;
    throw error;
  }
}
