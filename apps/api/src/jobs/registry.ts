import { purgeCartsJob } from './carts.purge.job.ts';
import { emailOrderJob } from './email.order.job.ts';
import { emailRefundJob } from './email.refund.job.ts';
import { emailStaffJob } from './email.staff.job.ts';
import { purgeIdempotencyKeysJob } from './idempotency.purge.job.ts';
import { expireOrdersJob } from './orders.expire.job.ts';
import { openPaymentJob } from './payments.open.job.ts';
import { voidPaymentJob } from './payments.void.job.ts';
import { reconcilePaymentsJob } from './payments.reconcile.job.ts';
import { refundPaymentJob } from './payments.refund.job.ts';
import { deriveImageJob } from './media.derive.job.ts';
import type { Schedule } from './schedule.ts';
import { sweepWorkflowsJob } from './workflows.sweep.job.ts';
import { processWebhookJob } from './webhooks.process.job.ts';
import { requeueWebhooksJob } from './webhooks.requeue.job.ts';

/** Every job that the worker runs; a job that is not listed here waits in the queue for ever. */
export const jobs = [
  deriveImageJob,
  emailOrderJob,
  emailRefundJob,
  emailStaffJob,
  processWebhookJob,
  requeueWebhooksJob,
  openPaymentJob,
  refundPaymentJob,
  voidPaymentJob,
  reconcilePaymentsJob,
  expireOrdersJob,
  sweepWorkflowsJob,
  purgeCartsJob,
  purgeIdempotencyKeysJob,
] as const;

/** What runs by the clock. Scheduled jobs take no payload. */
export const schedules: readonly Schedule[] = [
  { job: expireOrdersJob, cron: '* * * * *' },
  { job: sweepWorkflowsJob, cron: '* * * * *' },
  { job: requeueWebhooksJob, cron: '*/10 * * * *' },
  { job: purgeIdempotencyKeysJob, cron: '12 * * * *' },
  { job: reconcilePaymentsJob, cron: '27 * * * *' },
  { job: purgeCartsJob, cron: '42 * * * *' },
];
