import { statement } from '../../db/statement.ts';
import type { Context } from '../../kernel/context.ts';
import { consentMails } from '../consents.mails.ts';
import { defineContent } from '../content.ts';
import { words } from './words.ts';

/** A sign-up that waits for its confirmation. */
interface MailSignUp {
  id: string;
  email: string;
  locale: string | null;
  isOpen: boolean;
}

const signUpForMail = statement('email.newsletter')<{ requestId: string }, MailSignUp>(
  `SELECT id, address_key AS email, locale, confirmed_at IS NULL AND expires_at > now() AS "isOpen"
   FROM newsletter_requests WHERE id = :requestId`,
);

/** @returns null for a sign-up that was deleted, as when its address is erased. */
async function readSignUp(
  ctx: Context,
  { requestId }: { requestId: string },
): Promise<MailSignUp | null> {
  const [signUp] = await ctx.db.query(signUpForMail, { requestId });
  return signUp ?? null;
}

const example: MailSignUp = {
  id: 'nlr_01kb3x0e4xfq2v8a0r6n4d9s7m',
  email: 'ada@example.com',
  locale: null,
  isOpen: true,
};

/** To an address that was entered: does it want newsletters? */
const confirmation = defineContent(consentMails.confirmation, {
  words,
  examples: { 'to an address': example },
  read: readSignUp,
  compose({ id, isOpen }, t, { shopName: shop, accountPage, newsletterToken }) {
    if (!isOpen) return undefined;
    return {
      subject: t('confirm.subject', { shop }),
      heading: t('confirm.heading'),
      paragraphs: [t('confirm.what', { shop }), t('confirm.ignore')],
      action: { label: t('confirm.action'), url: accountPage('newsletter', newsletterToken(id)) },
    };
  },
});

export const contents = [confirmation];
