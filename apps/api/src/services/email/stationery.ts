import { IntlMessageFormat } from 'intl-messageformat';
import { LRUCache } from 'lru-cache';
import { formatMoney } from '../../kernel/money.ts';
import type { Stationery } from '../../mails/content.ts';
import { formatAddress } from '../../utils/address/formatAddress.ts';
import { languageOf, plainLocale, type Language } from '../../utils/locale.ts';
import type { ShopDetails } from './shopDetails.ts';

const TO_THE_MINUTE = {
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZone: 'UTC',
  timeZoneName: 'short',
} as const;

/** The formats and addresses for a reader, in the shop's own locale where theirs has no words. */
export function stationeryFor(shop: ShopDetails, preferred: string | null | undefined): Stationery {
  const { locale, language } = readerOf(shop.locale, preferred ?? '');
  return {
    language,
    shopName: shop.shopName,
    format: (message, values) => String(messageOf(message, locale).format(values)),
    money: (money) => formatMoney(money, locale),
    date: (date) => date.toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' }),
    time: (time) => time.toLocaleString(locale, TO_THE_MINUTE),
    address: (address) => formatAddress(address, locale),
    orderPage: ({ id, number }) =>
      fill(shop.orderPageUrl, { id, number: String(number), token: shop.orderTokenOf(id) }),
    accountPage: (action, token) =>
      `${fill(shop.accountPageUrl, { action })}#token=${encodeURIComponent(token)}`,
    exportToken: shop.exportTokenOf,
    newsletterToken: shop.newsletterTokenOf,
    staffOrderPage: ({ id, number }) =>
      fill(shop.staffOrderPageUrl, { id, number: String(number) }),
    linkToken: shop.linkTokenOf,
    mediaUrl: (key) => `${shop.mediaUrl}/${key.split('/').map(encodeURIComponent).join('/')}`,
    call: (method, path) => `${method} ${shop.apiBase}${path}`,
  };
}

/** Intl takes a tenth of a mail's time to read a tag, and most readers name the same few. */
const readers = new LRUCache<string, { locale: string; language: Language }>({ max: 500 });

function readerOf(shopLocale: string, preferred: string) {
  const key = `${shopLocale} ${preferred}`;
  const known = readers.get(key);
  if (known) return known;
  const locale = plainLocale(preferred) ?? plainLocale(shopLocale) ?? 'en';
  const reader = { locale, language: languageOf(locale) ?? 'en' };
  readers.set(key, reader);
  return reader;
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
