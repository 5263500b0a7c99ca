import type { Context } from '../../kernel/context.ts';
import type { PaymentOption } from '../payments.service.ts';
import { cartCompleted } from './checks.ts';
import type { PlacementDeps } from './placeOrder.ts';

/**
 * How the cart can be paid, before there is an order. In one statement.
 * @param credit what gift cards and store credit are to pay of it; minor units.
 * @throws {AppError} not_found, cart_completed
 */
export async function listCartPaymentOptions(
  { carts, payments, paymentProviders }: PlacementDeps,
  ctx: Context,
  cartId: string,
  credit: number,
): Promise<PaymentOption[]> {
  const { status, totals, currency } = await carts.get(ctx, cartId);
  if (status === 'completed') throw cartCompleted(undefined);
  const total = { amount: totals.total, currency };
  return payments.options({ total, credit, offered: paymentProviders });
}
