import type { Draft, MailFacts } from '../../src/mails/content.ts';
import type { ShopDetails } from '../../src/services/email/shopDetails.ts';
import { writeMail } from '../../src/services/email/writeMail.ts';

/** A shop without pages, so that its mails have no buttons. */
export const testShop: ShopDetails = {
  shopName: 'My Shop',
  locale: 'en',
  logoUrl: undefined,
  color: '#1f5f4a',
  footer: [],
  orderPageUrl: undefined,
  staffOrderPageUrl: undefined,
  accountPageUrl: 'https://shop.test/account/{action}',
  newsletterTokenOf: (id) => `token of ${id}`,
  exportTokenOf: ({ id }) => `token of ${id}`,
  mediaUrl: 'https://api.shop.test/media',
  apiBase: '/api/v1',
  linkTokenOf: (tokenId) => `token-of-${tokenId}`,
  orderTokenOf: (orderId) => `token of ${orderId}`,
};

interface Writable<Facts> {
  readonly draftOf: (facts: Facts) => Draft;
}

/** A mail to a customer as it is sent. */
export function customerMail<Facts extends MailFacts>(
  { draftOf }: Writable<Facts>,
  facts: Facts,
  shop: Partial<ShopDetails> = {},
) {
  const mail = writeMail(draftOf(facts), 'customer', { ...testShop, ...shop });
  if (!mail) throw new Error('A mail to a customer is always sent');
  return mail;
}

/** A mail to staff as it is sent; undefined when it is not. */
export function staffMail<Facts extends MailFacts>(
  { draftOf }: Writable<Facts>,
  facts: Facts,
  shop: Partial<ShopDetails> = {},
) {
  return writeMail(draftOf(facts), 'staff', { ...testShop, ...shop });
}
