import type { Draft } from '../../mails/content.ts';
import type { Mail } from '../../mails/defineMail.ts';
import { readableOn } from './contrast.ts';
import type { ShopDetails } from './shopDetails.ts';
import { stationeryFor } from './stationery.ts';
import { renderLetter } from './templates.ts';

/**
 * Writes a mail in its reader's language: a customer's own, or the shop's for staff.
 * @returns undefined when there is no longer anything to say.
 */
export function writeMail(draft: Draft, to: Mail['to'], shop: ShopDetails) {
  const stationery = stationeryFor(shop, to === 'customer' ? draft.locale : undefined);
  const letter = draft.write(stationery);
  if (!letter) return undefined;
  const { shopName, logoUrl, color, footer } = shop;
  return renderLetter(letter, to, {
    language: stationery.language,
    shopName,
    logoUrl,
    color,
    onColor: readableOn(color),
    footer: to === 'customer' && footer.length > 0 ? footer : [shopName],
  });
}
