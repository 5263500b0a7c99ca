import { answerOf, unwrap, type Api } from '../api.ts';
import { initOf, type CallOptions, type PostOptions } from '../callOptions.ts';
import type { components, operations } from '../generated/schema.ts';

type Schemas = components['schemas'];
type BodyOf<Operation extends 'createAddress' | 'updateAddress'> = NonNullable<
  operations[Operation]['requestBody']
>['content']['application/json'];

/** A snapshot of an entry of the address book. */
export type SavedAddress = Schemas['SavedAddress'] & { etag?: string | undefined };

/** An entry or its id. With the entry, a write is refused (412) if it has changed since it was fetched. */
export type AddressRef = string | { id: string; etag?: string | undefined };

/** The address book of a customer whose address is verified. */
export function createAddresses(api: Api) {
  return {
    /** All entries, newest first. */
    async list(options: CallOptions = {}): Promise<SavedAddress[]> {
      return (await unwrap(api.GET('/api/v1/me/addresses', initOf(options)))).data;
    },

    async get(addressId: string, options: CallOptions = {}): Promise<SavedAddress> {
      const { params } = target(addressId);
      return toEntry(api.GET('/api/v1/me/addresses/{addressId}', { params, ...initOf(options) }));
    },

    /** @throws {CartwrightProblem} address_limit_exceeded, email_not_verified */
    async create(input: BodyOf<'createAddress'>, options: PostOptions = {}): Promise<SavedAddress> {
      return toEntry(api.POST('/api/v1/me/addresses', { body: input, ...initOf(options) }));
    },

    /** `address` replaces the whole address. */
    async update(
      entry: AddressRef,
      changes: BodyOf<'updateAddress'>,
      options: CallOptions = {},
    ): Promise<SavedAddress> {
      const { params, condition } = target(entry);
      const init = { params, body: changes, ...initOf(options, condition) };
      return toEntry(api.PATCH('/api/v1/me/addresses/{addressId}', init));
    },

    async remove(entry: AddressRef, options: CallOptions = {}): Promise<void> {
      const { params, condition } = target(entry);
      const init = { params, ...initOf(options, condition) };
      await unwrap(api.DELETE('/api/v1/me/addresses/{addressId}', init));
    },
  };
}

function target(entry: AddressRef) {
  const { id, etag }: { id: string; etag?: string | undefined } =
    typeof entry === 'string' ? { id: entry } : entry;
  return { params: { path: { addressId: id } }, condition: { 'If-Match': etag } };
}

async function toEntry(call: Parameters<typeof answerOf<{ data: Schemas['SavedAddress'] }>>[0]) {
  const { body, response } = await answerOf(call);
  return { ...body.data, etag: response.headers.get('ETag') ?? undefined };
}
