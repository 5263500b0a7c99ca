import type { MethodUsage } from '../domains/paymentMethods.enums.ts';
import type { RetryPolicy } from './retryPolicy.ts';

/** Cards that a provider keeps for its customers; the shop has their ids alone. */
export interface ProviderSavedMethods {
  /** Begins to save a card, once for each id and attempt, for 24 hours or longer. */
  startSetup(setup: SetupToStart, retryPolicy?: RetryPolicy): Promise<OpenedSetup>;
  retrieveSetup(providerId: string, retryPolicy?: RetryPolicy): Promise<RemoteSetup>;
  /** Every card that is saved for a customer. */
  list(remoteCustomerId: string): AsyncIterable<RemoteMethod>;
  retrieve(providerId: string, retryPolicy?: RetryPolicy): Promise<RemoteMethod>;
  /** Forgets a card, which then pays for nothing; one that is forgotten already is no error. */
  detach(providerId: string): Promise<void>;
}

interface SetupToStart {
  /** The provider's id of the customer; undefined where the provider keeps none. */
  readonly remoteCustomerId: string | undefined;
  /** Ours. */
  readonly id: string;
  readonly attempt: number;
  /** Ours. */
  readonly customerId: string;
  readonly usage: MethodUsage;
}

export interface OpenedSetup {
  /** The provider's. */
  readonly setupId: string;
  /** What `clientSession` makes a customer's session of. */
  readonly clientSecret: string;
}

interface RemoteSetup {
  /** Ours, as the provider was told it; undefined for another system's. */
  readonly customerId: string | undefined;
  readonly remoteCustomerId: string | null;
  /** The provider's id of the card; null until the setup was confirmed. */
  readonly methodId: string | null;
}

export interface RemoteMethod {
  readonly providerId: string;
  /** The provider's id of the customer; null once it is detached. */
  readonly remoteCustomerId: string | null;
  readonly brand: string;
  readonly last4: string;
  readonly expiryMonth: number;
  readonly expiryYear: number;
  /** The same for every method of one card; null where the provider does not say. */
  readonly fingerprint: string | null;
}
