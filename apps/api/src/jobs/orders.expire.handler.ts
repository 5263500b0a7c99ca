import type { Context } from '../kernel/context.ts';
import type { CheckoutService } from '../services/checkout.service.ts';

export async function expireOrders(
  ctx: Context,
  _payload: unknown,
  { checkout }: { checkout: CheckoutService },
): Promise<void> {
  await checkout.expireDue(ctx);
}
