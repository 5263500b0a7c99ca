import type { Mailer } from '../integrations/smtp.ts';
import type { OrderMailKind } from '../jobs/email.order.job.ts';
import type { RefundMailKind } from '../jobs/email.refund.job.ts';
import type { StaffMailKind } from '../jobs/email.staff.job.ts';
import type { Context } from '../kernel/context.ts';
import { parseSender, sendableEmail } from '../utils/emailAddress.ts';
import { notFound } from '../kernel/errors.ts';
import { readOrderForMail } from './email/order.ts';
import { composeOrderMail } from './email/orderMails.ts';
import { readRefundForMail } from './email/refund.ts';
import { refundedMail, refundFailedMail } from './email/refundMails.ts';
import { readStaffNotice } from './email/staff.ts';
import { composeStaffMail } from './email/staffMails.ts';

export type EmailService = ReturnType<typeof createEmailService>;

export interface StaffMail {
  readonly kind: StaffMailKind;
  readonly paymentId: string;
  /** The provider's. */
  readonly disputeId?: string | undefined;
}

export interface EmailServiceDeps {
  mailer: Mailer;
  shopName: string;
  /** The sender as configured; its domain is that of the Message-IDs. */
  from: string;
  /** Where mails to staff go; they are not sent when there is nowhere. */
  staff?: string | undefined;
}

/** The shop's mails: what they say and to whom they go. */
export function createEmailService({ mailer, shopName, from, staff }: EmailServiceDeps) {
  const sender = sendableEmail(parseSender(from)?.address ?? '@localhost');
  const domain = sender.slice(sender.lastIndexOf('@') + 1);

  return {
    /**
     * Sends a mail about an order to its customer. The Message-ID is made of the order and the
     * kind, so a second sending is recognisably the same mail.
     * @throws {AppError} not_found
     * @throws {RecipientRefusedError} when the address takes no mail.
     */
    async sendOrderMail(ctx: Context, orderId: string, kind: OrderMailKind): Promise<void> {
      const order = await readOrderForMail(ctx, orderId);
      if (!order) throw notFound('order');
      await mailer.send({
        to: order.email,
        messageId: `${order.id}.${kind.toLowerCase()}@${domain}`,
        ...composeOrderMail(kind, order, shopName),
      });
    },

    /**
     * Sends a mail about a refund: to its customer that it is done, or to staff that it is not.
     * @throws {AppError} not_found
     * @throws {RecipientRefusedError} when the address takes no mail.
     */
    async sendRefundMail(ctx: Context, refundId: string, kind: RefundMailKind): Promise<void> {
      const refund = await readRefundForMail(ctx, refundId);
      if (!refund) throw notFound('refund');
      const to = kind === 'refunded' ? refund.email : staff;
      if (to === undefined) return;
      const compose = kind === 'refunded' ? refundedMail : refundFailedMail;
      const messageId = `${refund.id}.${kind}@${domain}`;
      await mailer.send({ to, messageId, ...compose(refund, shopName) });
    },

    /**
     * Tells staff of a payment that waits for them, or of a dispute, if it is still so.
     * @throws {AppError} not_found
     * @throws {RecipientRefusedError} when the address takes no mail.
     */
    async sendStaffMail(ctx: Context, { kind, paymentId, disputeId }: StaffMail): Promise<void> {
      const notice = await readStaffNotice(ctx, paymentId, disputeId);
      if (!notice) throw notFound('payment');
      const content = composeStaffMail(kind, notice, shopName);
      if (staff === undefined || !content) return;
      await mailer.send({
        to: staff,
        messageId: `${disputeId ?? paymentId}.${kind}@${domain}`,
        ...content,
      });
    },
  };
}
