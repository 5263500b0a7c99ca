import { refundPaymentJob } from '../../../jobs/payments.refund.job.ts';
import type { Context } from '../../../kernel/context.ts';
import type { QueueService } from '../../queue.service.ts';

/** Queues a job that pays an allocation back, or asks for its status. */
export async function queueAllocation(
  queue: QueueService,
  ctx: Context,
  allocationId: string,
  runAt?: Date,
): Promise<void> {
  const jobKey = `${refundPaymentJob.name}:${allocationId}`;
  const options = { jobKey, ...(runAt && { runAt }) };
  await queue.enqueue(ctx, refundPaymentJob, { allocationId, refundId: allocationId }, options);
}
