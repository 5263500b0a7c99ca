import { IntlMessageFormat } from 'intl-messageformat';
import { LRUCache } from 'lru-cache';
import { formatMoney } from '../../kernel/money.ts';
import type { Stationery } from '../../mails/content.ts';
import { formatAddress } from '../../utils/address/formatAddress.ts';
import { languageOf, plainLocale } from '../../utils/locale.ts';
import type { ShopDetails } from './shopDetails.ts';

/** The formats and addresses for a reader, in the shop's own locale where theirs has no words. */
export function stationeryFor(shop: ShopDetails, preferred: string | null | undefined): Stationery {
  const locale = plainLocale(preferred ?? '') ?? plainLocale(shop.locale) ?? 'en';
  return {
    language: languageOf(locale) ?? 'en',
    shopName: shop.shopName,
    format: (message, values) => String(messageOf(message, locale).format(values)),
    money: (money) => formatMoney(money, locale),
    date: (date) => date.toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' }),
    address: (address) => formatAddress(address, locale),
    orderPage: ({ id, number }) =>
      fill(shop.orderPageUrl, { id, number: String(number), token: shop.orderTokenOf(id) }),
    staffOrderPage: ({ id, number }) =>
      fill(shop.staffOrderPageUrl, { id, number: String(number) }),
    mediaUrl: (key) => `${shop.mediaUrl}/${key.split('/').map(encodeURIComponent).join('/')}`,
    call: (method, path) => `${method} ${shop.apiBase}${path}`,
  };
}

/** Parsed messages: each holds Intl objects, whose memory V8 does not see and frees late. */
const messages = new LRUCache<string, IntlMessageFormat>({ max: 500 });

function messageOf(message: string, locale: string): IntlMessageFormat {
  const key = `${locale} ${message}`;
  const known = messages.get(key);
  if (known) return known;
  const parsed = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
  messages.set(key, parsed);
  return parsed;
}

function fill(template: string | undefined, values: Record<string, string>): string | undefined {
  return template?.replaceAll(/\{(\w+)\}/g, (_placeholder, name: string) =>
    encodeURIComponent(values[name] ?? ''),
  );
}
