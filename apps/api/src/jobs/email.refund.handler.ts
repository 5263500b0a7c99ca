import { RecipientRefusedError } from '../integrations/smtp.ts';
import type { Context } from '../kernel/context.ts';
import type { EmailService } from '../services/email.service.ts';
import type { JobPayload } from './defineJob.ts';
import type { emailRefundJob } from './email.refund.job.ts';
import { PermanentJobError } from './permanentJobError.ts';

export async function sendRefundMail(
  ctx: Context,
  { refundId, kind }: JobPayload<typeof emailRefundJob>,
  { email }: { email: Pick<EmailService, 'sendRefundMail'> },
): Promise<void> {
  try {
    await email.sendRefundMail(ctx, refundId, kind);
  } catch (error) {
    if (error instanceof RecipientRefusedError) throw new PermanentJobError(error.message);
    throw error;
  }
}
