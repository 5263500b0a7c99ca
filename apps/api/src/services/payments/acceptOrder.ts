import type { OrderPaymentStatus } from '../../domains/orders.enums.ts';
import { emit } from '../../events/outbox.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { InventoryService } from '../inventory.service.ts';
import type { OrdersService } from '../orders.service.ts';
import { holdCreditAgain, lockCreditAgain, type CreditPaymentDeps } from './creditPayments.ts';
import type { PaymentRow } from './ledger/statements.ts';

export interface AcceptanceDeps extends CreditPaymentDeps {
  orders: OrdersService;
  inventory: InventoryService;
}

export type Accept = ReturnType<typeof createAcceptance>;

/** An order becomes the shop's to fulfil: its payment is there, or is sure to come. */
export function createAcceptance({ orders, inventory, credit }: AcceptanceDeps) {
  async function reserveAgain(ctx: Context, orderId: string): Promise<boolean> {
    try {
      await inventory.reserve(ctx, orderId, await orders.lines(ctx, orderId));
      return true;
    } catch (error) {
      if (error instanceof AppError && error.code === 'out_of_stock') return false;
      throw error;
    }
  }

  /** Takes back what an order gave up as it ended: its goods, and the credit that pays a part of it. */
  async function revive(
    ctx: Context,
    { orderId, hasCredit }: Pick<PaymentRow, 'orderId' | 'hasCredit'>,
  ): Promise<boolean> {
    const shares = hasCredit ? await lockCreditAgain({ credit }, ctx, orderId) : [];
    if (!shares || !(await reserveAgain(ctx, orderId))) return false;
    await holdCreditAgain({ credit }, ctx, orderId, shares);
    return true;
  }

  /**
   * Confirms an order that is not confirmed, and sells its goods.
   * @param state what its payment status becomes.
   * @returns false when the order had ended and its goods are gone, or the credit it was paid with.
   */
  return async function accept(
    ctx: Context,
    { orderId, orderStatus, hasCredit }: PaymentRow,
    state: OrderPaymentStatus,
  ): Promise<boolean> {
    const isLate = orderStatus === 'expired' || orderStatus === 'canceled';
    if (isLate && !(await revive(ctx, { orderId, hasCredit }))) return false;
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
