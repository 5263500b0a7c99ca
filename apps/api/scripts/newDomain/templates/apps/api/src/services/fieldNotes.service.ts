import { idPage } from '../db/idPage.ts';
import { purgeInBatches } from '../db/purgeInBatches.ts';
import { inTransaction } from '../db/transaction.ts';
import { emit } from '../events/outbox.ts';
import type { Context } from '../kernel/context.ts';
import { AppError, notFound } from '../kernel/errors.ts';
import { newId } from '../kernel/ids.ts';
import { readIdPage, type IdListQuery } from '../utils/page.ts';

export interface FieldNote {
  readonly id: string;
  readonly email: string;
  readonly body: string;
  readonly createdAt: Date;
  readonly withdrawnAt: Date | null;
}

type NewFieldNote = Pick<FieldNote, 'email' | 'body'>;

interface FieldNotesDeps {
  /** Signs the cursors of the list. */
  cursorSecret: string;
}

/** How long a withdrawn one is kept. */
const KEPT_DAYS = 30;
const DAY_MS = 24 * 60 * 60_000;

export type FieldNotesService = ReturnType<typeof createFieldNotesService>;

/** What visitors write to the shop. */
export function createFieldNotesService({ cursorSecret }: FieldNotesDeps) {
  return {
    submit: submitFieldNote,
    withdraw: withdrawFieldNote,
    purge: purgeFieldNotes,

    /** Newest first. @throws {AppError} invalid_cursor */
    list: (ctx: Context, query: IdListQuery) =>
      readIdPage({ secret: cursorSecret, name: 'fieldNotes' }, query, (range) => {
        const { id, ...rest } = idPage(range);
        return ctx.db.prisma.fieldNote.findMany({ where: { id }, ...rest });
      }),
  };
}

/** Stores a field note; its event queues the mail. */
function submitFieldNote(ctx: Context, { email, body }: NewFieldNote): Promise<FieldNote> {
  return inTransaction(ctx, async (ctx) => {
    const data = { id: newId('fieldNote'), email, body };
    const fieldNote = await ctx.db.prisma.fieldNote.create({ data });
    await emit(ctx, 'field_note.submitted', { fieldNoteId: fieldNote.id });
    return fieldNote;
  });
}

/** @throws {AppError} not_found; field_note_withdrawn when it is withdrawn already. */
async function withdrawFieldNote({ db }: Context, id: string): Promise<FieldNote> {
  // One conditional update, so that one of two concurrent requests is refused.
  const { count } = await db.prisma.fieldNote.updateMany({
    where: { id, withdrawnAt: null },
    data: { withdrawnAt: new Date() },
  });
  const fieldNote = await db.prisma.fieldNote.findUnique({ where: { id } });
  if (!fieldNote) throw notFound('field note');
  if (count === 0) {
    throw new AppError('field_note_withdrawn', 'This field note has been withdrawn already.');
  }
  return fieldNote;
}

/** Deletes field notes that were withdrawn long ago. */
function purgeFieldNotes({ db }: Context): Promise<void> {
  const withdrawnAt = { lt: new Date(Date.now() - KEPT_DAYS * DAY_MS) };
  return purgeInBatches(async (limit) => {
    const { count } = await db.prisma.fieldNote.deleteMany({ where: { withdrawnAt }, limit });
    return count;
  });
}
