import { inTransaction } from '../../db/transaction.ts';
import type { MethodUsage } from '../../domains/paymentMethods.enums.ts';
import { MAX_PAYMENT_METHODS } from '../../domains/paymentMethods.limits.ts';
import { customerIdOf, type Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import type { ClientSession, RemoteProvider } from '../../ports/paymentProvider.ts';
import { ProviderMissing } from '../../ports/paymentProviderErrors.ts';
import type { OpenedSetup } from '../../ports/providerSavedMethods.ts';
import { retryPolicyOf, savedMethodsOf, toAppErrors } from './askProvider.ts';
import type { PaymentMethodsDeps } from './deps.ts';
import { lockCustomer } from './lockCustomer.ts';

interface GivenConsent {
  readonly version: string;
  readonly text: string;
  readonly usage: MethodUsage;
}

/** With what a browser saves a card at the provider. */
export interface StartedSetup {
  readonly setupId: string;
  readonly provider: string;
  readonly session: ClientSession;
}

/** A row that waits for its card. */
interface PendingSetup {
  readonly id: string;
  readonly customerId: string;
  readonly usage: MethodUsage;
}

/**
 * Keeps what the customer agreed to, and begins to save a card. What becomes a saved card later is the
 * row with the consent, so that neither is ever without the other.
 * @throws {AppError} payment_method_limit_exceeded, payment_provider_unavailable, payment_failed,
 *   service_unavailable
 */
export async function startSetup(
  deps: PaymentMethodsDeps,
  ctx: Context,
  consent: GivenConsent,
): Promise<StartedSetup> {
  const remote = savingProvider(deps);
  const setup = await writePending(ctx, remote.name, consent);
  const where = { id: setup.id, state: 'pending' };
  const { savedPaymentMethod } = ctx.db.prisma;
  try {
    const { setupId, clientSecret } = await toAppErrors(() => openSetup(deps, ctx, remote, setup));
    await savedPaymentMethod.updateMany({ where, data: { setupId } });
    return { setupId, provider: remote.name, session: remote.clientSession(clientSecret) };
  } catch (error) {
    await savedPaymentMethod.deleteMany({ where });
    throw error;
  }
}

/** The first offered provider that saves cards. */
function savingProvider({ payments, offered }: PaymentMethodsDeps): RemoteProvider {
  for (const name of offered) {
    const remote = payments.remoteOf(name);
    if (remote?.savedMethods) return remote;
  }
  const message = 'No payment provider of this shop saves cards.';
  throw new AppError('payment_provider_unavailable', message);
}

function writePending(
  ctx: Context,
  provider: string,
  { version, text, usage }: GivenConsent,
): Promise<PendingSetup> {
  return inTransaction(ctx, async (ctx) => {
    const customerId = customerIdOf(ctx);
    await lockCustomer(ctx, customerId);
    const { savedPaymentMethod } = ctx.db.prisma;
    const saved = await savedPaymentMethod.count({ where: { customerId } });
    if (saved >= MAX_PAYMENT_METHODS) throw full();
    const id = newId('paymentMethod');
    await savedPaymentMethod.create({
      data: {
        id,
        customerId,
        provider,
        usage,
        consentVersion: version,
        consentText: text,
        ip: ctx.clientAddress ?? null,
      },
    });
    return { id, customerId, usage };
  });
}

/** A customer who was deleted at the provider is created again, once. */
async function openSetup(
  deps: PaymentMethodsDeps,
  ctx: Context,
  remote: RemoteProvider,
  setup: PendingSetup,
): Promise<OpenedSetup> {
  const { customerId } = setup;
  try {
    return await open(deps, ctx, remote, { ...setup, attempt: 1 });
  } catch (error) {
    if (!(error instanceof ProviderMissing)) throw error;
    await deps.payments.forgetRemoteCustomer(ctx, remote, { customerId });
    // Another attempt than the payments', whose first answer names the customer who is gone.
    return open(deps, ctx, remote, { ...setup, attempt: Date.now() });
  }
}

async function open(
  deps: PaymentMethodsDeps,
  ctx: Context,
  remote: RemoteProvider,
  { attempt, ...setup }: PendingSetup & { readonly attempt: number },
): Promise<OpenedSetup> {
  const methods = savedMethodsOf(deps, remote.name);
  const paying = { customerId: setup.customerId, attempt };
  const remoteCustomerId = await deps.payments.remoteCustomerOf(ctx, remote, paying);
  return methods.startSetup({ ...setup, attempt, remoteCustomerId }, retryPolicyOf(ctx));
}

function full(): AppError {
  const message = `At most ${MAX_PAYMENT_METHODS} cards are saved, begun ones included. Remove one first.`;
  return new AppError('payment_method_limit_exceeded', message);
}
