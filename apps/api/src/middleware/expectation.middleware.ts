import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppError } from '../kernel/errors.ts';
import { hasBody } from '../utils/hasBody.ts';
import type { Link } from './link.middleware.ts';

/** Requests whose clients wait for 100 Continue before they send the body. */
const waiting = new WeakSet<IncomingMessage>();

/** Marks that a client has sent `Expect` and still waits for 100 Continue. */
export function markExpectation(req: IncomingMessage): void {
  waiting.add(req);
}

/** Whether the client may still be waiting. */
export function isWaiting(req: IncomingMessage): boolean {
  return waiting.has(req);
}

/** Lets the client send its body, now that it is wanted. */
export function sendContinue(req: IncomingMessage, res: ServerResponse): void {
  if (waiting.delete(req)) res.writeContinue();
}

/** Refuses what is expected of the shop beyond `100-continue` (RFC 9110, 10.1.1). */
export const refuseExpectations: Link = {
  onChain: function refuseExpectation(req, _res, next) {
    const { expect } = req.headers;
    if (expect === undefined || !hasBody(req) || expect.trim().toLowerCase() === '100-continue') {
      return next();
    }
    next(new AppError('expectation_failed', 'The only supported expectation is 100-continue.'));
  },
  chainOnly: 'A request with a body is not answered from the cache.',
};
