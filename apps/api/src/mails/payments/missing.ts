import { defineContent } from '../content.ts';
import { paymentMails } from '../payments.mails.ts';
import { noticeExamples } from './examples.ts';
import { openOrder } from './openOrder.ts';
import { readNotice } from './readNotice.ts';
import { orderOf, referencesOf } from './references.ts';
import { words } from './words.ts';

/** To staff: the provider does not know a payment. */
export const missing = defineContent(paymentMails.missing, {
  words,
  examples: noticeExamples,
  read: readNotice,
  compose(notice, t, stationery) {
    const subject = t('missing.subject', { number: String(notice.orderNumber) });
    return {
      subject,
      heading: subject,
      paragraphs: [notice.lastError ?? t('missing.account'), t('missing.waits')],
      action: openOrder(orderOf(notice), t, stationery),
      references: referencesOf(notice, t),
    };
  },
});
