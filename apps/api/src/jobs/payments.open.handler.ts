import type { Context } from '../kernel/context.ts';
import type { PaymentsService } from '../services/payments.service.ts';
import type { JobPayload } from './defineJob.ts';
import type { openPaymentJob } from './payments.open.job.ts';

export async function openPayment(
  ctx: Context,
  { paymentId }: JobPayload<typeof openPaymentJob>,
  { payments }: { payments: PaymentsService },
): Promise<void> {
  await payments.openLater(ctx, paymentId);
}
