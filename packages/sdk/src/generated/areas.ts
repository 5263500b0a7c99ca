// Written by `npm run generate` from the files of src/areas; not to be edited.

import type { Api } from '../api.ts';
import { createCarts } from '../areas/carts.ts';
import { createGiftCards } from '../areas/giftCards.ts';
import { createOrders } from '../areas/orders.ts';

export type Areas = ReturnType<typeof createAreas>;

/** Makes every area of the client. */
export function createAreas(api: Api) {
  return {
    carts: createCarts(api),
    giftCards: createGiftCards(api),
    orders: createOrders(api),
  };
}
