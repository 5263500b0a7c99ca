import { fieldNoteEvents } from '../events/fieldNotes.events.ts';
import { fieldNoteMails } from '../mails/fieldNotes.mails.ts';
import { defineDomain } from './defineDomain.ts';

export const fieldNotes = defineDomain({
  idPrefixes: { fieldNote: 'PREFIX' },
  errors: { field_note_withdrawn: [409, 'The field note has been withdrawn'] },
  permissions: ['fieldNotes:read', 'fieldNotes:write'],
  tags: {
    'Field notes': { group: 'Storefront', description: 'What visitors have written to the shop.' },
  },
  events: fieldNoteEvents,
  mails: Object.values(fieldNoteMails),
});
