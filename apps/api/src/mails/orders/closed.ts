import { defineContent } from '../content.ts';
import { orderMails } from '../orders.mails.ts';
import { closedExamples } from './examples.ts';
import { readOrderForMail } from './readOrder.ts';
import { viewOrder } from './viewOrder.ts';
import { words } from './words.ts';

const common = { words, examples: closedExamples, read: readOrderForMail };

/** To the customer: the order was not paid in time. */
export const expired = defineContent(orderMails.expired, {
  ...common,
  compose({ number: digits, hadCredit }, t, { shopName: shop }) {
    const number = String(digits);
    return {
      subject: t('expired.subject', { number, shop }),
      heading: t('expired.heading'),
      paragraphs: [
        t('expired.reason', { number }),
        t('expired.again'),
        ...(hadCredit ? [t('creditReturned')] : []),
      ],
    };
  },
});

/** To the customer: the payment came after the order was closed. */
export const refundDue = defineContent(orderMails.refundDue, {
  ...common,
  compose({ number: digits, hadCredit }, t, { shopName: shop }) {
    const number = String(digits);
    return {
      subject: t('refundDue.subject', { number, shop }),
      heading: t('refundDue.heading'),
      paragraphs: [
        t('refundDue.reason', { number }),
        t('refundDue.way'),
        ...(hadCredit ? [t('creditReturned')] : []),
        t('refundDue.sorry'),
      ],
    };
  },
});

/** To the customer: the order was paid already, and stays as it is. */
export const paidTwice = defineContent(orderMails.paidTwice, {
  ...common,
  compose(order, t, stationery) {
    const number = String(order.number);
    return {
      subject: t('paidTwice.subject', { number, shop: stationery.shopName }),
      heading: t('paidTwice.heading'),
      paragraphs: [t('paidTwice.reason', { number }), t('paidTwice.way')],
      action: viewOrder(order, t, stationery),
    };
  },
});
