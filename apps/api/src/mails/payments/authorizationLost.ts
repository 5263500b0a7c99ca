import { defineContent } from '../content.ts';
import { paymentMails } from '../payments.mails.ts';
import { noticeExamples } from './examples.ts';
import { openOrder } from './openOrder.ts';
import { readNotice, type StaffNotice } from './readNotice.ts';
import { orderOf, referencesOf } from './references.ts';
import { words } from './words.ts';

/** To staff: an authorization has ended uncaptured, if the order is still to be paid. */
export const authorizationLost = defineContent(paymentMails.authorizationLost, {
  words,
  examples: noticeExamples,
  read: readNotice,
  compose(notice, t, stationery) {
    if (isSettled(notice)) return undefined;
    const { orderId, orderStatus } = notice;
    const subject = t('lost.subject', { number: String(notice.orderNumber) });
    return {
      subject,
      heading: subject,
      paragraphs: [
        t('lost.what', {
          amount: stationery.money(notice),
          orderStatus: t('orderStatus', { status: orderStatus }),
        }),
      ],
      steps: [
        { text: t('lost.again'), call: stationery.call('POST', `/orders/${orderId}/payment`) },
        {
          text: t('lost.cancel'),
          call: stationery.call('POST', `/admin/orders/${orderId}/cancel`),
        },
      ],
      action: openOrder(orderOf(notice), t, stationery),
      references: referencesOf(notice, t),
    };
  },
});

function isSettled({ orderStatus, orderPaymentStatus }: StaffNotice): boolean {
  const isOwed = orderPaymentStatus === 'unpaid' || orderPaymentStatus === 'failed';
  return orderStatus === 'canceled' || !isOwed;
}
