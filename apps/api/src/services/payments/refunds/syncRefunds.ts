import type { Context } from '../../../kernel/context.ts';
import type { ProviderUpdateDeps } from '../applyProviderUpdate.ts';
import type { ProviderName } from '../providers/provider.ts';
import { recordRemoteRefund } from './recordRemoteRefund.ts';

/** Asks a provider about one of its refunds, and records it. @throws {UnknownPayment} */
export async function syncRefund(
  deps: ProviderUpdateDeps,
  ctx: Context,
  provider: ProviderName,
  providerId: string,
): Promise<void> {
  const remote = deps.providers.remoteOf(provider);
  if (!remote) return;
  await recordRemoteRefund(deps, ctx, provider, await remote.retrieveRefund(providerId));
}

/** The same for every refund of a payment, or of a charge of it. @throws {UnknownPayment} */
export async function syncRefundsOf(
  deps: ProviderUpdateDeps,
  ctx: Context,
  provider: ProviderName,
  providerId: string,
): Promise<void> {
  const refunds = (await deps.providers.remoteOf(provider)?.refundsOf(providerId)) ?? [];
  // Oldest first, as they were made.
  for (const refund of refunds.toReversed()) await recordRemoteRefund(deps, ctx, provider, refund);
}
