import { createAddresses } from '../account/addresses.ts';
import { createOwnCart } from '../account/ownCart.ts';
import { createOwnCompanies } from '../account/ownCompanies.ts';
import { createOwnCredit } from '../account/ownCredit.ts';
import { createOwnFiles } from '../account/ownFiles.ts';
import { createPaymentMethods } from '../account/paymentMethods.ts';
import { answerOf, unwrap, type Api } from '../api.ts';
import { initOf, type CallOptions, type PostOptions } from '../callOptions.ts';
import type { components, operations } from '../generated/schema.ts';
import { paginate, type Page } from '../paginate.ts';
import type { Session } from '../session/session.ts';
import type { Order } from './orders.ts';

type Schemas = components['schemas'];
type BodyOf<Operation extends 'updateProfile' | 'claimOrder' | 'setConsents'> = NonNullable<
  operations[Operation]['requestBody']
>['content']['application/json'];
type OrderQuery = NonNullable<operations['listOwnOrders']['parameters']['query']>;

/** A snapshot of the profile. With it as the first argument of `update`, a concurrent change is refused. */
export type Profile = Schemas['Profile'] & { etag: string | undefined };
export type OrderSummary = Schemas['OrderSummary'];
export type Consent = Schemas['Consent'];
export type DataExport = Schemas['OwnDataRequest'];

/** What belongs to the customer who is signed in. */
export function createMe(api: Api, session: Session) {
  const orderPage = async (
    query: OrderQuery = {},
    options: CallOptions = {},
  ): Promise<Page<OrderSummary>> =>
    unwrap(api.GET('/api/v1/me/orders', { params: { query }, ...initOf(options) }));

  return {
    async get(options: CallOptions = {}): Promise<Profile> {
      return toProfile(api.GET('/api/v1/me', initOf(options)));
    },

    /** @param profile refuses the write (412) if the profile has changed since. */
    async update(
      changes: BodyOf<'updateProfile'>,
      { profile, ...options }: CallOptions & { profile?: Pick<Profile, 'etag'> } = {},
    ): Promise<Profile> {
      const init = { body: changes, ...initOf(options, { 'If-Match': profile?.etag }) };
      return toProfile(api.PATCH('/api/v1/me', init));
    },

    addresses: createAddresses(api),
    cart: createOwnCart(api),
    credit: createOwnCredit(api),
    paymentMethods: createPaymentMethods(api),
    companies: createOwnCompanies(api),
    files: createOwnFiles(api),

    orders: {
      /** One page, newest first. */
      page: orderPage,

      /** Every order that matches, over all pages. `shop.orders.get` has the whole of each. */
      list(query: OrderQuery = {}, options?: CallOptions) {
        return paginate(
          (cursor) => orderPage(cursor === undefined ? query : { ...query, cursor }, options),
          query.cursor,
        );
      },

      /** Adds an order that was placed as a guest. @throws {CartwrightProblem} not_found */
      async claim(input: BodyOf<'claimOrder'>, options: PostOptions = {}): Promise<Order> {
        const call = api.POST('/api/v1/me/orders/claim', { body: input, ...initOf(options) });
        return (await unwrap(call)).data;
      },
    },

    consents: {
      /** Every topic, also those that were never asked for. */
      async get(options: CallOptions = {}): Promise<Consent[]> {
        return (await unwrap(api.GET('/api/v1/me/consents', initOf(options)))).data;
      },

      /** Topics that are not named stay. */
      async set(
        consents: BodyOf<'setConsents'>['consents'],
        options: CallOptions = {},
      ): Promise<Consent[]> {
        const call = api.PUT('/api/v1/me/consents', { body: { consents }, ...initOf(options) });
        return (await unwrap(call)).data;
      },
    },

    dataExport: {
      /** Asks for a copy of all data; a mail follows, and `get` has the address when it is ready. */
      async request(options: PostOptions = {}): Promise<DataExport> {
        return (await unwrap(api.POST('/api/v1/me/data-export', initOf(options)))).data;
      },

      async get(requestId: string, options: CallOptions = {}): Promise<DataExport> {
        const init = { params: { path: { requestId } }, ...initOf(options) };
        return (await unwrap(api.GET('/api/v1/me/data-export/{requestId}', init))).data;
      },

      /**
       * Where to fetch the zip, for the token of the mail's link; it needs no session.
       * @throws {CartwrightProblem} not_found
       */
      async open(token: string, options: PostOptions = {}): Promise<Schemas['DataDownload']> {
        const call = api.POST('/api/v1/data-exports/open', { body: { token }, ...initOf(options) });
        return (await unwrap(call)).data;
      },
    },

    /**
     * Has all data erased, and ends the session. It cannot be taken back.
     * @throws {CartwrightProblem} erasure_blocked: `errors` names what stands in the way; factor_required
     */
    async erase(
      { forfeitCredit = false }: { forfeitCredit?: boolean } = {},
      options: PostOptions = {},
    ): Promise<void> {
      const body = { confirm: true, forfeitCredit } as const;
      await unwrap(api.POST('/api/v1/me/erasure', { body, ...initOf(options) }));
      await session.end('signed_out');
    },
  };
}

async function toProfile(call: Parameters<typeof answerOf<{ data: Schemas['Profile'] }>>[0]) {
  const { body, response } = await answerOf(call);
  return { ...body.data, etag: response.headers.get('ETag') ?? undefined };
}
