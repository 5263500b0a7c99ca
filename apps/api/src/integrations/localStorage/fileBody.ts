import { Readable } from 'node:stream';
import { asDiskError } from '../../ports/fileStoreErrors.ts';

/** The bytes of a file as they are read, whose errors are those of the storage. */
export function fileBody(file: Readable): Readable {
  const stream = Readable.from(chunksOf(file), { objectMode: false });
  // Also when it is never read.
  return stream.once('close', () => file.destroy());
}

async function* chunksOf(file: Readable): AsyncGenerator<Buffer> {
  try {
    yield* file as AsyncIterable<Buffer>;
  } catch (error) {
    throw asDiskError(error);
  }
}
