import type { OrderPaymentStatus, OrderStatus } from '../../../domains/orders.enums.ts';
import type { PaymentStatus } from '../../../domains/payments.enums.ts';
import type { Context } from '../../../kernel/context.ts';
import type { Money } from '../../../kernel/money.ts';
import type { RemoteProvider } from '../../../ports/paymentProvider.ts';
import type { RetryPolicy } from '../../../ports/retryPolicy.ts';

/** One of `localProvider`, or the name of a provider outside of the shop. */
export type ProviderName = string;

/** What an order and its payment are at the moment the order is placed. */
export interface Placement {
  readonly order: OrderStatus;
  readonly orderPayment: OrderPaymentStatus;
  readonly payment: PaymentStatus;
  /** For the order's history. */
  readonly reason: string;
}

/** A way to pay. */
export interface PaymentProvider {
  readonly name: ProviderName;
  readonly placement: Placement;
  /** See {@link RemoteProvider}. */
  chargeable(total: Money): Money;
  /** The provider's side of its payments; missing when nothing happens outside of the shop. */
  readonly remote?: RemoteProvider;
}

/** Who retries a use case's calls: the queue retries its jobs, no one retries a request. */
export function retryPolicyOf({ actor }: Pick<Context, 'actor'>): RetryPolicy {
  return actor.kind === 'system' || actor.kind === 'provider' ? 'job' : 'client';
}
