import type { Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { hashToken } from './orderToken.ts';
import { readOrder, type Order } from './readOrder.ts';

/**
 * The order, for its customer or a guest with its token.
 * @throws {AppError} not_found, also for another customer's order.
 */
export async function getOrderForShopper(
  ctx: Context,
  orderId: string,
  token: string | undefined,
): Promise<Order> {
  const order = await readOrder(ctx, orderId, {
    customerId: ctx.actor.kind === 'customer' ? ctx.actor.id : null,
    tokenHash: token === undefined ? null : hashToken(token),
  });
  if (!order) throw notFound('order');
  return order;
}

/** The order, for staff. @throws {AppError} not_found */
export async function getOrderForStaff(ctx: Context, orderId: string): Promise<Order> {
  const order = await readOrder(ctx, orderId);
  if (!order) throw notFound('order');
  return order;
}

/** The order, for the shop itself. @throws when there is none. */
export async function getOrderOrThrow(ctx: Context, orderId: string): Promise<Order> {
  const order = await readOrder(ctx, orderId);
  if (!order) throw new Error(`There is no order ${orderId}`);
  return order;
}
