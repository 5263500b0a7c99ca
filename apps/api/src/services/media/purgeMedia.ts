import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { isForeignKeyViolation } from '../../db/errors.ts';
import type { Context } from '../../kernel/context.ts';
import { PRIVATE_FILES } from '../../utils/storageKeys.ts';
import { errorCode } from '../../utils/errorCode.ts';
import { queueStoredImages } from './adoptImage.ts';
import type { MediaDeps } from './deps.ts';
import {
  deleteExpiredUploads,
  deleteOverFiles,
  selectKnownKeys,
  selectOverFiles,
} from './statements.ts';

/** A file must be used within this time, and an object is without a row for no longer. */
const GRACE_HOURS = 24;
const GRACE_MS = GRACE_HOURS * 3_600_000;
const BATCH = 200;

/** Where files are that have a row. Data exports are elsewhere; their own domain deletes them. */
const FOLDERS = ['media/', `${PRIVATE_FILES}files/`, `${PRIVATE_FILES}uploads/`];

/**
 * Deletes uploads whose time is over, and public pictures that nothing refers to: first the row, since
 * one without an object would point to nothing. What it is interrupted at is swept later.
 */
export async function purgeMedia(deps: MediaDeps, ctx: Context): Promise<void> {
  const { storage } = deps;
  const { db } = ctx;
  for (;;) {
    const uploads = await db.query(deleteExpiredUploads, { limit: BATCH });
    for (const { storageKey } of uploads) await storage.remove(storageKey);
    if (uploads.length < BATCH) break;
  }
  let after = '';
  for (;;) {
    const page = { olderThanHours: GRACE_HOURS, after, limit: BATCH };
    const ids = (await db.query(selectOverFiles, page)).map(({ id }) => id);
    await purgeFiles(deps, ctx, ids);
    after = ids.at(-1) ?? '';
    if (ids.length < BATCH) break;
  }
}

/** A file that came into use between the look and the deletion stays, and holds up no other. */
async function purgeFiles(deps: MediaDeps, ctx: Context, ids: readonly string[]): Promise<void> {
  const batch = { olderThanHours: GRACE_HOURS, ids };
  const files = await ctx.db.query(deleteOverFiles, batch).catch((error: unknown) => {
    if (!isForeignKeyViolation(error)) throw error;
    return undefined;
  });
  if (!files) {
    if (ids.length > 1) for (const id of ids) await purgeFiles(deps, ctx, [id]);
    return;
  }
  for (const { storageKey, derivatives } of files) {
    for (const { key } of derivatives) await deps.storage.remove(key);
    await deps.storage.remove(storageKey);
  }
}

/**
 * Deletes objects that no row has: what an interruption has left, and squares of former focal points.
 * Young ones may be on their way to a row. Queues stored pictures that are no file yet.
 * @returns how many were deleted.
 */
export async function sweepMedia(deps: MediaDeps, ctx: Context): Promise<number> {
  const before = Date.now() - GRACE_MS;
  let count = 0;
  for (const folder of FOLDERS) {
    let old: string[] = [];
    const flush = async () => {
      count += await removeUnknown(deps, ctx, old);
      old = [];
    };
    for await (const { key, modifiedAt } of deps.storage.list(folder)) {
      if (modifiedAt.getTime() >= before) continue;
      old.push(key);
      if (old.length >= BATCH) await flush();
    }
    await flush();
  }
  await deps.storage.removeUnfinished(new Date(before));
  await sweepWorkFolder(deps, before);
  await queueStoredImages(deps, ctx);
  return count;
}

async function removeUnknown(
  { storage }: MediaDeps,
  { db }: Context,
  keys: readonly string[],
): Promise<number> {
  if (keys.length === 0) return 0;
  const fileIds = [...new Set(keys.map((key) => key.split('/').at(-2) ?? ''))];
  const rows = await db.query(selectKnownKeys, { keys, fileIds });
  const known = new Set(rows.map(({ key }) => key));
  const unknown = keys.filter((key) => !known.has(key));
  for (const key of unknown) await storage.remove(key);
  return unknown.length;
}

/** What processes have left that were killed while they looked at a file. */
async function sweepWorkFolder({ workFolder }: MediaDeps, before: number): Promise<void> {
  const names = await readdir(workFolder).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  });
  for (const name of names) {
    const file = path.join(workFolder, name);
    const found = await stat(file).catch(() => undefined);
    if (found && found.mtimeMs < before) await rm(file, { force: true });
  }
}
