import type { MailAccount, MailToken } from './readAccount.ts';

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
