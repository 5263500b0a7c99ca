import { unwrap, type Api } from '../api.ts';
import { initOf, type PostOptions } from '../callOptions.ts';
import type { operations } from '../generated/schema.ts';

type Subscription =
  operations['subscribeToNewsletter']['requestBody']['content']['application/json'];
type Answer =
  operations['confirmNewsletter']['responses'][200]['content']['application/json']['data'];

/** Newsletters, for anyone with an address. */
export function createNewsletter(api: Api) {
  return {
    /** Sends a mail that asks for confirmation. It resolves for every address. */
    async subscribe(input: Subscription, options: PostOptions = {}): Promise<void> {
      await unwrap(api.POST('/api/v1/newsletter', { body: input, ...initOf(options) }));
    },

    /** @param token from the fragment of the mail's link. @throws {CartwrightProblem} not_found */
    async confirm(token: string, options: PostOptions = {}): Promise<Answer['status']> {
      const call = api.POST('/api/v1/newsletter/confirm', { body: { token }, ...initOf(options) });
      return (await unwrap(call)).data.status;
    },

    /** @param token from a newsletter. @throws {CartwrightProblem} not_found */
    async unsubscribe(token: string, options: PostOptions = {}): Promise<void> {
      const init = { body: { token }, ...initOf(options) };
      await unwrap(api.POST('/api/v1/newsletter/unsubscribe', init));
    },
  };
}
