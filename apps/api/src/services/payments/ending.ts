import type { Context } from '../../utils/context.ts';
import { lockPaymentsOf } from './locks.ts';
import {
  patienceOf,
  type ProviderName,
  type RemotePayment,
  type RemoteProvider,
} from './provider.ts';
import type { PaymentStatus } from './states.ts';
import { cancelLocal, cancelUnopened, selectOrderPayments, type PaymentRow } from './statements.ts';

export interface EndingDependencies {
  remoteOf: (provider: ProviderName) => RemoteProvider | undefined;
  complete: (ctx: Context, seen: RemotePayment) => Promise<PaymentStatus>;
}

/** What an order is when its payments have ended. */
export type SealedOrder = Pick<PaymentRow, 'orderStatus' | 'fulfillmentStatus'>;

/** A payment is opened at most once while it is being ended, so that a second look suffices. */
const LOOKS = 2;

/** Ending payments that nobody is to make any more: at the provider first. */
export function createEnding({ remoteOf, complete }: EndingDependencies) {
  /** Ends one payment, if that is still possible. @returns the state it is in now. */
  async function endOne(
    ctx: Context,
    remote: RemoteProvider,
    payment: PaymentRow,
  ): Promise<PaymentStatus> {
    if (payment.status === 'canceled' || payment.status === 'succeeded') return payment.status;
    if (payment.providerId !== null) {
      return complete(ctx, await remote.cancel(payment.providerId, patienceOf(ctx)));
    }
    // While the row says so, no opener can store what it gets from the provider (storeOpened).
    const ended = await ctx.db.execute(cancelUnopened, [payment.id]);
    return ended > 0 ? 'canceled' : payment.status;
  }

  /**
   * Ends what is open of an order's payments at their providers. A payment that was made meanwhile
   * is taken note of as by any other way.
   * @returns the states that are left beside "canceled"; none when no provider will bring money.
   * @throws {ProviderUnavailable} when a provider cannot be asked.
   */
  async function endAtProviders(ctx: Context, orderId: string): Promise<PaymentStatus[]> {
    for (let look = 1; ; look++) {
      const left: PaymentStatus[] = [];
      for (const payment of await ctx.db.query(selectOrderPayments, [orderId])) {
        const remote = remoteOf(payment.provider);
        const status = remote && (await endOne(ctx, remote, payment));
        if (status !== undefined && status !== 'canceled') left.push(status);
      }
      const isSettled = left.every((status) => status === 'succeeded' || status === 'processing');
      if (isSettled || look === LOOKS) return left;
    }
  }

  /**
   * Locks an order and its payments, in the transaction that is to end it.
   * @returns the order's states, or undefined when a payment has brought money or still can.
   */
  async function seal(ctx: Context, orderId: string): Promise<SealedOrder | undefined> {
    const payments = await lockPaymentsOf(ctx, orderId);
    const isOpen = payments.some(
      ({ provider, status, amount }) =>
        (status === 'succeeded' && amount > 0) ||
        (status !== 'canceled' && remoteOf(provider) !== undefined),
    );
    return isOpen ? undefined : payments[0];
  }

  /** Ends the payments of an order that the shop alone knows of (manual). */
  async function endLocal(ctx: Context, orderId: string): Promise<void> {
    await ctx.db.execute(cancelLocal, [orderId]);
  }

  return { endAtProviders, seal, endLocal };
}
