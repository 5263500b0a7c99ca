import { subscribe } from 'node:diagnostics_channel';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded into each of the shop's processes by NODE_OPTIONS, before the shop's own code. It tells the
 * harness which process this is, sets the clock ahead and cuts connections, which cannot be done
 * from outside. When its connection closes, the harness knows that the process is dead, and the
 * process ends when the harness does.
 */
export interface Order {
  /** How far the process's clock is to be ahead. */
  clockAheadMs?: number;
  /** Cut every connection that was made to this port. */
  cutPort?: number;
}

/** What the agent reports of its process. */
export interface Introduction {
  pid: number;
  /** The file that it runs, such as `server.ts`. */
  entry: string;
}

const harness = process.env['CHAOS_PORT'];
if (isMainThread && harness !== undefined) report(Number(harness));

function report(port: number): void {
  const advance = movableClock();
  const made = connectionsMade();
  const line = connect(port, '127.0.0.1');
  line.unref();
  const introduction: Introduction = {
    pid: process.pid,
    entry: path.basename(process.argv[1] ?? ''),
  };
  line.write(`${JSON.stringify(introduction)}\n`);
  line.on('error', () => undefined);
  line.on('close', () => process.kill(process.pid, 'SIGTERM'));
  createInterface(line).on('line', (text) => {
    const order: Order = JSON.parse(text);
    if (order.clockAheadMs !== undefined) advance(order.clockAheadMs);
    if (order.cutPort === undefined) return;
    for (const socket of made) if (socket.remotePort === order.cutPort) socket.resetAndDestroy();
  });
}

/** Every outgoing connection of this process that is still open. */
function connectionsMade(): Set<Socket> {
  const open = new Set<Socket>();
  subscribe('net.client.socket', (message) => {
    const { socket } = message as { socket: Socket };
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return open;
}

/** Installs a Date that can be set ahead. It keeps the prototype, so `instanceof Date` still holds. */
function movableClock(): (aheadMs: number) => void {
  const RealDate = Date;
  let ahead = 0;
  const now = () => RealDate.now() + ahead;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
    get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
  });
  return (aheadMs) => {
    ahead = aheadMs;
  };
}
