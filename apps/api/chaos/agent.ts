import { subscribe } from 'node:diagnostics_channel';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded into each of the shop's processes by NODE_OPTIONS, before the shop's own code: tells the
 * harness which process this is, and does there what cannot be done from outside: sets the clock
 * ahead, and cuts the process's connections. Its end tells the harness that the process is dead;
 * the harness's end ends the process.
 */
export interface Order {
  /** How far the process's clock is to be ahead. */
  clockAheadMs?: number;
  /** Cut every connection that was made to this port. */
  cutPort?: number;
}

/** What the agent says of its process. */
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

/** Puts a Date in place that can be set ahead. The prototype stays, so a Date is still a Date. */
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
