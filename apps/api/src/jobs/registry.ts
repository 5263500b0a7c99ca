import { subscribers } from '../events/subscribers.ts';
import { purgeCartsJob } from './carts.purge.job.ts';
import { emailOrderJob } from './email.order.job.ts';
import { emailRefundJob } from './email.refund.job.ts';
import { purgeIdempotencyKeysJob } from './idempotency.purge.job.ts';
import { expireOrdersJob } from './orders.expire.job.ts';
import { openPaymentJob } from './payments.open.job.ts';
import { voidPaymentJob } from './payments.void.job.ts';
import { reconcilePaymentsJob } from './payments.reconcile.job.ts';
import { refundPaymentJob } from './payments.refund.job.ts';
import { deriveImageJob } from './media.derive.job.ts';
import type { Schedule } from './schedule.ts';
import { processWebhookJob } from './webhooks.process.job.ts';

import { requeueWebhooksJob } from './webhooks.requeue.job.ts';
/** Every job that the worker runs; a job that is not listed here waits in the queue for ever. */
export const jobs = [
  ...subscribers.map((subscriber) => subscriber.job),
  deriveImageJob,
  emailOrderJob,
  emailRefundJob,
  processWebhookJob,
  openPaymentJob,
  requeueWebhooksJob,
  refundPaymentJob,
  voidPaymentJob,
  reconcilePaymentsJob,
  expireOrdersJob,
  purgeCartsJob,
  purgeIdempotencyKeysJob,
] as const;

/** What runs by the clock. Scheduled jobs take no payload. */
export const schedules: readonly Schedule[] = [
  { job: expireOrdersJob, cron: '* * * * *' },
  { job: purgeIdempotencyKeysJob, cron: '12 * * * *' },
  { job: reconcilePaymentsJob, cron: '27 * * * *' },
  { job: purgeCartsJob, cron: '42 * * * *' },
];
