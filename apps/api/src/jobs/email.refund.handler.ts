import type { Context } from '../kernel/context.ts';
import { refundMails } from '../mails/refunds.mails.ts';
import type { JobPayload } from './defineJob.ts';
import type { emailRefundJob } from './email.refund.job.ts';
import { sendEmail, type EmailJobServices } from './email.send.handler.ts';

export function sendRefundMail(
  ctx: Context,
  { refundId, kind }: JobPayload<typeof emailRefundJob>,
  services: EmailJobServices,
): Promise<void> {
  return sendEmail(ctx, { mail: refundMails[kind].name, about: { refundId } }, services);
}
