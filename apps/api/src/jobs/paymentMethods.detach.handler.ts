import type { Context } from '../kernel/context.ts';
import type { PaymentMethodsService } from '../services/paymentMethods.service.ts';
import type { JobPayload } from './defineJob.ts';
import type { detachPaymentMethodJob } from './paymentMethods.detach.job.ts';

export async function detachPaymentMethod(
  ctx: Context,
  { id }: JobPayload<typeof detachPaymentMethodJob>,
  { paymentMethods }: { paymentMethods: Pick<PaymentMethodsService, 'detach'> },
): Promise<void> {
  await paymentMethods.detach(ctx, id);
}
