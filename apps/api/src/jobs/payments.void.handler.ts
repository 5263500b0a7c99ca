import type { Context } from '../kernel/context.ts';
import type { PaymentsService } from '../services/payments.service.ts';
import type { JobPayload } from './defineJob.ts';
import type { voidPaymentJob } from './payments.void.job.ts';

export async function voidPayment(
  ctx: Context,
  { paymentId }: JobPayload<typeof voidPaymentJob>,
  { payments }: { payments: PaymentsService },
): Promise<void> {
  await payments.voidAuthorization(ctx, paymentId);
}
