import type { Context } from '../kernel/context.ts';

const KEPT_DAYS = 30;
const DAY_MS = 24 * 60 * 60_000;

export async function purgeFieldNotes({ db }: Context): Promise<void> {
  const withdrawnAt = { lt: new Date(Date.now() - KEPT_DAYS * DAY_MS) };
  await db.prisma.fieldNote.deleteMany({ where: { withdrawnAt } });
}
