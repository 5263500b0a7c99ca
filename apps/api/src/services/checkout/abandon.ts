import { inTransaction } from '../../db/transaction.ts';
import { emit } from '../../events/outbox.ts';
import type { Context } from '../../utils/context.ts';
import type { InventoryService } from '../inventory.service.ts';
import type { OrdersService } from '../orders.service.ts';
import type { PaymentsService } from '../payments.service.ts';

/** Why an unpaid order ends. */
export type End = 'expired' | 'canceled';

/** What came of it: ended; paid after all; being paid, so that nobody can tell yet; or in no state for it. */
export type Ending = 'ended' | 'paid' | 'paying' | 'impossible';

const reasons = { expired: 'not paid in time', canceled: 'canceled by the customer' } as const;

export interface AbandonDependencies {
  orders: OrdersService;
  payments: PaymentsService;
  inventory: InventoryService;
}

/**
 * Ends orders that nobody has paid. The payment is ended at its provider *first*; only when it can
 * bring no money any more are the order and its stock let go.
 */
export function createAbandon({ orders, payments, inventory }: AbandonDependencies) {
  async function letGo(ctx: Context, orderId: string, end: End): Promise<Ending> {
    const sealed = await payments.seal(ctx, orderId);
    if (!sealed || sealed.fulfillmentStatus !== 'unfulfilled') return 'impossible';
    const moved = await orders.transition(ctx, orderId, { order: end, reason: reasons[end] });
    if (!moved) return 'impossible';
    await payments.endLocal(ctx, orderId);
    // A pending order holds stock; a confirmed one (manual payment) has taken it.
    if (sealed.orderStatus === 'pending') await inventory.release(ctx, orderId);
    else await inventory.restock(ctx, orderId);
    await emit(ctx, `order.${end}`, { orderId });
    return 'ended';
  }

  /** @throws {AppError} service_unavailable when the provider cannot be asked; nothing has changed then. */
  return async function abandon(ctx: Context, orderId: string, end: End): Promise<Ending> {
    const left = await payments.endAtProviders(ctx, orderId);
    if (left.includes('succeeded')) return 'paid';
    if (left.length > 0) return 'paying';
    return inTransaction(ctx, (ctx) => letGo(ctx, orderId, end));
  };
}
