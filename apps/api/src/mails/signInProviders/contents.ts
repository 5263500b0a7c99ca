import type { Context } from '../../kernel/context.ts';
import { readAccount, type MailAccount } from '../auth/readAccount.ts';
import { defineContent } from '../content.ts';
import { signInProviderMails } from '../signInProviders.mails.ts';
import { words } from './words.ts';

interface MailIdentity extends MailAccount {
  readonly providerName: string;
}

interface IdentityChange {
  readonly userId: string;
  readonly identityId: string;
  readonly providerName: string;
}

async function readChange(ctx: Context, about: IdentityChange): Promise<MailIdentity | null> {
  const { identityId, providerName } = about;
  const account = await readAccount(ctx, about, identityId);
  return account && { ...account, providerName };
}

const examples: Record<string, MailIdentity> = {
  'of a provider': {
    id: 'usr_01kb3x0e4xfq2v8a0r6n4d9s7m',
    email: 'ada@example.com',
    locale: null,
    providerName: 'Google',
  },
};

/** To someone who signs in with a provider from now on, too. */
const linked = defineContent(signInProviderMails.linked, {
  words,
  examples,
  read: readChange,
  compose: ({ providerName: provider }, t, { shopName: shop }) => ({
    subject: t('linked.subject', { provider, shop }),
    heading: t('linked.heading'),
    paragraphs: [t('linked.what', { provider, shop }), t('linked.notYou')],
  }),
});

/** To someone who no longer signs in with a provider. */
const removed = defineContent(signInProviderMails.removed, {
  words,
  examples,
  read: readChange,
  compose: ({ providerName: provider }, t, { shopName: shop }) => ({
    subject: t('removed.subject', { provider, shop }),
    heading: t('removed.heading'),
    paragraphs: [t('removed.what', { provider, shop }), t('removed.notYou')],
  }),
});

export const contents = [linked, removed];
