import { defineContent } from '../content.ts';
import { refundMails } from '../refunds.mails.ts';
import { openOrder } from '../payments/openOrder.ts';
import { failedExamples } from './examples.ts';
import { readRefundForMail } from './readRefund.ts';
import { words } from './words.ts';

/** To staff: money has not been returned, and they have to act. */
export const failed = defineContent(refundMails.failed, {
  words,
  examples: failedExamples,
  read: readRefundForMail,
  compose(refund, t, stationery) {
    const { id, orderId, failures } = refund;
    const number = String(refund.orderNumber);
    return {
      subject: t('failed.subject', { number }),
      heading: t('failed.heading', { number }),
      paragraphs: [
        t('failed.what', { number, amount: stationery.money(refund) }),
        failures.length > 0
          ? t('failed.why', { failures: failures.join('; ') })
          : t('failed.byHand'),
      ],
      steps: [
        { text: t('failed.retry'), call: stationery.call('POST', `/admin/refunds/${id}/retry`) },
      ],
      action: openOrder({ id: orderId, number: refund.orderNumber }, t, stationery),
      references: [
        { label: t('refund'), value: id },
        { label: t('order'), value: orderId },
      ],
    };
  },
});
