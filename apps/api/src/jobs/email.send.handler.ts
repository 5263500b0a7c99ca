import { RecipientRefusedError } from '../integrations/smtp.ts';
import type { Context } from '../kernel/context.ts';
import type { LoadContent } from '../mails/content.ts';
import type { EmailService } from '../services/email.service.ts';
import type { JobPayload } from './defineJob.ts';
import type { sendEmailJob } from './email.send.job.ts';
import { PermanentJobError } from './permanentJobError.ts';

export interface EmailJobServices {
  readonly email: Pick<EmailService, 'send'>;
  readonly loadContent: LoadContent;
}

export async function sendEmail(
  ctx: Context,
  { mail, about }: JobPayload<typeof sendEmailJob>,
  { email, loadContent }: EmailJobServices,
): Promise<void> {
  try {
    await email.send(ctx, await loadContent(mail), about);
  } catch (error) {
    if (error instanceof RecipientRefusedError) throw new PermanentJobError(error.message);
    throw error;
  }
}
