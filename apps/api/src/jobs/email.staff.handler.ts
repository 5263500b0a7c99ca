import type { Context } from '../kernel/context.ts';
import type { JobPayload } from './defineJob.ts';
import { sendEmail, type EmailJobServices } from './email.send.handler.ts';
import type { emailStaffJob } from './email.staff.job.ts';

export function sendStaffMail(
  ctx: Context,
  { kind, ...about }: JobPayload<typeof emailStaffJob>,
  services: EmailJobServices,
): Promise<void> {
  return sendEmail(ctx, { mail: kind, about }, services);
}
