import type { Shown } from '../kernel/route.ts';
import type { FieldNote } from '../services/fieldNotes.service.ts';
import type { fieldNoteSchema, staffFieldNoteSchema } from '../validators/fieldNotes.validator.ts';

/** A field note as everyone may see it. */
export function presentFieldNote({
  id,
  body,
  createdAt,
}: FieldNote): Shown<typeof fieldNoteSchema> {
  return { id, body, createdAt: createdAt.toISOString() };
}

/** A field note, for staff. */
export function presentStaffFieldNote(fieldNote: FieldNote): Shown<typeof staffFieldNoteSchema> {
  return {
    ...presentFieldNote(fieldNote),
    email: fieldNote.email,
    withdrawnAt: fieldNote.withdrawnAt?.toISOString() ?? null,
  };
}
