import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../kernel/errors.ts';
import type { ReceivedFile } from '../../kernel/receivedFile.ts';
import { errorCode } from '../../utils/errorCode.ts';
import type { MediaDeps } from './deps.ts';

/**
 * Writes a stream to a file of the work folder, as fast as the disk takes it.
 * @param input `maxBytes`: the stream is destroyed where it has more.
 * @throws {AppError} payload_too_large; storage_unavailable when the disk takes no more.
 */
export async function receiveFile(
  { workFolder }: Pick<MediaDeps, 'workFolder'>,
  { body, maxBytes }: { readonly body: Readable; readonly maxBytes: number },
): Promise<ReceivedFile> {
  const file = path.join(workFolder, randomUUID());
  const discard = async () => {
    await Promise.all([rm(file, { force: true }), rm(cleanPathOf(file), { force: true })]);
  };
  const hash = createHash('sha256');
  let bytes = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > maxBytes) return done(tooLarge(maxBytes));
      hash.update(chunk);
      done(null, chunk);
    },
  });
  // It may break off before anything below listens.
  body.on('error', () => undefined);
  try {
    await mkdir(workFolder, { recursive: true, mode: 0o700 });
    await pipeline(body, count, createWriteStream(file, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    body.destroy();
    await discard();
    throw isFullDisk(error) ? diskFull(error) : error;
  }
  return { path: file, bytes, sha256: hash.digest('hex'), discard };
}

/** Where the thread writes what it makes of a received file. */
export function cleanPathOf(file: string): string {
  return `${file}.clean`;
}

function tooLarge(maxBytes: number): AppError {
  return new AppError('payload_too_large', `The file exceeds the limit of ${maxBytes} bytes.`);
}

const isFullDisk = (error: unknown) =>
  ['ENOSPC', 'EDQUOT', 'EROFS'].includes(String(errorCode(error)));

function diskFull(cause: unknown): AppError {
  const message = 'There is no room for the file at the moment. Try again soon.';
  return new AppError('storage_unavailable', message, { retryAfterSeconds: 30, cause });
}
