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

/**
 * Confirms an order that is not confirmed, and sells its goods: its payment is there, or is sure to
 * come.
 * @param state what its payment status becomes.
 * @returns false when the order had ended and its goods are gone, or the credit it was paid with.
 */
export async function acceptOrder(
  deps: AcceptanceDeps,
  ctx: Context,
  { orderId, orderStatus, hasCredit }: PaymentRow,
  state: OrderPaymentStatus,
): Promise<boolean> {
  const isLate = orderStatus === 'expired' || orderStatus === 'canceled';
  if (isLate && !(await revive(deps, ctx, { orderId, hasCredit }))) return false;
  const moved = await deps.orders.transition(ctx, orderId, {
    order: 'confirmed',
    payment: state,
    reason: isLate ? `${state} after it was ${orderStatus}; its goods were still there` : state,
  });
  if (!moved) throw new Error(`The order ${orderId} was ${state} and could not be confirmed`);
  await deps.inventory.commit(ctx, orderId);
  await emit(ctx, 'order.confirmed', { orderId });
  return true;
}

/** Takes back what an order gave up as it ended: its goods, and the credit that pays a part of it. */
async function revive(
  deps: AcceptanceDeps,
  ctx: Context,
  { orderId, hasCredit }: Pick<PaymentRow, 'orderId' | 'hasCredit'>,
): Promise<boolean> {
  const shares = hasCredit ? await lockCreditAgain(deps, ctx, orderId) : [];
  if (!shares || !(await reserveAgain(deps, ctx, orderId))) return false;
  await holdCreditAgain(deps, ctx, orderId, shares);
  return true;
}

async function reserveAgain(
  { orders, inventory }: AcceptanceDeps,
  ctx: Context,
  orderId: string,
): Promise<boolean> {
  try {
    await inventory.reserve(ctx, orderId, await orders.lines(ctx, orderId));
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'out_of_stock') return false;
    throw error;
  }
}
