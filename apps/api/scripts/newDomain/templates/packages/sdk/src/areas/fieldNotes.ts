import { unwrap, type Api } from '../api.ts';
import { initOf, type PostOptions } from '../callOptions.ts';
import type { components } from '../generated/schema.ts';

type Schemas = components['schemas'];

/** What visitors write to the shop. */
export function createFieldNotes(api: Api) {
  return {
    /** Submits one; the shop confirms it by mail. */
    async submit(
      input: Schemas['SubmitFieldNote'],
      options: PostOptions = {},
    ): Promise<Schemas['FieldNote']> {
      const call = api.POST('/api/v1/field-notes', { body: input, ...initOf(options) });
      return (await unwrap(call)).data;
    },
  };
}
