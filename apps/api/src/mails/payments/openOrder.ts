import type { OrderReference, Stationery, Translate } from '../content.ts';
import type { Action } from '../letter.ts';

/** The button to the page on which staff look at an order, where one is configured. */
export function openOrder(
  order: OrderReference,
  t: Translate<'open'>,
  { staffOrderPage }: Stationery,
): Action | undefined {
  const url = staffOrderPage(order);
  return url === undefined ? undefined : { label: t('open'), url };
}
