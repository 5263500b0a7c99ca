import type { RequestContext } from '../kernel/route.ts';
import { presentOrderForStaff } from '../presenters/orders.presenter.ts';
import type { OrdersService } from '../services/orders.service.ts';
import type { RefundsService } from '../services/refunds.service.ts';
import { ok } from '../utils/response.ts';

interface Services {
  readonly orders: Pick<OrdersService, 'getForStaff'>;
  readonly refunds: Pick<RefundsService, 'list'>;
}

/** The answer that shows staff an order as it is now. @throws {AppError} not_found */
export async function showOrderToStaff(
  { orders, refunds }: Services,
  ctx: RequestContext,
  orderId: string,
) {
  const order = await orders.getForStaff(ctx, orderId);
  return ok(presentOrderForStaff(ctx, order, await refunds.list(ctx, orderId)));
}
