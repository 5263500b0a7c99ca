import type { PaymentStatus } from '../../../domains/payments.enums.ts';
import type { Context } from '../../../kernel/context.ts';
import type { RemotePayment } from '../../../ports/paymentProvider.ts';
import { selectPayment } from '../ledger/statements.ts';
import type { ProviderName } from './provider.ts';
import type { ProviderRegistry } from './registry.ts';

export interface RemoteCallDeps {
  providers: ProviderRegistry;
  applyUpdate: (ctx: Context, seen: RemotePayment) => Promise<PaymentStatus>;
}

/** Retrieves a payment from its provider and applies what it says. @throws {UnknownPayment} */
export async function syncPayment(
  { providers, applyUpdate }: RemoteCallDeps,
  ctx: Context,
  provider: ProviderName,
  providerId: string,
): Promise<void> {
  const seen = await providers.remoteOf(provider)?.retrieve(providerId);
  if (seen) await applyUpdate(ctx, seen);
}

/**
 * Cancels at the provider what was canceled here before its id there was known: the answer that told
 * it was lost. Applies the payment's state at the provider.
 * @throws {ProviderUnavailable}
 */
export async function cancelRemotePayment(
  { providers, applyUpdate }: RemoteCallDeps,
  ctx: Context,
  provider: ProviderName,
  providerId: string,
): Promise<void> {
  const remote = providers.remoteOf(provider);
  if (remote) await applyUpdate(ctx, await remote.cancel(providerId));
}

/** Voids what is held by a payment that buys nothing any more. For the job. */
export async function voidAuthorization(
  { providers, applyUpdate }: RemoteCallDeps,
  ctx: Context,
  paymentId: string,
): Promise<void> {
  const [payment] = await ctx.db.query(selectPayment, { id: paymentId });
  const remote = payment && providers.remoteOf(payment.provider);
  if (!remote || payment.providerId === null || payment.status !== 'authorized') return;
  await applyUpdate(ctx, await remote.cancel(payment.providerId));
}
