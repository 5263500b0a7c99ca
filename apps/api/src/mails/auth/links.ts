import { authMails } from '../auth.mails.ts';
import { defineContent } from '../content.ts';
import { addressExamples, tokenExamples } from './examples.ts';
import { readToken } from './readAccount.ts';
import { words } from './words.ts';

/** To a new address: prove it, or sign in where it has an account. */
export const verifyEmail = defineContent(authMails.verifyEmail, {
  words,
  examples: addressExamples,
  read: readToken,
  compose({ id, isPending, isTaken }, t, { shopName: shop, accountPage, linkToken }) {
    if (!isPending) return undefined;
    if (isTaken) {
      return {
        subject: t('known.subject', { shop }),
        heading: t('known.heading'),
        paragraphs: [t('known.what', { shop }), t('known.ignore')],
      };
    }
    return {
      subject: t('verify.subject', { shop }),
      heading: t('verify.heading'),
      paragraphs: [t('verify.what', { shop }), t('verify.ignore')],
      action: { label: t('verify.action'), url: accountPage('verify-email', linkToken(id)) },
    };
  },
});

/** To the owner of an address for which no more accounts are made. */
export const registrationRefused = defineContent(authMails.registrationRefused, {
  words,
  examples: tokenExamples,
  read: readToken,
  compose({ id, isPending }, t, { shopName: shop, accountPage, linkToken }) {
    if (!isPending) return undefined;
    return {
      subject: t('refused.subject', { shop }),
      heading: t('refused.heading'),
      paragraphs: [t('refused.what', { shop }), t('refused.how'), t('refused.ignore')],
      action: { label: t('reset.action'), url: accountPage('reset-password', linkToken(id)) },
    };
  },
});

/** To someone who has lost a password. */
export const resetPassword = defineContent(authMails.resetPassword, {
  words,
  examples: tokenExamples,
  read: readToken,
  compose({ id, isPending }, t, { shopName: shop, accountPage, linkToken }) {
    if (!isPending) return undefined;
    return {
      subject: t('reset.subject', { shop }),
      heading: t('reset.heading'),
      paragraphs: [t('reset.what', { shop }), t('reset.ignore')],
      action: { label: t('reset.action'), url: accountPage('reset-password', linkToken(id)) },
    };
  },
});

/** To the address that is to be an account's. */
export const changeEmail = defineContent(authMails.changeEmail, {
  words,
  examples: addressExamples,
  read: readToken,
  compose({ id, isPending, isTaken }, t, { shopName: shop, accountPage, linkToken }) {
    if (!isPending) return undefined;
    if (isTaken) {
      return {
        subject: t('taken.subject', { shop }),
        heading: t('taken.heading'),
        paragraphs: [t('taken.what', { shop })],
      };
    }
    return {
      subject: t('change.subject', { shop }),
      heading: t('change.heading'),
      paragraphs: [t('change.what', { shop }), t('change.ignore')],
      action: { label: t('change.action'), url: accountPage('change-email', linkToken(id)) },
    };
  },
});

/** To the address that an account still has. */
export const emailChangeStarted = defineContent(authMails.emailChangeStarted, {
  words,
  examples: tokenExamples,
  async read(ctx, about) {
    const token = await readToken(ctx, about);
    return token && { ...token, email: token.accountEmail };
  },
  compose: (_token, t, { shopName: shop }) => ({
    subject: t('started.subject', { shop }),
    heading: t('started.heading'),
    paragraphs: [t('started.what', { shop }), t('notYou')],
  }),
});
