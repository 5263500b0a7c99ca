import type { z } from 'zod';
import { API_BASE } from '../routes/base.ts';
import type { CartsService, PricedCart } from '../services/carts.service.ts';
import type { Context } from '../kernel/context.ts';
import { created, ok, type Reply } from '../kernel/reply.ts';
import type {
  cartItemParamsSchema,
  cartParamsSchema,
  createCartSchema,
  itemInputSchema,
  updateCartItemSchema,
  updateCartSchema,
} from '../validators/carts.validator.ts';
import type { ifMatchSchema } from '../validators/shared.validator.ts';

type CartParams = { params: z.output<typeof cartParamsSchema> };
type ItemParams = { params: z.output<typeof cartItemParamsSchema> };
type Conditional = { headers: z.output<typeof ifMatchSchema> };
type Body<S extends z.ZodType> = { body: z.output<S> };

export type CartsController = ReturnType<typeof createCartsController>;

/** From parsed requests to carts and back; every answer is the whole cart with its entity tag. */
export function createCartsController({ carts }: { carts: CartsService }) {
  const show = (priced: PricedCart): Reply => {
    const { cart, etag } = carts.represent(priced);
    return ok(cart, { ETag: etag });
  };
  const showNew = (priced: PricedCart): Reply => {
    const { cart, etag } = carts.represent(priced);
    return created(cart, `${API_BASE}/carts/${cart.id}`, { ETag: etag });
  };

  return {
    async create({ body }: Body<typeof createCartSchema>, ctx: Context): Promise<Reply> {
      return showNew(await carts.create(ctx, body));
    },

    async get({ params }: CartParams, ctx: Context): Promise<Reply> {
      return show(await carts.get(ctx, params.cartId));
    },

    async update(
      { params, headers, body }: CartParams & Conditional & Body<typeof updateCartSchema>,
      ctx: Context,
    ): Promise<Reply> {
      return show(await carts.update(ctx, params.cartId, body, headers['if-match']));
    },

    async addItem(
      { params, headers, body }: CartParams & Conditional & Body<typeof itemInputSchema>,
      ctx: Context,
    ): Promise<Reply> {
      return showNew(await carts.addItem(ctx, params.cartId, body, headers['if-match']));
    },

    async updateItem(
      { params, headers, body }: ItemParams & Conditional & Body<typeof updateCartItemSchema>,
      ctx: Context,
    ): Promise<Reply> {
      const item = { itemId: params.itemId, quantity: body.quantity };
      return show(await carts.setItem(ctx, params.cartId, item, headers['if-match']));
    },

    async removeItem({ params, headers }: ItemParams & Conditional, ctx: Context): Promise<Reply> {
      const item = { itemId: params.itemId, quantity: 0 };
      return show(await carts.setItem(ctx, params.cartId, item, headers['if-match']));
    },

    async shippingOptions({ params }: CartParams, ctx: Context): Promise<Reply> {
      const { options, currency } = await carts.shippingOptions(ctx, params.cartId);
      return ok(
        options.map((option) => ({ ...option, amount: { amount: option.amount, currency } })),
      );
    },
  };
}
