import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A network connection to PostgreSQL that can stop in one or both directions. */
export class DatabaseLine {
  readonly #server: Server;
  readonly #pairs = new Set<readonly [Socket, Socket]>();
  /** Answers of the server are held back from the first that contains this text on. */
  holdAnswersFrom: string | undefined;
  isFrozen = false;

  constructor(target: URL) {
    this.#server = createServer((near) => {
      const far = connect(Number(target.port), target.hostname);
      const pair = [near, far] as const;
      this.#pairs.add(pair);
      near.on('data', (bytes) => void far.write(bytes));
      far.on('data', (bytes) => {
        if (this.holdAnswersFrom !== undefined && bytes.includes(this.holdAnswersFrom)) {
          this.freeze();
          far.unshift(bytes);
        } else near.write(bytes);
      });
      for (const socket of pair) {
        socket.on('error', () => undefined);
        socket.on('close', () => {
          this.#pairs.delete(pair);
          for (const other of pair) other.destroy();
        });
      }
      if (this.isFrozen) for (const socket of pair) socket.pause();
    });
  }

  /** @returns the port, which is the same when it is opened again. */
  async open(port = 0): Promise<number> {
    this.#server.listen(port, '127.0.0.1');
    await once(this.#server, 'listening');
    return (this.#server.address() as AddressInfo).port;
  }

  /** Like a stopped process: the kernel accepts connections, and no one answers. */
  freeze(): void {
    this.isFrozen = true;
    for (const pair of this.#pairs) for (const socket of pair) socket.pause();
  }

  thaw(): void {
    this.isFrozen = false;
    this.holdAnswersFrom = undefined;
    for (const pair of this.#pairs) for (const socket of pair) socket.resume();
  }

  async close(): Promise<void> {
    this.thaw();
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const pair of this.#pairs) for (const socket of pair) socket.destroy();
    await closed;
  }
}
