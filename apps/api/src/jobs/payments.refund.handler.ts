import type { Context } from '../kernel/context.ts';
import type { RefundsService } from '../services/refunds.service.ts';
import type { JobPayload } from './defineJob.ts';
import type { refundPaymentJob } from './payments.refund.job.ts';

export async function refundPayment(
  ctx: Context,
  { allocationId }: JobPayload<typeof refundPaymentJob>,
  { refunds }: { refunds: RefundsService },
): Promise<void> {
  await refunds.resumeAllocation(ctx, allocationId);
}
