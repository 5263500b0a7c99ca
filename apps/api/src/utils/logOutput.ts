import sonic from 'sonic-boom';
import Transport from 'winston-transport';

/** Where winston keeps a line's level and its finished text (`triple-beam`). */
export const LEVEL = Symbol.for('level');
export const MESSAGE = Symbol.for('message');

type Line = Record<typeof LEVEL | typeof MESSAGE, unknown>;

const STDOUT = 1;
const BATCH_BYTES = 8192;
const BATCH_MS = 100;

/**
 * Writes the log to standard output. Lines of requests are collected and go out together, since a
 * system call for each cost more than all else that is done for the line (30 of 70 µs); every other
 * line goes out at once, with those before it. Only a SIGKILL loses what has not gone out.
 */
export class LogOutput extends Transport {
  readonly #out = new sonic.SonicBoom({
    fd: STDOUT,
    // What has been written is out, also when the process ends in the next moment.
    sync: true,
    minLength: BATCH_BYTES,
    periodicFlush: BATCH_MS,
  });

  constructor() {
    super();
    // Nobody reads any more: no reason to end.
    this.#out.on('error', () => undefined);
    process.once('exit', this.#flush);
  }

  override log(line: Line, next: () => void): void {
    this.#out.write(`${String(line[MESSAGE])}\n`);
    if (line[LEVEL] !== 'http') this.#out.flush();
    next();
  }

  override _final(done: () => void): void {
    this.#flush();
    process.off('exit', this.#flush);
    done();
  }

  readonly #flush = (): void => {
    this.#out.flush();
  };
}
