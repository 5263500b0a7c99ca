import { emailRefundJob, type RefundMailKind } from '../jobs/email.refund.job.ts';
import { defineSubscriber } from './defineSubscriber.ts';
import type { DurableEvent } from './eventMap.ts';

function kindOf({ type }: DurableEvent<'refund.succeeded' | 'refund.failed'>): RefundMailKind {
  return type === 'refund.succeeded' ? 'refunded' : 'failed';
}

/** The mails about refunds: to the customer when one is done, to staff when one needs them. */
export const refundMailSubscriber = defineSubscriber({
  consumer: 'refundMail',
  events: ['refund.succeeded', 'refund.failed'],
  job: emailRefundJob,
  payloadOf: (event) => ({ refundId: event.payload.refundId, kind: kindOf(event) }),
});
