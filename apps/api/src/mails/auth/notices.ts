import { authMails } from '../auth.mails.ts';
import { defineContent } from '../content.ts';
import { deviceOf } from './deviceOf.ts';
import { accountExamples, signInExamples } from './examples.ts';
import { readAccount, readSignIn } from './readAccount.ts';
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

/** To someone who has proved an address for the first time. */
export const welcome = defineContent(authMails.welcome, {
  ...common,
  read: async (ctx, about) => (about.isFirst ? readAccount(ctx, about, 'welcome') : null),
  compose: (_account, t, { shopName: shop }) => ({
    subject: t('welcome.subject', { shop }),
    heading: t('welcome.subject', { shop }),
    paragraphs: [t('welcome.what', { shop }), t('welcome.orders')],
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

/** To the account's address: someone has signed in on a device that was not known. */
export const newDevice = defineContent(authMails.newDevice, {
  words,
  examples: signInExamples,
  read: readSignIn,
  compose({ userAgent, ip, at }, t, { shopName: shop, time }) {
    return {
      subject: t('device.subject', { shop }),
      heading: t('device.heading'),
      paragraphs: [
        t('device.what', { shop }),
        t('device.which', { ...deviceOf(userAgent ?? '') }),
        ...(ip === null ? [] : [t('device.network', { ip })]),
        t('device.when', { time: time(at) }),
        t('device.ignore'),
        t('device.notYou'),
      ],
    };
  },
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
