import { emailRefundJob } from '../jobs/email.refund.job.ts';
import type { QueueService } from '../services/queue.service.ts';
import { defineSubscriber } from './defineSubscriber.ts';

/** The mails about refunds: to the customer when one is done, to staff when one needs them. */
export const refundMailSubscriber = defineSubscriber({
  consumer: 'refundMail',
  events: ['refund.succeeded', 'refund.failed'],
  maxAttempts: 10,
  async handle(event, ctx, { queue }: { queue: QueueService }) {
    const { refundId } = event.payload;
    const kind = event.type === 'refund.succeeded' ? 'refunded' : 'failed';
    await queue.enqueue(ctx, emailRefundJob, { refundId, kind });
  },
});
