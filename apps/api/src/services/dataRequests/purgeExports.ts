import type { Context } from '../../kernel/context.ts';
import type { DataRequestsDeps } from './deps.ts';

const BATCH = 100;

/** Deletes the files of exports whose link has ended. The file goes first: a row without it is dead, too. */
export async function purgeExports(
  { storage }: Pick<DataRequestsDeps, 'storage'>,
  { db }: Context,
): Promise<void> {
  for (;;) {
    const rows = await db.prisma.dataRequest.findMany({
      where: { kind: 'export', state: 'done', expiresAt: { lte: new Date() } },
      select: { id: true, fileKey: true },
      take: BATCH,
    });
    for (const { id, fileKey } of rows) {
      if (fileKey !== null) await storage.remove(fileKey);
      await db.prisma.dataRequest.update({
        where: { id },
        data: { state: 'expired', fileKey: null },
      });
    }
    if (rows.length < BATCH) return;
  }
}
