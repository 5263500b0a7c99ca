import type { Context } from '../kernel/context.ts';
import { orderMails } from '../mails/orders.mails.ts';
import { refundMails } from '../mails/refunds.mails.ts';
import type { JobPayload } from './defineJob.ts';
import type {
  queuedOrderEmailJob,
  queuedRefundEmailJob,
  queuedStaffEmailJob,
} from './email.queued.job.ts';
import { sendEmail, type EmailJobServices } from './email.send.handler.ts';

export async function sendQueuedOrderEmail(
  ctx: Context,
  { orderId, kind, isWanted }: JobPayload<typeof queuedOrderEmailJob>,
  services: EmailJobServices,
): Promise<void> {
  if (!isWanted) return;
  await sendEmail(ctx, { mail: orderMails[kind].name, about: { orderId } }, services);
}

export function sendQueuedRefundEmail(
  ctx: Context,
  { refundId, kind }: JobPayload<typeof queuedRefundEmailJob>,
  services: EmailJobServices,
): Promise<void> {
  return sendEmail(ctx, { mail: refundMails[kind].name, about: { refundId } }, services);
}

export function sendQueuedStaffEmail(
  ctx: Context,
  { kind, ...about }: JobPayload<typeof queuedStaffEmailJob>,
  services: EmailJobServices,
): Promise<void> {
  return sendEmail(ctx, { mail: kind, about }, services);
}
