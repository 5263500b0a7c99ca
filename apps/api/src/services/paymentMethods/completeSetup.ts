import type { SavedPaymentMethod } from '../../db/generated/client.ts';
import { inTransaction } from '../../db/transaction.ts';
import { customerIdOf, type Context } from '../../kernel/context.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import type { RemoteMethod } from '../../ports/paymentProvider.ts';
import { retryPolicyOf, savedMethodsOf, toAppErrors } from './askProvider.ts';
import type { PaymentMethodsDeps } from './deps.ts';
import { savedMethodOf, type SavedMethod } from './findSaved.ts';
import { lockCustomer } from './lockCustomer.ts';

type Deps = Pick<PaymentMethodsDeps, 'payments'>;

/**
 * Saves the card of the caller's setup, once the provider says that it was confirmed. A second call
 * answers with the same card.
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
  if (setup.methodId === null || setup.customerId !== customerId) return null;
  const method = await methods.retrieve(setup.methodId, retryPolicyOf(ctx));
  const isTheirs = method.remoteCustomerId === setup.remoteCustomerId;
  if (method.remoteCustomerId === null || !isTheirs) return null;
  return activate(ctx, { id, customerId }, method);
}

function activate(
  ctx: Context,
  { id, customerId }: Pick<SavedPaymentMethod, 'id' | 'customerId'>,
  { providerId: methodId, brand, last4, expiryMonth, expiryYear }: RemoteMethod,
): Promise<SavedMethod | null> {
  return inTransaction(ctx, async (ctx) => {
    await lockCustomer(ctx, customerId);
    const { savedPaymentMethod } = ctx.db.prisma;
    const others = await savedPaymentMethod.count({ where: { customerId, isDefault: true } });
    await savedPaymentMethod.updateMany({
      where: { id, state: 'pending' },
      data: {
        state: 'active',
        methodId,
        brand,
        last4,
        expiryMonth,
        expiryYear,
        isDefault: others === 0,
      },
    });
    // Also what another request has saved meanwhile.
    const row = await savedPaymentMethod.findFirst({ where: { id, state: 'active' } });
    return row && savedMethodOf(row);
  });
}
