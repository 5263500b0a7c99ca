import { openPayment } from '../jobs/payments.open.handler.ts';
import { openPaymentJob } from '../jobs/payments.open.job.ts';
import { refundPayment } from '../jobs/payments.refund.handler.ts';
import { refundPaymentJob } from '../jobs/payments.refund.job.ts';
import { voidPayment } from '../jobs/payments.void.handler.ts';
import { voidPaymentJob } from '../jobs/payments.void.job.ts';
import { reconcilePayments } from '../jobs/payments.reconcile.handler.ts';
import { reconcilePaymentsJob } from '../jobs/payments.reconcile.job.ts';
import { runnableJob } from '../jobs/runnableJob.ts';

export const jobs = [
  runnableJob(openPaymentJob, openPayment),
  runnableJob(refundPaymentJob, refundPayment),
  runnableJob(voidPaymentJob, voidPayment),
  runnableJob(reconcilePaymentsJob, reconcilePayments, { cron: '27 * * * *' }),
];
