import type { Stationery, Translate } from '../content.ts';
import { openOrder } from '../payments/openOrder.ts';
import type { StaffNotice } from '../payments/readNotice.ts';
import { orderOf, referencesOf } from '../payments/references.ts';
import type { Key } from './words.ts';

/** The amount of a dispute and its reason, in the provider's words. */
export function disputed(
  { currency, disputeAmount, disputeReason }: StaffNotice,
  t: Translate<Key>,
  { money }: Stationery,
) {
  return {
    amount: money({ amount: disputeAmount ?? 0, currency }),
    reason: disputeReason?.replaceAll('_', ' ') ?? t('noReason'),
  };
}

/** What the letters about a dispute have in common. */
export function disputeLetter(
  notice: StaffNotice,
  t: Translate<Key>,
  stationery: Stationery,
  { subject, paragraphs }: { subject: string; paragraphs: string[] },
) {
  return {
    subject,
    heading: subject,
    paragraphs,
    action: openOrder(orderOf(notice), t, stationery),
    references: referencesOf(notice, t),
  };
}
