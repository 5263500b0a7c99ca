import { RecipientRefusedError } from '../integrations/smtp.ts';
import type { Context } from '../kernel/context.ts';
import type { EmailService } from '../services/email.service.ts';
import type { JobPayload } from './defineJob.ts';
import type { emailOrderJob } from './email.order.job.ts';
import { PermanentJobError } from './permanentJobError.ts';

export async function sendOrderMail(
  ctx: Context,
  { orderId, kind, isWanted }: JobPayload<typeof emailOrderJob>,
  { email }: { email: Pick<EmailService, 'sendOrderMail'> },
): Promise<void> {
  if (!isWanted) return;
  try {
    await email.sendOrderMail(ctx, orderId, kind);
  } catch (error) {
    if (error instanceof RecipientRefusedError) throw new PermanentJobError(error.message);
    throw error;
  }
}
