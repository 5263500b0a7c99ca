import { IntlMessageFormat } from 'intl-messageformat';
import { formatMoney } from '../../kernel/money.ts';
import type { Stationery } from '../../mails/content.ts';
import { formatAddress } from '../../utils/address/formatAddress.ts';
import { languageOf } from '../../utils/locale.ts';
import type { ShopDetails } from './shopDetails.ts';

/** The formats and addresses for a reader, in the shop's own locale where theirs has no words. */
export function stationeryFor(shop: ShopDetails, preferred: string | null | undefined): Stationery {
  const wanted = preferred ?? shop.locale;
  const locale = languageOf(wanted) === undefined ? shop.locale : wanted;
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return {
    language: languageOf(locale) ?? 'en',
    shopName: shop.shopName,
    format: (message, values) =>
      String(new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).format(values)),
    money: (money) => formatMoney(money, locale),
    date: (date) => dates.format(date),
    address: (address) => formatAddress(address, locale),
    orderPage: ({ id, number }) =>
      fill(shop.orderPageUrl, { id, number: String(number), token: shop.orderTokenOf(id) }),
    staffOrderPage: ({ id, number }) =>
      fill(shop.staffOrderPageUrl, { id, number: String(number) }),
    mediaUrl: (key) => `${shop.mediaUrl}/${key.split('/').map(encodeURIComponent).join('/')}`,
    call: (method, path) => `${method} ${shop.apiBase}${path}`,
  };
}

function fill(template: string | undefined, values: Record<string, string>): string | undefined {
  return template?.replaceAll(/\{(\w+)\}/g, (_placeholder, name: string) =>
    encodeURIComponent(values[name] ?? ''),
  );
}
