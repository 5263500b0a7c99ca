import type { PaymentStatus } from '../../domains/payments.enums.ts';
import type { Context } from '../../kernel/context.ts';
import type { RemotePayment, RemoteProvider } from '../../ports/paymentProvider.ts';
import { ProviderMissing } from '../../ports/paymentProviderErrors.ts';
import type { ManualReview } from './manualReview.ts';
import type { CreditPayments } from './creditPayments.ts';
import { lockPaymentsOf } from './ledger/locks.ts';
import { patienceOf } from './providers/provider.ts';
import type { ProviderRegistry } from './providers/registry.ts';
import {
  cancelLocal,
  cancelUnopened,
  selectOrderPayments,
  type PaymentRow,
} from './ledger/statements.ts';

export interface PaymentCancellationDeps {
  providers: ProviderRegistry;
  complete: (ctx: Context, seen: RemotePayment) => Promise<PaymentStatus>;
  attention: ManualReview;
  credit: CreditPayments;
}

/** What an order is when its payments have ended. */
export type LockedOrder = Pick<
  PaymentRow,
  'orderStatus' | 'orderPaymentStatus' | 'fulfillmentStatus'
> & {
  /** Whether anybody has begun to pay it: at a provider, or with a gift card or store credit. */
  readonly wasTried: boolean;
};

/** A payment is opened at most once while it is being ended, so that a second look suffices. */
const LOOKS = 2;

/** A second look changes nothing about these. */
const settled: ReadonlySet<PaymentStatus> = new Set(['succeeded', 'processing', 'authorized']);

/** Ending payments that nobody is to make any more: at the provider first. */
export function createPaymentCancellation({
  providers,
  complete,
  attention,
  credit,
}: PaymentCancellationDeps) {
  /** Ends one payment, if that is still possible. @returns the state it is in now. */
  async function endOne(
    ctx: Context,
    remote: RemoteProvider,
    payment: PaymentRow,
    voids: boolean,
  ): Promise<PaymentStatus> {
    const { id, status, providerId } = payment;
    if (status === 'canceled' || status === 'succeeded') return status;
    if (providerId === null) {
      // While the row says so, no opener can store what it gets from the provider (storeOpened).
      const ended = await ctx.db.execute(cancelUnopened, { id });
      return ended > 0 ? 'canceled' : status;
    }
    try {
      // Providers cancel what is held as readily as what is open, so it is looked at first.
      if (payment.captureMethod === 'manual' && !voids) {
        const now = await complete(ctx, await remote.retrieve(providerId, patienceOf(ctx)));
        if (now === 'authorized') return now;
      }
      return await complete(ctx, await remote.cancel(providerId, patienceOf(ctx)));
    } catch (error) {
      if (error instanceof ProviderMissing) await attention.missing(ctx, payment);
      throw error;
    }
  }

  /**
   * Ends what is open of an order's payments at their providers. A payment that was made meanwhile
   * is taken note of as by any other way.
   * @param voids whether what is held for the order (authorized) is let go too.
   * @returns the states that are left beside "canceled"; none when no provider will bring money.
   * @throws {ProviderUnavailable} when a provider cannot be asked.
   * @throws {ProviderMissing} when it does not know a payment, which then waits for a person.
   */
  async function endAtProviders(
    ctx: Context,
    orderId: string,
    { voids = false }: { voids?: boolean } = {},
  ): Promise<PaymentStatus[]> {
    for (let look = 1; ; look++) {
      const left: PaymentStatus[] = [];
      for (const payment of await ctx.db.query(selectOrderPayments, { orderId })) {
        const remote = providers.remoteOf(payment.provider);
        const status = remote && (await endOne(ctx, remote, payment, voids));
        if (status !== undefined && status !== 'canceled') left.push(status);
      }
      const isSettled = left.every((status) => settled.has(status));
      if (isSettled || look === LOOKS) return left;
    }
  }

  /**
   * Locks an order and its payments, in the transaction that is to end it.
   * @param evenPaid whether it may end although a payment has brought money.
   * @returns the order's states, or undefined when a payment has brought money or still can.
   */
  async function seal(
    ctx: Context,
    orderId: string,
    { evenPaid = false }: { evenPaid?: boolean } = {},
  ): Promise<LockedOrder | undefined> {
    const payments = await lockPaymentsOf(ctx, orderId);
    const isOpen = payments.some(({ provider, status, amount }) => {
      if (status === 'succeeded') return amount > 0 && !evenPaid;
      return status !== 'canceled' && providers.isRemote(provider);
    });
    const [first] = payments;
    if (isOpen || !first) return undefined;
    return { ...first, wasTried: first.hasCredit || payments.some(({ wasTried }) => wasTried) };
  }

  /** Ends the payments of an order that the shop alone knows of: manual ones, and credit, which goes back. */
  async function endLocal(ctx: Context, orderId: string): Promise<void> {
    const ended = await ctx.db.query(cancelLocal, { orderId });
    const held = ended.flatMap(({ accountId, ...payment }) =>
      accountId === null ? [] : [{ ...payment, accountId }],
    );
    await credit.release(ctx, held);
  }

  return { endAtProviders, seal, endLocal };
}
