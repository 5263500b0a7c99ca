import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';

/**
 * Waits for the first bytes of a stream, or its end, and leaves them there: what fails before them can
 * still be answered by a problem, as a pipeline would break the connection off.
 * @throws the error of the stream; ABORT_ERR when the client has gone.
 */
export async function awaitFirstBytes(stream: Readable, res: ServerResponse): Promise<void> {
  // It may have failed already, and say so in a moment.
  stream.on('error', () => undefined);
  if (stream.errored) throw stream.errored;
  const client = new AbortController();
  const leave = () => client.abort();
  res.once('close', leave);
  try {
    await once(stream, 'readable', { signal: client.signal });
  } catch (error) {
    stream.destroy();
    throw error;
  } finally {
    res.off('close', leave);
  }
}
