import { defineContent, type Stationery, type Translate } from '../content.ts';
import { paymentMails } from '../payments.mails.ts';
import type { Step } from '../letter.ts';
import { mismatchExamples } from './examples.ts';
import { openOrder } from './openOrder.ts';
import { readNotice, type StaffNotice } from './readNotice.ts';
import { orderOf, referencesOf } from './references.ts';
import { words, type Key } from './words.ts';

/** To staff: another amount came than was requested, and nothing takes the rest for the same order. */
export const amountMismatch = defineContent(paymentMails.amountMismatch, {
  words,
  examples: mismatchExamples,
  read: readNotice,
  compose(notice, t, stationery) {
    const subject = t('mismatch.subject', { number: String(notice.orderNumber) });
    return {
      subject,
      heading: subject,
      paragraphs: [
        `${notice.lastError ?? t('mismatch.unknown')}.`,
        notice.orderStatus === 'pending'
          ? t('mismatch.pending')
          : t('mismatch.confirmed', statesOf(notice, t)),
      ],
      steps: stepsOf(notice, t, stationery),
      action: openOrder(orderOf(notice), t, stationery),
      references: referencesOf(notice, t),
    };
  },
});

function statesOf({ orderStatus, orderPaymentStatus }: StaffNotice, t: Translate<Key>) {
  return {
    orderStatus: t('orderStatus', { status: orderStatus }),
    paymentStatus: t('paymentStatus', { status: orderPaymentStatus }),
  };
}

function stepsOf(
  { orderId, orderStatus }: StaffNotice,
  t: Translate<Key>,
  { call }: Stationery,
): Step[] {
  const path = `/admin/orders/${orderId}`;
  const cancel = call('POST', `${path}/cancel`);
  if (orderStatus === 'pending') return [{ text: t('mismatch.cancelNow'), call: cancel }];
  return [
    { text: t('mismatch.cancelUnsent'), call: cancel },
    { text: t('mismatch.keep'), call: call('POST', `${path}/refunds`) },
  ];
}
