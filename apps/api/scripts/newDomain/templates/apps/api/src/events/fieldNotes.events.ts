import { z } from 'zod';

export const fieldNoteEvents = {
  'field_note.submitted': z.object({ fieldNoteId: z.string() }),
};
