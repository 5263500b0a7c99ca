import type { Mailer } from '../integrations/smtp.ts';
import type { Context } from '../kernel/context.ts';
import { ERASED_EMAIL } from '../kernel/erased.ts';
import { AppError } from '../kernel/errors.ts';
import type { Content } from '../mails/content.ts';
import { parseSender, sendableEmail } from '../utils/emailAddress.ts';
import type { ShopDetails } from './email/shopDetails.ts';
import type * as Writer from './email/writeMail.ts';

export type EmailService = ReturnType<typeof createEmailService>;

interface EmailServiceDeps {
  mailer: Mailer;
  /** The sender as configured; its domain is that of the Message-IDs. */
  from: string;
  /** Where mails to staff go; they are not sent when there is no address. */
  staff?: string | undefined;
  shop: ShopDetails;
}

/** Writes the shop's mails and hands them to the mail server. */
export function createEmailService({ mailer, from, staff, shop }: EmailServiceDeps) {
  const sender = sendableEmail(parseSender(from)?.address ?? '@localhost');
  const domain = sender.slice(sender.lastIndexOf('@') + 1);

  return {
    /**
     * Sends a mail, if there is still something to say. The Message-ID is made of the subject and the
     * mail's name, so that a second copy is recognized.
     * @param about what the mail reads by, out of its event's payload.
     * @throws {AppError} not_found when what it is about does not exist.
     * @throws {RecipientRefusedError} when the address takes no mail.
     */
    async send(ctx: Context, { mail, prepare }: Content, about: unknown): Promise<void> {
      const draft = await prepare(ctx, about);
      if (draft === null) return;
      if (draft === undefined) throw isAboutNothing(mail.name);
      const to = mail.to === 'customer' ? draft.email : staff;
      if (to === undefined || to === ERASED_EMAIL) return;
      const content = (await loadWriter()).writeMail(draft, mail.to, shop);
      if (!content) return;
      await mailer.send({ to, messageId: `${draft.id}.${mail.name}@${domain}`, ...content });
    },

    /**
     * A mail's examples in a locale, as they would be sent by this shop.
     * @param shown what a shop that has not configured everything shows instead.
     */
    async preview({ mail, examples }: Content, shown: Partial<ShopDetails> & { locale: string }) {
      const { writeMail } = await loadWriter();
      return examples.flatMap(({ title, draft }) => {
        const { locale } = shown;
        const content = writeMail({ ...draft, locale }, mail.to, { ...shop, ...shown });
        return content ? [{ title, ...content }] : [];
      });
    },
  };
}

function isAboutNothing(name: string): AppError {
  return new AppError('not_found', `What the mail ${name} is about does not exist.`);
}

let writer: Promise<typeof Writer> | undefined;

/** Loaded for the first mail: no HTTP worker writes one, and an idle job worker none yet. */
const loadWriter = () => (writer ??= import('./email/writeMail.ts'));
