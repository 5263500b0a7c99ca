import { defineContent } from '../content.ts';
import { disputeMails } from '../disputes.mails.ts';
import { readNotice } from '../payments/readNotice.ts';
import { disputed, disputeLetter } from './disputed.ts';
import { closedExamples } from './examples.ts';
import { words } from './words.ts';

const common = { words, examples: closedExamples, read: readNotice };

/** To staff: the shop keeps the money. */
export const won = defineContent(disputeMails.won, {
  ...common,
  compose(notice, t, stationery) {
    return disputeLetter(notice, t, stationery, {
      subject: t('won.subject', { number: String(notice.orderNumber) }),
      paragraphs: [
        t('won.what', disputed(notice, t, stationery)),
        ...(notice.orderStatus === 'canceled'
          ? [t(notice.wasDisputeLost ? 'won.onAppeal' : 'won.canceled')]
          : []),
      ],
    });
  },
});

/** To staff: the customer has the money back. */
export const lost = defineContent(disputeMails.lost, {
  ...common,
  compose(notice, t, stationery) {
    const { orderStatus } = notice;
    return disputeLetter(notice, t, stationery, {
      subject: t('lost.subject', { number: String(notice.orderNumber) }),
      paragraphs: [
        t('lost.what', disputed(notice, t, stationery)),
        orderStatus === 'canceled'
          ? t('lost.canceled')
          : t('lost.open', { orderStatus: t('orderStatus', { status: orderStatus }) }),
      ],
    });
  },
});
