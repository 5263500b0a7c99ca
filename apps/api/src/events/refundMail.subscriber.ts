import { emailRefundJob, type RefundMailKind } from '../jobs/email.refund.job.ts';
import { defineSubscriber } from './defineSubscriber.ts';
import type { EventOf } from './event.ts';
import { refundEvents } from './refunds.events.ts';

function kindOf({
  type,
}: EventOf<typeof refundEvents, 'refund.succeeded' | 'refund.failed'>): RefundMailKind {
  return type === 'refund.succeeded' ? 'refunded' : 'failed';
}

/** The mails about refunds: to the customer when one is done, to staff when one needs them. */
export const refundMailSubscriber = defineSubscriber({
  consumer: 'refundMail',
  schemas: refundEvents,
  events: ['refund.succeeded', 'refund.failed'],
  job: emailRefundJob,
  payloadOf: (event) => ({ refundId: event.payload.refundId, kind: kindOf(event) }),
});
