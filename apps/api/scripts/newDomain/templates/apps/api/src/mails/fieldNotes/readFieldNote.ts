import type { Context } from '../../kernel/context.ts';

/** What mails say about a field note. */
interface MailFieldNote {
  id: string;
  email: string;
  body: string;
}

export async function readFieldNoteForMail(
  { db }: Context,
  { fieldNoteId }: { fieldNoteId: string },
): Promise<MailFieldNote | undefined> {
  const select = { id: true, email: true, body: true };
  const found = await db.prisma.fieldNote.findUnique({ where: { id: fieldNoteId }, select });
  return found ?? undefined;
}
