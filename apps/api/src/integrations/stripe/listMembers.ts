import type { Stripe } from 'stripe';
import type { Ask } from './breaker.ts';

/**
 * The members of a list, newest first, fetched a page at a time as they are asked for.
 * @param list begins the list; called once.
 */
export async function* listMembers<T>(
  ask: Ask,
  list: (stripe: Stripe) => AsyncIterator<T>,
): AsyncGenerator<T> {
  let members: AsyncIterator<T> | undefined;
  for (;;) {
    const result = await ask(async (stripe) => (members ??= list(stripe)).next());
    if (result.done === true) return;
    yield result.value;
  }
}
