import { createReadStream } from 'node:fs';
import { inTransaction } from '../../db/transaction.ts';
import { deriveImageJob } from '../../jobs/media.derive.job.ts';
import type { Context } from '../../kernel/context.ts';
import type { ReceivedFile } from '../../kernel/receivedFile.ts';
import type { MediaDeps } from './deps.ts';
import type { MediaFile } from './files.ts';
import { inspect } from './inspect.ts';
import { cleanPathOf } from './receiveFile.ts';

/**
 * Stores the bytes of a file that is there already, if the storage has lost some of them: someone who
 * sends a file again, because its picture is broken, is not told that all is well.
 * @throws {AppError} busy, storage_unavailable
 */
export async function putBack(
  deps: MediaDeps,
  ctx: Context,
  received: ReceivedFile,
  { id, kind, visibility, contentType, storageKey, bytes }: MediaFile,
): Promise<void> {
  const object = await deps.storage.head(storageKey);
  if (object?.bytes === bytes) return;
  await inspect(deps, received, { declaredType: contentType, visibility });
  const source = kind === 'picture' ? cleanPathOf(received.path) : received.path;
  await deps.storage.put(storageKey, createReadStream(source), contentType);
  if (kind !== 'picture' || visibility !== 'public') return;
  await inTransaction(ctx, (ctx) => deps.queue.enqueue(ctx, deriveImageJob, { fileId: id }));
}
