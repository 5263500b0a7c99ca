import type { MailAccount, MailSignIn, MailToken } from './readAccount.ts';

const token: MailToken = {
  id: 'utk_01kb3x0e4xfq2v8a0r6n4d9s7m',
  email: 'ada@example.com',
  locale: null,
  isPending: true,
  isTaken: false,
  accountEmail: 'ada@example.com',
};

export const tokenExamples: Record<string, MailToken> = { 'with a link': token };

/** The same mail where someone has proved the address already. */
export const addressExamples: Record<string, MailToken> = {
  ...tokenExamples,
  'of a known address': { ...token, isTaken: true },
};

export const accountExamples: Record<string, MailAccount> = {
  'to the account’s address': {
    id: 'usr_01kb3x0e4xfq2v8a0r6n4d9s7m',
    email: 'ada@example.com',
    locale: null,
  },
};

const signIn: MailSignIn = {
  id: 'ses_01kb3x0e4xfq2v8a0r6n4d9s7m',
  email: 'ada@example.com',
  locale: null,
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  ip: '203.0.113.7',
  at: new Date('2026-01-01T09:30:00Z'),
};

export const signInExamples: Record<string, MailSignIn> = {
  'of a browser': signIn,
  'of a client that is not known': { ...signIn, userAgent: 'curl/8.5.0', ip: null },
};
