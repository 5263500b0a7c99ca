import type { Money } from '../kernel/money.ts';
import type { Shown } from '../kernel/route.ts';
import type { Refund } from '../services/refunds.service.ts';
import type { refundSchema } from '../validators/refunds.validator.ts';

/** A refund as staff see it. */
export function presentRefund(refund: Refund): Shown<typeof refundSchema> {
  const money = (amount: number): Money => ({ amount, currency: refund.currency });
  return {
    id: refund.id,
    orderId: refund.orderId,
    status: refund.status,
    amount: money(refund.amount),
    shipping: money(refund.shipping),
    lines: refund.lines.map(({ itemId, quantity, amount }) => ({
      itemId,
      quantity,
      amount: money(amount),
    })),
    reason: refund.reason,
    note: refund.note,
    restocked: refund.restocked,
    actor: refund.actor,
    transfers: refund.transfers.map(({ amount, ...transfer }) => ({
      ...transfer,
      amount: money(amount),
    })),
    createdAt: refund.createdAt.toISOString(),
  };
}
