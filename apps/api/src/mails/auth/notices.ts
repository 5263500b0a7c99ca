import { authMails } from '../auth.mails.ts';
import { defineContent } from '../content.ts';
import { accountExamples } from './examples.ts';
import { readAccount } from './readAccount.ts';
import { words } from './words.ts';

const common = { words, examples: accountExamples };

/** To the account's address: the password is another. */
export const passwordChanged = defineContent(authMails.passwordChanged, {
  ...common,
  read: (ctx, about) => readAccount(ctx, about, about.at),
  compose: (_account, t, { shopName: shop }) => ({
    subject: t('password.subject', { shop }),
    heading: t('password.heading'),
    paragraphs: [t('password.what', { shop }), t('notYou')],
  }),
});

/** To the address that an account had. */
export const emailChanged = defineContent(authMails.emailChanged, {
  ...common,
  async read(ctx, about) {
    const account = await readAccount(ctx, about, about.at);
    return account && { ...account, email: about.previousEmail };
  },
  compose: (_account, t, { shopName: shop }) => ({
    subject: t('changed.subject', { shop }),
    heading: t('changed.heading'),
    paragraphs: [t('changed.what', { shop }), t('changed.notYou')],
  }),
});

/** To the account's address: a session has ended, since its key was copied. */
export const sessionReused = defineContent(authMails.sessionReused, {
  ...common,
  read: (ctx, about) => readAccount(ctx, about, about.sessionId),
  compose: (_account, t, { shopName: shop }) => ({
    subject: t('reused.subject', { shop }),
    heading: t('reused.heading'),
    paragraphs: [t('reused.what', { shop }), t('reused.advice')],
  }),
});
