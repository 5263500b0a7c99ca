import type { OrderReference, Stationery, Translate } from '../content.ts';
import type { Action } from '../letter.ts';

/** The button to the storefront's page of an order, where the shop has one. */
export function viewOrder(
  order: OrderReference,
  t: Translate<'view'>,
  { orderPage }: Stationery,
): Action | undefined {
  const url = orderPage(order);
  return url === undefined ? undefined : { label: t('view'), url };
}
