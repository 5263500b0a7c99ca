import { assertUnique } from '../domains/collect.ts';
import { domains } from '../domains/domains.ts';
import type { Subscriber } from './defineSubscriber.ts';

/** Every durable subscriber, as the domains declare them. */
export const subscribers: readonly Subscriber[] = domains.flatMap((domain) =>
  'subscribers' in domain ? domain.subscribers : [],
);
assertUnique(
  subscribers.map(({ consumer }) => consumer),
  'subscribers',
);
