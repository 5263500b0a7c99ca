import { defineContent } from '../content.ts';
import { refundMails } from '../refunds.mails.ts';
import { viewOrder } from '../orders/viewOrder.ts';
import { refundedExamples } from './examples.ts';
import { readRefundForMail, type MailRefund } from './readRefund.ts';
import { words } from './words.ts';

/** To the customer: money has been returned. */
export const refunded = defineContent(refundMails.refunded, {
  words,
  examples: refundedExamples,
  read: readRefundForMail,
  compose(refund, t, stationery) {
    const number = String(refund.orderNumber);
    const order = { id: refund.orderId, number: refund.orderNumber };
    const amount = stationery.money(refund);
    return {
      subject: t('refunded.subject', { number, shop: stationery.shopName }),
      heading: t('refunded.heading'),
      paragraphs: [t(`refunded.${extentOf(refund)}`, { number, amount }), t('refunded.way')],
      action: viewOrder(order, t, stationery),
    };
  },
});

function extentOf({ isWhole, isLast }: MailRefund): 'part' | 'rest' | 'whole' {
  if (!isWhole) return 'part';
  return isLast ? 'rest' : 'whole';
}
