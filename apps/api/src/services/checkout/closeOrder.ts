import { inTransaction } from '../../db/transaction.ts';
import { emit } from '../../events/outbox.ts';
import type { Context } from '../../kernel/context.ts';
import type { AuditService } from '../audit.service.ts';
import type { InventoryService } from '../inventory.service.ts';
import type { OrdersService } from '../orders.service.ts';
import type { PaymentsService } from '../payments.service.ts';
import type { RefundsService } from '../refunds.service.ts';

/** Why an order is closed: no one has paid it in time, or someone no longer wants it, paid or not. */
interface ClosureReason {
  readonly state: 'expired' | 'canceled';
  /** For the history. */
  readonly reason: string;
  /** Whether staff close it: then the audit log says so. */
  readonly isByStaff?: boolean;
  /** Whether it is closed though money came or was authorized, which goes back; only where it is canceled. */
  readonly mayBePaid?: boolean;
}

/** Closed; paid after all; being paid, so that it is not decided yet; or in no state for it. */
export type ClosureOutcome = 'closed' | 'paid' | 'paying' | 'impossible';

export interface ClosingDeps {
  audit: AuditService;
  orders: OrdersService;
  payments: PaymentsService;
  inventory: InventoryService;
  refunds: RefundsService;
}

/**
 * Closes an order. Its open payments are canceled at their providers *first*; only when no more
 * money can come, the order is closed and its stock released, and money that came goes back.
 * @throws {AppError} service_unavailable when the provider cannot be asked; nothing has changed then.
 */
export async function closeOrder(
  deps: ClosingDeps,
  ctx: Context,
  orderId: string,
  closure: ClosureReason,
): Promise<ClosureOutcome> {
  const { mayBePaid = closure.state === 'canceled' } = closure;
  const options = { voidAuthorized: mayBePaid };
  const left = await deps.payments.cancelAtProviders(ctx, orderId, options);
  const isPaid = left.includes('succeeded') || left.includes('authorized');
  if (isPaid && !mayBePaid) return 'paid';
  if (left.some((status) => status !== 'succeeded')) return 'paying';
  return inTransaction(ctx, (ctx) => closeHere(deps, ctx, orderId, { ...closure, mayBePaid }));
}

/**
 * Cancels an order that no one has paid, so that no money can come for it.
 * @returns whether it is canceled; one that is paid, or being paid, stays as it is.
 * @throws {AppError} service_unavailable when the provider cannot be asked.
 */
export async function cancelUnpaidOrder(
  deps: ClosingDeps,
  ctx: Context,
  orderId: string,
  reason: string,
): Promise<boolean> {
  const closure = { state: 'canceled', reason, mayBePaid: false } as const;
  return (await closeOrder(deps, ctx, orderId, closure)) === 'closed';
}

/** The second step, once no provider can bring money. */
async function closeHere(
  { audit, orders, payments, inventory, refunds }: ClosingDeps,
  ctx: Context,
  orderId: string,
  { state, reason, isByStaff = false, mayBePaid }: ClosureReason & { mayBePaid: boolean },
): Promise<ClosureOutcome> {
  const locked = await payments.lockIfClosable(ctx, orderId, { allowPaid: mayBePaid });
  if (!locked || locked.fulfillmentStatus !== 'unfulfilled') return 'impossible';
  // A bank decides whose money it is; canceled now, it would belong to no order if we won.
  if (locked.orderPaymentStatus === 'disputed') return 'impossible';
  if (!(await orders.transition(ctx, orderId, { order: state, reason }))) return 'impossible';
  if (isByStaff) {
    const before = { status: locked.orderStatus, paymentStatus: locked.orderPaymentStatus };
    const act = { action: 'order.cancel', subject: orderId, reason };
    await audit.record(ctx, { ...act, before, after: { status: state } });
  }
  await payments.cancelLocal(ctx, orderId);
  if (state === 'canceled') {
    await refunds.refundRest(ctx, orderId, { reason: state, note: reason });
    await emit(ctx, 'order.canceled', { orderId });
  } else {
    await emit(ctx, 'order.expired', { orderId, wasTried: locked.wasTried });
  }
  // Last, since others wait for the shelves. A pending order holds stock; a confirmed one has taken it.
  if (locked.orderStatus === 'pending') await inventory.release(ctx, orderId);
  else await inventory.restock(ctx, orderId);
  return 'closed';
}
