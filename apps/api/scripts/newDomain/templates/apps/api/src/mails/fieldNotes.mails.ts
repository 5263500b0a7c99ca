import { fieldNoteEvents } from '../events/fieldNotes.events.ts';
import { defineMail } from './defineMail.ts';

/** The mails about field notes. */
export const fieldNoteMails = {
  received: defineMail(fieldNoteEvents, {
    name: 'field_note.received',
    event: 'field_note.submitted',
    to: 'customer',
  }),
};
