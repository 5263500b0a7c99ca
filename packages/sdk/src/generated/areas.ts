// Written by `npm run generate` from the files of src/areas; not to be edited.

import type { Api } from '../api.ts';
import { createAuth } from '../areas/auth.ts';
import { createCarts } from '../areas/carts.ts';
import { createGiftCards } from '../areas/giftCards.ts';
import { createImports } from '../areas/imports.ts';
import { createMe } from '../areas/me.ts';
import { createNewsletter } from '../areas/newsletter.ts';
import { createOrders } from '../areas/orders.ts';
import { createUploads } from '../areas/uploads.ts';
import type { Session } from '../session/session.ts';

export type Areas = ReturnType<typeof createAreas>;

/** Makes every area of the client. */
export function createAreas(api: Api, session: Session) {
  const make = <Area>(create: (api: Api, session: Session) => Area) => create(api, session);
  return {
    auth: make(createAuth),
    carts: make(createCarts),
    giftCards: make(createGiftCards),
    imports: make(createImports),
    me: make(createMe),
    newsletter: make(createNewsletter),
    orders: make(createOrders),
    uploads: make(createUploads),
  };
}
