import type { Context } from '../../../kernel/context.ts';
import {
  ProviderMissing,
  type ProviderName,
  type ListedRefund,
  type RemoteFee,
  type RemotePayment,
  type RemoteProvider,
  type Span,
} from './port.ts';
import { selectPayment } from '../ledger/statements.ts';
import type { PaymentStatus } from '../ledger/states.ts';

export interface RemoteQueriesDependencies {
  remoteOf: (provider: ProviderName) => RemoteProvider | undefined;
  complete: (ctx: Context, seen: RemotePayment) => Promise<PaymentStatus>;
}

/** What jobs ask of a provider. */
export function createRemoteQueries({ remoteOf, complete }: RemoteQueriesDependencies) {
  return {
    /** What a provider has of a span of time; null stands for another system's. @throws {ProviderUnavailable} */
    async *list(provider: ProviderName, span: Span): AsyncGenerator<RemotePayment | null> {
      const remote = remoteOf(provider);
      if (remote) yield* remote.list(span);
    },

    /** What a list of a provider's tells of the refunds of a span of time. @throws {ProviderUnavailable} */
    async *listRefunds(provider: ProviderName, span: Span): AsyncGenerator<ListedRefund> {
      const remote = remoteOf(provider);
      if (remote) yield* remote.listRefunds(span);
    },

    /** A provider's fees of a span of time. @throws {ProviderUnavailable} */
    async *listFees(provider: ProviderName, span: Span): AsyncGenerator<RemoteFee> {
      const remote = remoteOf(provider);
      if (remote) yield* remote.listFees(span);
    },

    /**
     * A payment as its provider sees it now; undefined when it knows none of this id.
     * @throws {ProviderUnavailable}
     */
    async look(provider: ProviderName, providerId: string): Promise<RemotePayment | undefined> {
      try {
        return await remoteOf(provider)?.retrieve(providerId);
      } catch (error) {
        if (error instanceof ProviderMissing) return undefined;
        throw error;
      }
    },

    /** Asks the provider about a payment and takes note of the answer. @throws {UnknownPayment} */
    async sync(ctx: Context, provider: ProviderName, providerId: string): Promise<void> {
      const seen = await remoteOf(provider)?.retrieve(providerId);
      if (seen) await complete(ctx, seen);
    },
    /**
     * Ends at the provider what has ended here before its id there was known: the answer that told
     * it was lost. Whatever has become of it meanwhile is taken note of.
     * @throws {ProviderUnavailable}
     */
    async endThere(ctx: Context, provider: ProviderName, providerId: string): Promise<void> {
      const remote = remoteOf(provider);
      if (remote) await complete(ctx, await remote.cancel(providerId));
    },
    /** Lets go of what is held by a payment that buys nothing any more. For the job. */
    async letGo(ctx: Context, paymentId: string): Promise<void> {
      const [payment] = await ctx.db.query(selectPayment, [paymentId]);
      const remote = payment && remoteOf(payment.provider);
      if (!remote || payment.providerId === null || payment.status !== 'authorized') return;
      await complete(ctx, await remote.cancel(payment.providerId));
    },
  };
}
