import { defineContent } from '../content.ts';
import { fieldNoteMails } from '../fieldNotes.mails.ts';
import { readFieldNoteForMail } from './readFieldNote.ts';
import { words } from './words.ts';

/** To the visitor: the shop has received the field note. */
export const received = defineContent(fieldNoteMails.received, {
  words,
  examples: {
    'of a visitor': {
      id: 'PREFIX_01kb3x0e4xfq2v8a0r6n4d9s7m',
      email: 'ada@example.com',
      body: 'The mug arrived in time, and it is beautiful.',
    },
  },
  read: readFieldNoteForMail,
  compose(fieldNote, t, { shopName }) {
    return {
      subject: t('received.subject', { shop: shopName }),
      heading: t('received.heading'),
      paragraphs: [t('received.what'), fieldNote.body],
    };
  },
});
