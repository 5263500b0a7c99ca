import { Unavailable } from '../utils/unavailable.ts';

/** The provider cannot be reached or cannot answer now; the same call may succeed later. */
export class ProviderUnavailable extends Unavailable {
  override readonly name = 'ProviderUnavailable';
  /**
   * Whether the call was answered with a failure, which the provider may give again for the same
   * idempotency key. When it was not, only the same key tells whether it took effect.
   */
  readonly isAnswered: boolean;

  constructor(message: string, { cause, isAnswered }: { cause: unknown; isAnswered: boolean }) {
    super(message, { cause });
    this.isAnswered = isAnswered;
  }
}

/** The provider has refused, and would refuse the same call again. */
export class ProviderRefusal extends Error {
  override readonly name: string = 'ProviderRefusal';
}

/**
 * The provider does not know what the call is about. It says nothing about money: the payment may
 * be another account's (keys were changed), so nothing may be concluded from it.
 */
export class ProviderMissing extends ProviderRefusal {
  override readonly name = 'ProviderMissing';
}

/**
 * Something else takes the money of a payment, which the shop may not have been notified of yet: its
 * customer's bank disputes it, or less is left than is to go back. That outcome
 * decides whether the refund can be requested again, and for how much.
 */
export class ProviderBlocked extends ProviderRefusal {
  override readonly name: string = 'ProviderBlocked';
}

/** All that was paid has gone back already: perhaps by the very refund that was asked for. */
export class ProviderSpent extends ProviderBlocked {
  override readonly name = 'ProviderSpent';
}
