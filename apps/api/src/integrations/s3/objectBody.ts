import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { asStorageError } from './errors.ts';

interface ReadingOf {
  /** What is being done, for the error. */
  readonly doing: string;
  /** How long the server may take for the next bytes. */
  readonly idleMs: number;
}

/**
 * The bytes of an object as they are read. Its errors are those of the storage, and a server that
 * pauses is one of them. A reader that pauses is not, so the time limit of the socket ends here: it
 * would cut off a client that is slow, or that has paused its download.
 */
export function objectBody(body: Readable & { socket?: Socket }, reading: ReadingOf): Readable {
  body.socket?.setTimeout(0);
  const stream = Readable.from(chunksOf(body, reading), { objectMode: false });
  // Also when it is never read.
  return stream.once('close', () => body.destroy());
}

async function* chunksOf(body: Readable, { doing, idleMs }: ReadingOf): AsyncGenerator<Buffer> {
  const limitWait = () =>
    setTimeout(() => {
      const message = `The server sent nothing for ${idleMs} ms`;
      body.destroy(Object.assign(new Error(message), { name: 'TimeoutError' }));
    }, idleMs);
  let timer = limitWait();
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      clearTimeout(timer);
      yield chunk;
      timer = limitWait();
    }
  } catch (error) {
    throw asStorageError(error, doing);
  } finally {
    clearTimeout(timer);
  }
}
