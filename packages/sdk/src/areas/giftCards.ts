import { unwrap, type Api } from '../api.ts';
import { initOf, type PostOptions } from '../callOptions.ts';
import type { components } from '../generated/schema.ts';

export type GiftCardBalance = components['schemas']['GiftCardBalance'];

export function createGiftCards(api: Api) {
  return {
    /** The balance of a card. @param code as it is printed */
    async balance(code: string, options: PostOptions = {}): Promise<GiftCardBalance> {
      const call = api.POST('/api/v1/gift-cards/balance', { body: { code }, ...initOf(options) });
      return (await unwrap(call)).data;
    },
  };
}
