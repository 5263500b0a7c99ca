import { defineContent } from '../content.ts';
import { dataRequestMails } from '../dataRequests.mails.ts';
import { requestExamples } from './examples.ts';
import { readRequestForMail } from './readRequest.ts';
import { words } from './words.ts';

const common = { words, examples: requestExamples, read: readRequestForMail };

/** To the customer: the file with their data can be fetched. */
const exportReady = defineContent(dataRequestMails.exportReady, {
  ...common,
  compose({ id, expiresAt }, t, { shopName, date, accountPage, exportToken }) {
    // The file is deleted already.
    if (expiresAt === null) return undefined;
    const url = accountPage('data-export', exportToken({ id, expiresAt }));
    return {
      subject: t('ready.subject', { shop: shopName }),
      heading: t('ready.heading'),
      paragraphs: [t('ready.what', { date: date(expiresAt) }), t('ready.notYou')],
      action: { label: t('ready.download'), url },
    };
  },
});

/** To the customer: it begins, and cannot be taken back. */
const erasureRequested = defineContent(dataRequestMails.erasureRequested, {
  ...common,
  compose: (_request, t, { shopName }) => ({
    subject: t('requested.subject', { shop: shopName }),
    heading: t('requested.heading'),
    paragraphs: [t('requested.what'), t('requested.kept'), t('requested.last')],
  }),
});

/** To the customer: something came in meanwhile. */
const erasureRefused = defineContent(dataRequestMails.erasureRefused, {
  ...common,
  compose: (_request, t, { shopName }) => ({
    subject: t('refused.subject', { shop: shopName }),
    heading: t('refused.heading'),
    paragraphs: [t('refused.what'), t('refused.next')],
  }),
});

export const contents = [exportReady, erasureRequested, erasureRefused];
