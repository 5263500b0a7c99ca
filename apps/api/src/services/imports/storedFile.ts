import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { AppError } from '../../kernel/errors.ts';
import type { ImportsDeps } from './deps.ts';

/** An import reads for hours, and no storage keeps a connection open that long. */
const RANGE_BYTES = 8 * 1024 * 1024;
const TRIES = 4;
const FIRST_PAUSE_MS = 200;

interface FileToRead {
  readonly storage: Pick<ImportsDeps['storage'], 'get'>;
  readonly key: string;
  readonly bytes: number;
  /** Called before each chunk is handed on, with the bytes up to its end. */
  readonly beforeChunk?: (position: number) => Promise<void> | void;
}

/** The file from its beginning, read as it is consumed, range by range; a read that fails is repeated. */
export function readStoredFile(file: FileToRead): Readable {
  return Readable.from(chunksOf(file), { objectMode: false });
}

async function* chunksOf({ storage, key, bytes, beforeChunk }: FileToRead): AsyncGenerator<Buffer> {
  let position = 0;
  for (let tries = 1; position < bytes;) {
    const end = Math.min(position + RANGE_BYTES, bytes) - 1;
    try {
      for await (const chunk of rangeOf(storage, key, { start: position, end })) {
        // From here on it is known to have come, so it is not read again.
        position += chunk.length;
        tries = 1;
        await beforeChunk?.(position);
        yield chunk;
      }
    } catch (error) {
      if (error instanceof AppError || tries === TRIES) throw error;
      await delay(FIRST_PAUSE_MS * 2 ** tries);
      tries += 1;
    }
  }
}

async function* rangeOf(
  storage: FileToRead['storage'],
  key: string,
  range: { start: number; end: number },
): AsyncGenerator<Buffer> {
  const found = await storage.get(key, range);
  if (!found) throw new AppError('upload_missing', 'The uploaded file is not there any longer.');
  let length = 0;
  for await (const chunk of found.stream as AsyncIterable<Buffer>) {
    length += chunk.length;
    yield chunk;
  }
  if (length < range.end - range.start + 1) throw new Error(`The storage sent a part of ${key}`);
}
