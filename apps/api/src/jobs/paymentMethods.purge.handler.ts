import type { Context } from '../kernel/context.ts';
import type { PaymentMethodsService } from '../services/paymentMethods.service.ts';

export async function purgeSetups(
  ctx: Context,
  _payload: unknown,
  { paymentMethods }: { paymentMethods: Pick<PaymentMethodsService, 'purgeSetups'> },
): Promise<void> {
  await paymentMethods.purgeSetups(ctx);
}
