import { statement } from '../db/statement.ts';
import type { Context } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import { createOrder, type NewOrder } from './orders/create.ts';
import { claimDue, returnDueOrders } from './orders/due.ts';
import { selectHistory, type HistoryEntry } from './orders/history.ts';
import { hashToken, orderToken } from './orders/orderToken.ts';
import { readOrder, type Order } from './orders/readModel.ts';
import { countRefunded, uncountRefunded } from './orders/refundCounts.ts';
import { transition } from './orders/transition.ts';
import { clientKeyOf, type UnpaidLimits } from './orders/unpaid.ts';

export type { NewOrder, NewPayment } from './orders/create.ts';
export type { HistoryEntry } from './orders/history.ts';
export type { Order, OrderItem, OrderPayment, OrderRefund } from './orders/readModel.ts';

interface OrdersDeps {
  /** The shop's secret; the tokens of guests are made from it. */
  secret: string;
  unpaidLimits: UnpaidLimits;
}

export type OrdersService = ReturnType<typeof createOrdersService>;

const selectByCart = statement('orders.findByCart')<{ cartId: string }, { id: string }>(
  `SELECT id FROM orders WHERE cart_id = :cartId`,
);

const selectLines = statement('orders.lines')<
  { orderId: string },
  { variantId: string; quantity: number }
>(
  `SELECT variant_id AS "variantId", quantity FROM order_items WHERE order_id = :orderId ORDER BY position`,
);

/** Orders: how they are written, read and moved from state to state. */
export function createOrdersService({ secret, unpaidLimits }: OrdersDeps) {
  /**
   * The order, for its customer or a guest with its token.
   * @throws {AppError} not_found, also for another customer's order.
   */
  async function getForShopper(
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

  return {
    /** @throws as {@link createOrder} does. */
    create: (ctx: Context, order: NewOrder) => createOrder(ctx, order, unpaidLimits),
    transition,
    claimDue,
    returnDueOrders,
    countRefunded,
    uncountRefunded,
    getForShopper,

    /** The order, for the shop itself. @throws when there is none. */
    async getOrThrow(ctx: Context, orderId: string): Promise<Order> {
      const order = await readOrder(ctx, orderId);
      if (!order) throw new Error(`There is no order ${orderId}`);
      return order;
    },

    /** The order, for staff. @throws {AppError} not_found */
    async getForStaff(ctx: Context, orderId: string): Promise<Order> {
      const order = await readOrder(ctx, orderId);
      if (!order) throw notFound('order');
      return order;
    },

    /** What has happened to it, oldest first. @throws as {@link getForShopper} does. */
    async history(
      ctx: Context,
      orderId: string,
      token: string | undefined,
    ): Promise<HistoryEntry[]> {
      await getForShopper(ctx, orderId, token);
      return ctx.db.query(selectHistory, { orderId });
    },

    /** The id of the order that a cart has become, if it has. */
    async idOfCart(ctx: Context, cartId: string): Promise<string | undefined> {
      const [row] = await ctx.db.query(selectByCart, { cartId });
      return row?.id;
    },

    /** What was ordered, for stock. */
    lines(ctx: Context, orderId: string) {
      return ctx.db.query(selectLines, { orderId });
    },

    /** The stored hash of a client's address; null when no limit needs it. */
    clientKeyOf(address: string | undefined): string | null {
      if (address === undefined || unpaidLimits.perAddress === 0) return null;
      return clientKeyOf(secret, address);
    },

    /** Whether any limit of unpaid orders applies. */
    limitsUnpaid: unpaidLimits.perAddress > 0 || unpaidLimits.perEmail > 0,

    /** A guest's token to an order, and the hash of it that is stored. */
    tokenOf(orderId: string): { token: string; hash: string } {
      const token = orderToken(secret, orderId);
      return { token, hash: hashToken(token) };
    },
  };
}
