import { defineContent } from '../content.ts';
import { paymentMails } from '../payments.mails.ts';
import { unspendableExamples } from './examples.ts';
import { openOrder } from './openOrder.ts';
import { readNotice } from './readNotice.ts';
import { orderOf, referencesOf } from './references.ts';
import { words } from './words.ts';

/** To staff: a refund went to a gift card or store credit that is disabled. */
export const unspendable = defineContent(paymentMails.unspendable, {
  words,
  examples: unspendableExamples,
  read: readNotice,
  compose(notice, t, stationery) {
    const subject = t('unspendable.subject', { number: String(notice.orderNumber) });
    return {
      subject,
      heading: subject,
      paragraphs: [t('unspendable.what')],
      steps: [
        {
          text: t('unspendable.enable'),
          call: stationery.call('PATCH', `/admin/credit-accounts/${notice.creditAccountId ?? ''}`),
        },
      ],
      action: openOrder(orderOf(notice), t, stationery),
      references: referencesOf(notice, t),
    };
  },
});
