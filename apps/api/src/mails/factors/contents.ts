import { defineContent } from '../content.ts';
import { factorMails } from '../factors.mails.ts';
import { readPerson } from './readPerson.ts';
import { words } from './words.ts';

/** With fewer codes left, the mail advises to make new ones. */
const FEW_CODES = 4;

const person = {
  id: 'usr_01kagvrz8y2m4q6t8w0x2z4b6d.1767225600000',
  at: '2026-01-01T00:00:00.000Z',
  email: 'ada@example.com',
  locale: null,
};
const ofFactor = {
  'an authenticator app': { ...person, kind: 'totp' as const },
  'a passkey': { ...person, kind: 'passkey' as const, name: 'Phone' },
};
/** To someone who has a new factor. */
const added = defineContent(factorMails.added, {
  words,
  read: (ctx, about) => readPerson(ctx, about),
  examples: ofFactor,
  compose({ kind, name = '' }, t, { shopName: shop }) {
    const subject = t('added.subject', { kind });
    return {
      subject,
      heading: subject,
      paragraphs: [t('added.what', { kind, name, shop }), t('notYou')],
    };
  },
});

/** To someone who has a factor less. */
const removed = defineContent(factorMails.removed, {
  words,
  read: (ctx, about) => readPerson(ctx, about),
  examples: ofFactor,
  compose({ kind, name = '' }, t, { shopName: shop }) {
    const subject = t('removed.subject', { kind });
    return {
      subject,
      heading: subject,
      paragraphs: [t('removed.what', { kind, name, shop }), t('notYou')],
    };
  },
});

/** To someone whose factors staff have removed. */
const reset = defineContent(factorMails.reset, {
  words,
  read: (ctx, about) => readPerson(ctx, about),
  examples: { 'all factors': person },
  compose(_person, t, { shopName: shop }) {
    const subject = t('reset.subject');
    const paragraphs = [t('reset.what', { shop }), t('reset.advice'), t('reset.notYou')];
    return { subject, heading: subject, paragraphs };
  },
});

/** To someone whose earlier codes are void. */
const codesMade = defineContent(factorMails.codesMade, {
  words,
  read: (ctx, about) => readPerson(ctx, about),
  examples: { 'new codes': person },
  compose(_person, t, { shopName: shop }) {
    const subject = t('codesMade.subject');
    return { subject, heading: subject, paragraphs: [t('codesMade.what', { shop }), t('notYou')] };
  },
});

/** To someone who has used a code, or from whom it was stolen. */
const codeUsed = defineContent(factorMails.codeUsed, {
  words,
  read: (ctx, about) => readPerson(ctx, about),
  examples: { 'many left': { ...person, left: 9 }, 'few left': { ...person, left: 1 } },
  compose({ left }, t, { shopName: shop }) {
    const subject = t('codeUsed.subject');
    return {
      subject,
      heading: subject,
      paragraphs: [
        t('codeUsed.what', { shop }),
        t('codeUsed.left', { left }),
        ...(left < FEW_CODES ? [t('codeUsed.few')] : []),
        t('notYou'),
      ],
    };
  },
});

/** To someone whose passkey was perhaps copied. */
const suspected = defineContent(factorMails.suspected, {
  words,
  read: (ctx, about) => readPerson(ctx, about),
  examples: { 'a copy': { ...person, name: 'Phone' } },
  compose({ name }, t, { shopName: shop }) {
    const subject = t('suspected.subject');
    return {
      subject,
      heading: subject,
      paragraphs: [t('suspected.what', { name, shop }), t('suspected.advice')],
    };
  },
});

export const contents = [added, removed, reset, codesMade, codeUsed, suspected];
