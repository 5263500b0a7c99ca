import { defineContent } from '../content.ts';
import { disputeMails } from '../disputes.mails.ts';
import { readNotice } from '../payments/readNotice.ts';
import { disputed, disputeLetter } from './disputed.ts';
import { openedExamples } from './examples.ts';
import { words } from './words.ts';

/** To staff: a customer's bank disputes a payment. */
export const opened = defineContent(disputeMails.opened, {
  words,
  examples: openedExamples,
  read: readNotice,
  compose(notice, t, stationery) {
    const { evidenceDueAt } = notice;
    return disputeLetter(notice, t, stationery, {
      subject: t('opened.subject', { number: String(notice.orderNumber) }),
      paragraphs: [
        t('opened.what', disputed(notice, t, stationery)),
        evidenceDueAt === null
          ? t('opened.closed')
          : t('opened.due', { date: stationery.date(evidenceDueAt) }),
      ],
    });
  },
});
