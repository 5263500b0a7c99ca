import type { Shown } from '../kernel/route.ts';
import type { Dispute } from '../services/disputes.service.ts';
import type { disputeSchema } from '../validators/disputes.validator.ts';

/** A dispute, for staff. */
export function presentDispute(dispute: Dispute): Shown<typeof disputeSchema> {
  return {
    id: dispute.id,
    orderId: dispute.orderId,
    paymentId: dispute.paymentId,
    providerId: dispute.providerId,
    status: dispute.status,
    reason: dispute.reason,
    amount: { amount: dispute.amount, currency: dispute.currency },
    evidenceDueAt: dispute.evidenceDueAt?.toISOString() ?? null,
    createdAt: dispute.createdAt.toISOString(),
    updatedAt: dispute.updatedAt.toISOString(),
    closedAt: dispute.closedAt?.toISOString() ?? null,
  };
}
