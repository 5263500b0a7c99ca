import type { Context } from '../kernel/context.ts';
import { orderMails } from '../mails/orders.mails.ts';
import type { JobPayload } from './defineJob.ts';
import type { emailOrderJob } from './email.order.job.ts';
import { sendEmail, type EmailJobServices } from './email.send.handler.ts';

export async function sendOrderMail(
  ctx: Context,
  { orderId, kind, isWanted }: JobPayload<typeof emailOrderJob>,
  services: EmailJobServices,
): Promise<void> {
  if (!isWanted) return;
  await sendEmail(ctx, { mail: orderMails[kind].name, about: { orderId } }, services);
}
