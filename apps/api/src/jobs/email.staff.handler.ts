import { RecipientRefusedError } from '../integrations/smtp.ts';
import type { Context } from '../kernel/context.ts';
import type { EmailService } from '../services/email.service.ts';
import type { JobPayload } from './defineJob.ts';
import type { emailStaffJob } from './email.staff.job.ts';
import { PermanentJobError } from './permanentJobError.ts';

export async function sendStaffMail(
  ctx: Context,
  notice: JobPayload<typeof emailStaffJob>,
  { email }: { email: Pick<EmailService, 'sendStaffMail'> },
): Promise<void> {
  try {
    await email.sendStaffMail(ctx, notice);
  } catch (error) {
    if (error instanceof RecipientRefusedError) throw new PermanentJobError(error.message);
    throw error;
  }
}
