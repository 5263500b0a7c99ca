import type { IncomingMessage } from 'node:http';
import { PassThrough, type Readable } from 'node:stream';

/**
 * The body of a request as a separate stream. A reader that fails destroys this one: the request stays
 * whole, and so do its connection and the answer. One that is broken off is an error of the stream.
 */
export function bodyStreamOf(req: IncomingMessage): Readable {
  const body = new PassThrough();
  const abort = () => {
    if (req.complete) return;
    body.destroy(Object.assign(new Error('aborted'), { code: 'ECONNABORTED' }));
  };
  req.once('close', abort).once('error', abort);
  body.once('close', () => {
    req.unpipe(body);
    req.off('close', abort).off('error', abort);
  });
  // Its reader is told by what it reads; without one, there is no one to tell.
  body.on('error', () => undefined);
  return req.pipe(body);
}
