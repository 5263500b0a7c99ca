import { idPage } from '../../db/idPage.ts';
import { withNumbers } from '../../db/withNumbers.ts';
import type { DerivativeFormat, FileKind, FileVisibility } from '../../domains/media.enums.ts';
import type { Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { readIdPage, type IdListQuery } from '../../utils/page.ts';
import type { MediaDeps } from './deps.ts';
import { findUnusedIds } from './fileUses.ts';

/** A smaller version of a picture, as `files.derivatives` lists it. */
export interface FileDerivative {
  readonly width: number;
  readonly height: number;
  readonly format: DerivativeFormat;
  readonly crop: 'square' | null;
  /** In the storage. */
  readonly key: string;
}

/** A stored file. Its content never changes. */
export interface MediaFile {
  readonly id: string;
  readonly kind: FileKind;
  readonly visibility: FileVisibility;
  readonly customerId: string | null;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly storageKey: string;
  /** Of a picture. */
  readonly width: number | null;
  readonly height: number | null;
  readonly dominantColor: string | null;
  readonly focalX: number;
  readonly focalY: number;
  readonly derivatives: readonly FileDerivative[];
  readonly alt: string;
  /** By locale. */
  readonly altTexts: Readonly<Record<string, string>>;
  readonly keep: boolean;
  readonly sourceUrl: string | null;
  readonly createdBy: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

interface FileQuery extends IdListQuery {
  readonly kind?: FileKind | undefined;
  readonly visibility?: FileVisibility | undefined;
  readonly customerId?: string | undefined;
  /** Only those that nothing refers to, or only others. */
  readonly unused?: boolean | undefined;
  /** Part of the name or the alternative text. */
  readonly q?: string | undefined;
}

/** The file of an id. @throws {AppError} not_found */
export async function getFile(ctx: Context, id: string): Promise<MediaFile> {
  const file = await findFile(ctx, id);
  if (!file) throw notFound('file');
  return file;
}

export async function findFile({ db }: Context, id: string): Promise<MediaFile | undefined> {
  const row = await db.prisma.file.findUnique({ where: { id }, omit: { sha256: true } });
  return row ? fileOf(withNumbers(row)) : undefined;
}

/** A page of files, newest first. @throws {AppError} invalid_cursor */
export function listFiles({ cursorSecret }: MediaDeps, ctx: Context, query: FileQuery) {
  return readIdPage({ secret: cursorSecret, name: 'files' }, query, async (range) => {
    const { kind, visibility, customerId, unused, q } = query;
    const { id, ...page } = idPage(range);
    if (unused !== undefined) {
      const ids = await findUnusedIds(ctx, { ...range, ...query, unused });
      const rows = await ctx.db.prisma.file.findMany({
        where: { id: { in: ids } },
        orderBy: page.orderBy,
        omit: { sha256: true },
      });
      return withNumbers(rows).map(fileOf);
    }
    // Prisma leaves the wildcards of LIKE as they are.
    const contains = (q ?? '').replaceAll(/[\\%_]/g, '\\$&');
    const holds = { contains, mode: 'insensitive' } as const;
    const rows = await ctx.db.prisma.file.findMany({
      where: {
        id,
        ...(kind && { kind }),
        ...(visibility && { visibility }),
        ...(customerId && { customerId }),
        ...(q && { OR: [{ name: holds }, { alt: holds }] }),
      },
      omit: { sha256: true },
      ...page,
    });
    return withNumbers(rows).map(fileOf);
  });
}

type FileRow = Omit<MediaFile, 'kind' | 'visibility' | 'derivatives' | 'altTexts'> & {
  kind: string;
  visibility: string;
  derivatives: unknown;
  altTexts: unknown;
};

/** CHECKs hold what the columns of texts and JSON may be. */
function fileOf(row: FileRow): MediaFile {
  return {
    ...row,
    kind: row.kind as FileKind,
    visibility: row.visibility as FileVisibility,
    derivatives: row.derivatives as readonly FileDerivative[],
    altTexts: row.altTexts as Readonly<Record<string, string>>,
  };
}
