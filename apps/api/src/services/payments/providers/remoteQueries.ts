import type { PaymentStatus } from '../../../domains/payments.enums.ts';
import type { Context } from '../../../kernel/context.ts';
import type { RemotePayment } from '../../../ports/paymentProvider.ts';
import type { ProviderName } from './provider.ts';
import type { ProviderRegistry } from './registry.ts';
import { selectPayment } from '../ledger/statements.ts';

export interface RemoteQueriesDeps {
  providers: ProviderRegistry;
  complete: (ctx: Context, seen: RemotePayment) => Promise<PaymentStatus>;
}

/** What jobs ask of a provider. */
export function createRemoteQueries({ providers, complete }: RemoteQueriesDeps) {
  return {
    /** Asks the provider about a payment and takes note of the answer. @throws {UnknownPayment} */
    async sync(ctx: Context, provider: ProviderName, providerId: string): Promise<void> {
      const seen = await providers.remoteOf(provider)?.retrieve(providerId);
      if (seen) await complete(ctx, seen);
    },
    /**
     * Ends at the provider what has ended here before its id there was known: the answer that told
     * it was lost. Whatever has become of it meanwhile is taken note of.
     * @throws {ProviderUnavailable}
     */
    async endThere(ctx: Context, provider: ProviderName, providerId: string): Promise<void> {
      const remote = providers.remoteOf(provider);
      if (remote) await complete(ctx, await remote.cancel(providerId));
    },
    /** Lets go of what is held by a payment that buys nothing any more. For the job. */
    async letGo(ctx: Context, paymentId: string): Promise<void> {
      const [payment] = await ctx.db.query(selectPayment, { id: paymentId });
      const remote = payment && providers.remoteOf(payment.provider);
      if (!remote || payment.providerId === null || payment.status !== 'authorized') return;
      await complete(ctx, await remote.cancel(payment.providerId));
    },
  };
}
