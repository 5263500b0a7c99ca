import { customerIdOf } from '../kernel/context.ts';
import type { Handlers } from '../kernel/route.ts';
import {
  cartEtag,
  expectedVersionsOf,
  presentCart,
  presentCartMerge,
  presentOutdatedCart,
  presentShippingOption,
} from '../presenters/carts.presenter.ts';
import { API_BASE } from '../routes/base.ts';
import type { cartRoutes } from '../routes/carts.routes.ts';
import type { CartsService } from '../services/carts.service.ts';
import type { PricedCart } from '../services/pricing.service.ts';
import { created, ok, showingCurrent, tagged } from '../utils/response.ts';

interface Services {
  carts: CartsService;
}

function show(priced: PricedCart) {
  const cart = presentCart(priced);
  return tagged(ok(cart), cartEtag(cart));
}

function showNew(priced: PricedCart) {
  const cart = presentCart(priced);
  return tagged(created(cart, `${API_BASE}/carts/${cart.id}`), cartEtag(cart));
}

async function showWritten(written: Promise<PricedCart>) {
  return show(await showingCurrent(written, presentOutdatedCart));
}

/** Every answer is the whole cart with its entity tag. */
export function createCartsController({ carts }: Services): Handlers<typeof cartRoutes> {
  return {
    async createCart(ctx, { body }) {
      return showNew(await carts.create(ctx, body));
    },

    async getCart(ctx, { params }) {
      return show(await carts.get(ctx, params.cartId));
    },

    updateCart(ctx, { params, headers, body }) {
      const expectedVersions = expectedVersionsOf(headers['if-match']);
      return showWritten(carts.update(ctx, params.cartId, { ...body, expectedVersions }));
    },

    async addCartItem(ctx, { params, headers, body }) {
      const expectedVersions = expectedVersionsOf(headers['if-match']);
      const written = carts.addItem(ctx, params.cartId, { ...body, expectedVersions });
      return showNew(await showingCurrent(written, presentOutdatedCart));
    },

    updateCartItem(ctx, { params, headers, body }) {
      const expectedVersions = expectedVersionsOf(headers['if-match']);
      const item = { itemId: params.itemId, quantity: body.quantity };
      return showWritten(carts.setItem(ctx, params.cartId, { ...item, expectedVersions }));
    },

    removeCartItem(ctx, { params, headers }) {
      const expectedVersions = expectedVersionsOf(headers['if-match']);
      const item = { itemId: params.itemId, quantity: 0 };
      return showWritten(carts.setItem(ctx, params.cartId, { ...item, expectedVersions }));
    },

    async getOwnCart(ctx, { query }) {
      return show(await carts.getOwn(ctx, query));
    },

    async mergeCart(ctx, { body }) {
      const request = { guestCartId: body.cartId, customerId: customerIdOf(ctx) };
      return ok(presentCartMerge(await carts.merge(ctx, request)));
    },

    async listShippingOptions(ctx, { params }) {
      const { options, currency } = await carts.shippingOptions(ctx, params.cartId);
      return ok(options.map((option) => presentShippingOption(option, currency)));
    },
  };
}
