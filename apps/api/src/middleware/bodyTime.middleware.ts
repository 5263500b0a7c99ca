import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { hasBody } from '../utils/hasBody.ts';

/** How long bodies may take, in milliseconds. */
export interface BodyTimes {
  /** From the head of a request to the end of its body. */
  readonly totalMs: number;
  /** Of a body that may be slow: without a byte of it. */
  readonly idleMs: number;
  /** Of a body that may be slow, in all. */
  readonly slowMs: number;
}

export const BODY_TIMES: BodyTimes = { totalMs: 60_000, idleMs: 30_000, slowMs: 3_600_000 };

/** Ends a request unless its body comes in time. */
class Deadline {
  readonly #req: IncomingMessage;
  readonly #res: ServerResponse;
  readonly #times: BodyTimes;
  #timer: NodeJS.Timeout;

  constructor(req: IncomingMessage, res: ServerResponse, times: BodyTimes) {
    this.#req = req;
    this.#res = res;
    this.#times = times;
    this.#timer = setTimeout(() => this.#end(), times.totalMs).unref();
    req.once('end', () => this.#clear()).once('close', () => this.#clear());
  }

  /** From now on, the body may take longer, as long as bytes of it come. */
  extend(untilMs: number): void {
    this.#clear();
    const { idleMs, slowMs } = this.#times;
    const { socket } = this.#req;
    const last = Math.min(performance.now() + slowMs, untilMs);
    let seen = socket.bytesRead;
    const check = () => {
      const isStalled = socket.bytesRead === seen;
      if (isStalled || performance.now() >= last) return this.#end();
      seen = socket.bytesRead;
      arm();
    };
    const arm = () => {
      const left = Math.max(0, last - performance.now());
      this.#timer = setTimeout(check, Math.min(idleMs, left)).unref();
    };
    arm();
  }

  #clear(): void {
    clearTimeout(this.#timer);
  }

  /** As Node ends a request whose head is late. */
  #end(): void {
    const { socket, complete } = this.#req;
    if (complete) return;
    // Behind an earlier answer that is still being sent, this one has no socket.
    if (this.#res.socket === socket && !this.#res.headersSent && socket.writable) {
      socket.write('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
    }
    socket.destroy();
  }
}

const deadlines = new WeakMap<IncomingMessage, Deadline>();

/**
 * Bounds the time of bodies, also of those that no one reads. It takes the place of the server's `requestTimeout`,
 * which is one for all requests.
 */
export function boundBodyTime(listener: RequestListener, times: BodyTimes): RequestListener {
  return (req, res) => {
    if (hasBody(req)) deadlines.set(req, new Deadline(req, res, times));
    listener(req, res);
  };
}

/**
 * Lets the body of a request that brings a file take long, as on a slow line: an hour, as long as bytes
 * come.
 * @param end when it must be there at the latest.
 */
export function allowSlowBody(req: IncomingMessage, end?: Date): void {
  const until = end ? performance.now() + end.getTime() - Date.now() : Infinity;
  deadlines.get(req)?.extend(until);
}
