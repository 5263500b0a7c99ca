import { emit } from '../../events/outbox.ts';
import type { Context } from '../../utils/context.ts';
import { AppError } from '../../utils/errors.ts';
import type { InventoryService } from '../inventory.service.ts';
import type { OrdersService, PaymentState } from '../orders.service.ts';
import type { PaymentRow } from './statements.ts';

export interface AcceptanceDependencies {
  orders: OrdersService;
  inventory: InventoryService;
}

export type Accept = ReturnType<typeof createAcceptance>;

/** An order becomes the shop's to fulfil: its payment is there, or is sure to come. */
export function createAcceptance({ orders, inventory }: AcceptanceDependencies) {
  async function reserveAgain(ctx: Context, orderId: string): Promise<boolean> {
    try {
      await inventory.reserve(ctx, orderId, await orders.lines(ctx, orderId));
      return true;
    } catch (error) {
      if (error instanceof AppError && error.code === 'out_of_stock') return false;
      throw error;
    }
  }

  /**
   * Confirms an order that is not confirmed, and sells its goods.
   * @param state what its payment status becomes.
   * @returns false when the order had ended and its goods are gone.
   */
  return async function accept(
    ctx: Context,
    { orderId, orderStatus }: PaymentRow,
    state: PaymentState,
  ): Promise<boolean> {
    const isLate = orderStatus === 'expired' || orderStatus === 'canceled';
    if (isLate && !(await reserveAgain(ctx, orderId))) return false;
    const moved = await orders.transition(ctx, orderId, {
      order: 'confirmed',
      payment: state,
      reason: isLate ? `${state} after it was ${orderStatus}; its goods were still there` : state,
    });
    if (!moved) throw new Error(`The order ${orderId} was ${state} and could not be confirmed`);
    await inventory.commit(ctx, orderId);
    await emit(ctx, 'order.confirmed', { orderId });
    return true;
  };
}
