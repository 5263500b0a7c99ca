import { unwrap, type Api } from '../api.ts';
import { initOf, type CallOptions } from '../callOptions.ts';
import type { components, operations } from '../generated/schema.ts';
import { paginate, type Page } from '../paginate.ts';

export type OwnCredit = components['schemas']['OwnCredit'];
export type OwnCreditEntry = components['schemas']['OwnCreditEntry'];
type EntryQuery = NonNullable<operations['listOwnCreditEntries']['parameters']['query']>;

/** The store credit of the customer who is signed in. */
export function createOwnCredit(api: Api) {
  const entryPage = async (
    query: EntryQuery = {},
    options: CallOptions = {},
  ): Promise<Page<OwnCreditEntry>> =>
    unwrap(api.GET('/api/v1/me/credit/entries', { params: { query }, ...initOf(options) }));

  return {
    /** By currency: what can be spent, and the accounts it is on. */
    async get(options: CallOptions = {}): Promise<OwnCredit[]> {
      return (await unwrap(api.GET('/api/v1/me/credit', initOf(options)))).data;
    },

    entries: {
      /** One page of what changed the balances, newest first. */
      page: entryPage,

      /** Every change, over all pages. */
      list(query: EntryQuery = {}, options?: CallOptions) {
        return paginate(
          (cursor) => entryPage(cursor === undefined ? query : { ...query, cursor }, options),
          query.cursor,
        );
      },
    },
  };
}
