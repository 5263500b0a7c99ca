import type { Context } from '../../kernel/context.ts';
import { applyProviderUpdate, type ProviderUpdateDeps } from './applyProviderUpdate.ts';
import { selectPayment } from './ledger/statements.ts';
import type { ProviderName } from './providers/provider.ts';

/** Retrieves a payment from its provider and applies what it says. @throws {UnknownPayment} */
export async function syncPayment(
  deps: ProviderUpdateDeps,
  ctx: Context,
  provider: ProviderName,
  providerId: string,
): Promise<void> {
  const seen = await deps.providers.remoteOf(provider)?.retrieve(providerId);
  if (seen) await applyProviderUpdate(deps, ctx, seen);
}

/**
 * Cancels at the provider what was canceled here before its id there was known: the answer that told
 * it was lost. Applies the payment's state at the provider.
 * @throws {ProviderUnavailable}
 */
export async function cancelRemotePayment(
  deps: ProviderUpdateDeps,
  ctx: Context,
  provider: ProviderName,
  providerId: string,
): Promise<void> {
  const remote = deps.providers.remoteOf(provider);
  if (remote) await applyProviderUpdate(deps, ctx, await remote.cancel(providerId));
}

/** Voids what is held by a payment that no longer buys anything. For the job. */
export async function voidAuthorization(
  deps: ProviderUpdateDeps,
  ctx: Context,
  paymentId: string,
): Promise<void> {
  const [payment] = await ctx.db.query(selectPayment, { id: paymentId });
  const remote = payment && deps.providers.remoteOf(payment.provider);
  if (!remote || payment.providerId === null || payment.status !== 'authorized') return;
  await applyProviderUpdate(deps, ctx, await remote.cancel(payment.providerId));
}
