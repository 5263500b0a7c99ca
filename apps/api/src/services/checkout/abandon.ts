import { inTransaction } from '../../db/transaction.ts';
import { emit } from '../../events/outbox.ts';
import type { Context } from '../../kernel/context.ts';
import type { InventoryService } from '../inventory.service.ts';
import type { OrdersService } from '../orders.service.ts';
import type { PaymentsService } from '../payments.service.ts';
import type { RefundsService } from '../refunds.service.ts';

/** Why an order ends: nobody has paid it, or somebody wants it no longer, paid or not. */
export interface End {
  readonly state: 'expired' | 'canceled';
  /** For the history. */
  readonly reason: string;
}

/** What came of it: ended; paid after all; being paid, so that nobody can tell yet; or in no state for it. */
export type Ending = 'ended' | 'paid' | 'paying' | 'impossible';

export interface AbandonDeps {
  orders: OrdersService;
  payments: PaymentsService;
  inventory: InventoryService;
  refunds: RefundsService;
}

/**
 * Ends orders. What is open of their payments is ended at the providers *first*; only when no more
 * money can come are the order and its stock let go, and what has come goes back.
 */
export function createAbandon({ orders, payments, inventory, refunds }: AbandonDeps) {
  async function letGo(ctx: Context, orderId: string, { state, reason }: End): Promise<Ending> {
    const sealed = await payments.seal(ctx, orderId, { evenPaid: state === 'canceled' });
    if (!sealed || sealed.fulfillmentStatus !== 'unfulfilled') return 'impossible';
    // Whose money it is a bank decides; canceled now, it would belong to no order if we won.
    if (sealed.orderPaymentStatus === 'disputed') return 'impossible';
    const moved = await orders.transition(ctx, orderId, { order: state, reason });
    if (!moved) return 'impossible';
    await payments.endLocal(ctx, orderId);
    // What has expired is sealed without a payment that brought money.
    if (state === 'canceled')
      await refunds.refundRest(ctx, orderId, { reason: state, note: reason });
    if (state === 'canceled') await emit(ctx, 'order.canceled', { orderId });
    else await emit(ctx, 'order.expired', { orderId, wasTried: sealed.wasTried });
    // Last, since others wait for the shelves. A pending order holds stock; a confirmed one has taken it.
    if (sealed.orderStatus === 'pending') await inventory.release(ctx, orderId);
    else await inventory.restock(ctx, orderId);
    return 'ended';
  }

  /** @throws {AppError} service_unavailable when the provider cannot be asked; nothing has changed then. */
  return async function abandon(ctx: Context, orderId: string, end: End): Promise<Ending> {
    const isCanceled = end.state === 'canceled';
    const left = await payments.endAtProviders(ctx, orderId, { voids: isCanceled });
    const isPaid = left.includes('succeeded') || left.includes('authorized');
    if (isPaid && !isCanceled) return 'paid';
    if (left.some((status) => status !== 'succeeded')) return 'paying';
    return inTransaction(ctx, (ctx) => letGo(ctx, orderId, end));
  };
}
