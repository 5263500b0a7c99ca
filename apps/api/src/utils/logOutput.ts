import sonic from 'sonic-boom';
import type { Logform } from 'winston';
import Transport from 'winston-transport';

/** Where winston keeps a line's level and its finished text (`triple-beam`). */
export const LEVEL = Symbol.for('level');
export const MESSAGE = Symbol.for('message');

type Line = Logform.TransformableInfo;

const STDOUT = 1;
const BATCH_LINES = 200;
const BATCH_MS = 100;
/** So much is kept of what cannot be written (a full disk, a reader that has stopped); the rest is dropped. */
const MAX_UNWRITTEN_BYTES = 4_194_304;

/**
 * Writes the log to standard output. Lines of requests are collected, formatted and written
 * together: one at a time, between two requests, each cost several times as much, and a system
 * call. Every other line is written at once, with those before it. Only a SIGKILL loses what has
 * not been written.
 */
export class LogOutput extends Transport {
  // What has been written is out, also when the process ends in the next moment.
  readonly #out = new sonic.SonicBoom({ fd: STDOUT, sync: true, maxLength: MAX_UNWRITTEN_BYTES });
  readonly #finish: Logform.Format;
  #lines: Line[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** @param options.format what makes a line's text. */
  constructor({ format }: { format: Logform.Format }) {
    super();
    this.#finish = format;
    // The reader has closed the pipe, which is no reason to end.
    this.#out.on('error', () => undefined);
  }

  override log(line: Line, next: () => void): void {
    this.#lines.push(line);
    if (line[LEVEL] !== 'http' || this.#lines.length >= BATCH_LINES) this.#flush();
    else this.#flushSoon();
    next();
  }

  override _final(done: () => void): void {
    this.#flush();
    done();
  }

  /** Listens for the process's end only while lines wait, so that an unused log leaves no listener. */
  #flushSoon(): void {
    if (this.#timer) return;
    this.#timer = setTimeout(this.#flush, BATCH_MS).unref();
    process.once('exit', this.#flush);
  }

  readonly #flush = (): void => {
    if (this.#timer) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      process.off('exit', this.#flush);
    }
    const lines = this.#lines;
    this.#lines = [];
    let text = '';
    for (const line of lines) {
      const finished = this.#finish.transform(line, this.#finish.options);
      if (typeof finished === 'object') text += `${String(finished[MESSAGE])}\n`;
    }
    if (text !== '') this.#out.write(text);
  };
}
