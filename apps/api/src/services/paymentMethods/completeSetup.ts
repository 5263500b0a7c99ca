import type { SavedPaymentMethod } from '../../db/generated/client.ts';
import { inTransaction } from '../../db/transaction.ts';
import { customerIdOf, type Context } from '../../kernel/context.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import type { RemoteMethod } from '../../ports/providerSavedMethods.ts';
import { retryPolicyOf, savedMethodsOf, toAppErrors } from './askProvider.ts';
import type { PaymentMethodsDeps } from './deps.ts';
import { savedMethodOf, type SavedMethod } from './findSaved.ts';
import { lockOwner } from './lockOwner.ts';
import { replaceOlder } from './replaceOlder.ts';

type Deps = Pick<PaymentMethodsDeps, 'payments' | 'queue'>;

/**
 * Saves the card of the caller's setup, once the provider says that it was confirmed. A second call
 * answers with the same card. A card that was saved before is replaced, with its consent.
 * @throws {AppError} not_found; state_conflict while it is not confirmed; payment_failed,
 *   service_unavailable
 */
export async function completeSetup(
  deps: Deps,
  ctx: Context,
  setupId: string,
): Promise<SavedMethod> {
  const row = await ctx.db.prisma.savedPaymentMethod.findFirst({
    where: { setupId, customerId: customerIdOf(ctx), state: { not: 'removing' } },
  });
  if (!row) throw notFound('setup');
  if (row.state === 'active') return savedMethodOf(row);
  const saved = await toAppErrors(() => saveCard(deps, ctx, row));
  if (saved) return saved;
  const message = 'The card is not confirmed yet. Confirm the setup with its client secret first.';
  throw new AppError('state_conflict', message);
}

/** The same by the provider's webhook; another system's setup is none of ours. */
export async function syncSetup(
  deps: Deps,
  ctx: Context,
  provider: string,
  setupId: string,
): Promise<void> {
  const row = await ctx.db.prisma.savedPaymentMethod.findFirst({
    where: { setupId, provider, state: 'pending' },
  });
  if (row) await saveCard(deps, ctx, row);
}

/** @returns null when it is not confirmed, or is not this customer's at the provider. */
async function saveCard(
  deps: Deps,
  ctx: Context,
  { id, provider, setupId, customerId }: SavedPaymentMethod,
): Promise<SavedMethod | null> {
  if (setupId === null) return null;
  const methods = savedMethodsOf(deps, provider);
  const setup = await methods.retrieveSetup(setupId, retryPolicyOf(ctx));
  if (setup.methodId === null || !(await isCustomer(ctx, setup.customerId, customerId)))
    return null;
  const method = await methods.retrieve(setup.methodId, retryPolicyOf(ctx));
  const isTheirs = method.remoteCustomerId === setup.remoteCustomerId;
  if (method.remoteCustomerId === null || !isTheirs) return null;
  return activate(deps, ctx, id, method);
}

/** Whether the provider's customer is ours, or was merged into ours since. */
async function isCustomer(
  { db }: Context,
  remote: string | undefined,
  customerId: string,
): Promise<boolean> {
  if (remote === undefined || remote === customerId) return remote !== undefined;
  const where = { id: remote, mergedIntoId: customerId };
  return (await db.prisma.customer.count({ where })) > 0;
}

function activate(
  deps: Deps,
  ctx: Context,
  id: string,
  { providerId: methodId, ...method }: RemoteMethod,
): Promise<SavedMethod | null> {
  return inTransaction(ctx, async (ctx) => {
    const pending = await lockOwner(ctx, id);
    if (pending?.state === 'pending') {
      const card = { methodId, ...method };
      const isDefault = await replaceOlder(deps, ctx, pending, card);
      const data = { ...card, state: 'active', isDefault };
      await ctx.db.prisma.savedPaymentMethod.update({ where: { id }, data });
    }
    // Also what another request has saved meanwhile.
    const row = await ctx.db.prisma.savedPaymentMethod.findFirst({
      where: { id, state: 'active' },
    });
    return row && savedMethodOf(row);
  });
}
