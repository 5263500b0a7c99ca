import type { Translate } from '../content.ts';
import type { Letter } from '../letter.ts';
import type { StaffNotice } from './readNotice.ts';

/** The ids by which staff find a payment and its order. */
export function referencesOf(
  { orderId, orderNumber, paymentId, disputeId }: StaffNotice,
  t: Translate<'order' | 'payment' | 'dispute'>,
): Letter['references'] & object {
  return [
    { label: t('order', { number: String(orderNumber) }), value: orderId },
    { label: t('payment'), value: paymentId },
    ...(disputeId === null ? [] : [{ label: t('dispute'), value: disputeId }]),
  ];
}

/** The order that a notice is about. */
export const orderOf = ({ orderId, orderNumber }: StaffNotice) => ({
  id: orderId,
  number: orderNumber,
});
