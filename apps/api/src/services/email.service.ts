import type { Mailer } from '../integrations/smtp.ts';
import type { OrderMailKind } from '../jobs/email.order.job.ts';
import type { Context } from '../utils/context.ts';
import { notFound } from '../utils/errors.ts';
import { readOrderForMail } from './email/order.ts';
import { composeOrderMail } from './email/orderMails.ts';

export type EmailService = ReturnType<typeof createEmailService>;

export interface EmailServiceDeps {
  mailer: Mailer;
  shopName: string;
  /** The sender as configured; its domain is that of the Message-IDs. */
  from: string;
}

/** The shop's mails: what they say and to whom they go. */
export function createEmailService({ mailer, shopName, from }: EmailServiceDeps) {
  const domain = /@([^\s@>]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';

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
  };
}
