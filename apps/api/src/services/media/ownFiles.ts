import { idPage } from '../../db/idPage.ts';
import { withNumbers } from '../../db/withNumbers.ts';
import { fileKinds, type FileKind } from '../../domains/media.enums.ts';
import { customerIdOf, type Context } from '../../kernel/context.ts';
import { memberOf } from '../../utils/memberOf.ts';
import { readIdPage, type IdListQuery } from '../../utils/page.ts';
import type { MediaDeps } from './deps.ts';

/** A file that the shop keeps for a customer, as they see it. */
export interface OwnFile {
  readonly id: string;
  readonly kind: FileKind;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly createdAt: Date;
}

/** A page of the caller's files, newest first. @throws {AppError} invalid_cursor */
export function listOwnFiles(
  { cursorSecret }: Pick<MediaDeps, 'cursorSecret'>,
  ctx: Context,
  query: IdListQuery,
) {
  const customerId = customerIdOf(ctx);
  const list = { secret: cursorSecret, name: `files of ${customerId}` };
  return readIdPage(list, query, async (range): Promise<OwnFile[]> => {
    const { id, ...page } = idPage(range);
    const rows = await ctx.db.prisma.file.findMany({
      where: { id, customerId },
      select: {
        id: true,
        kind: true,
        name: true,
        contentType: true,
        bytes: true,
        createdAt: true,
      },
      ...page,
    });
    return withNumbers(rows).map((row) => ({ ...row, kind: memberOf(fileKinds, row.kind) }));
  });
}
