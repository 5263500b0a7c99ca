import { assertUnique } from '../domains/collect.ts';
import type { Domain } from '../domains/defineDomain.ts';
import { domains } from '../domains/domains.ts';
import type { Subscriber } from './defineSubscriber.ts';
import { mailSubscribers } from './mailSubscribers.ts';

const all: readonly Domain[] = domains;

/** Every durable subscriber, as the domains declare them. */
export const subscribers: readonly Subscriber[] = [
  ...all.flatMap((domain) => domain.subscribers ?? []),
  ...mailSubscribers(all.flatMap((domain) => domain.mails ?? [])),
];
assertUnique(
  subscribers.map(({ consumer }) => consumer),
  'subscribers',
);
