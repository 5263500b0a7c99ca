import type { Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import type { DataRequestsDeps } from './deps.ts';
import { downloadEnd, exportToken, readExportToken } from './downloadTokens.ts';
import type { DataRequest } from './requests.ts';

export interface Download {
  readonly token: string;
  readonly expiresAt: Date;
}

/** How to fetch an export now; undefined while there is no file, and when it has expired. */
export function downloadOf(
  deps: Pick<DataRequestsDeps, 'secret'>,
  { id, state, expiresAt }: Pick<DataRequest, 'id' | 'state' | 'expiresAt'>,
): Download | undefined {
  if (state !== 'done' || expiresAt === null || expiresAt <= new Date()) return undefined;
  const end = downloadEnd(expiresAt);
  return { token: exportToken(deps, 'download', { id, expiresAt: end }), expiresAt: end };
}

/** Exchanges the token of a mail's link. @throws {AppError} not_found for a wrong or expired one. */
export async function openExport(
  deps: Pick<DataRequestsDeps, 'secret'>,
  ctx: Context,
  token: string,
): Promise<Download> {
  const id = readExportToken(deps, 'link', token);
  const request = id === undefined ? null : await findDone(ctx, id);
  const download = request ? downloadOf(deps, request) : undefined;
  if (!download) throw notFound('data export');
  return download;
}

/** The file of a download's token. @throws {AppError} not_found for a wrong or expired one. */
export async function readExportFile(
  deps: Pick<DataRequestsDeps, 'secret' | 'storage'>,
  ctx: Context,
  token: string,
) {
  const id = readExportToken(deps, 'download', token);
  const request = id === undefined ? null : await findDone(ctx, id);
  const file = request?.fileKey ? await deps.storage.get(request.fileKey) : null;
  if (!file) throw notFound('data export');
  return file;
}

async function findDone({ db }: Context, id: string) {
  const row = await db.prisma.dataRequest.findFirst({
    where: { id, kind: 'export', state: 'done', expiresAt: { gt: new Date() } },
    select: { id: true, expiresAt: true, fileKey: true },
  });
  return row && { ...row, state: 'done' as const };
}
