import type { Handlers } from '../kernel/route.ts';
import { API_BASE } from '../routes/base.ts';
import type { cartRoutes } from '../routes/carts.routes.ts';
import type { CartsService, PricedCart } from '../services/carts.service.ts';
import { created, ok } from '../utils/response.ts';

/** From parsed requests to carts and back; every answer is the whole cart with its entity tag. */
export function createCartsController({
  carts,
}: {
  carts: CartsService;
}): Handlers<typeof cartRoutes> {
  const show = (priced: PricedCart) => {
    const { cart, etag } = carts.represent(priced);
    return ok(cart, { ETag: etag });
  };
  const showNew = (priced: PricedCart) => {
    const { cart, etag } = carts.represent(priced);
    return created(cart, `${API_BASE}/carts/${cart.id}`, { ETag: etag });
  };

  return {
    async createCart(ctx, { body }) {
      return showNew(await carts.create(ctx, body));
    },

    async getCart(ctx, { params }) {
      return show(await carts.get(ctx, params.cartId));
    },

    async updateCart(ctx, { params, headers, body }) {
      return show(await carts.update(ctx, params.cartId, body, headers['if-match']));
    },

    async addCartItem(ctx, { params, headers, body }) {
      return showNew(await carts.addItem(ctx, params.cartId, body, headers['if-match']));
    },

    async updateCartItem(ctx, { params, headers, body }) {
      const item = { itemId: params.itemId, quantity: body.quantity };
      return show(await carts.setItem(ctx, params.cartId, item, headers['if-match']));
    },

    async removeCartItem(ctx, { params, headers }) {
      const item = { itemId: params.itemId, quantity: 0 };
      return show(await carts.setItem(ctx, params.cartId, item, headers['if-match']));
    },

    async listShippingOptions(ctx, { params }) {
      const { options, currency } = await carts.shippingOptions(ctx, params.cartId);
      return ok(
        options.map((option) => ({ ...option, amount: { amount: option.amount, currency } })),
      );
    },
  };
}
