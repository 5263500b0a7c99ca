import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { OddRequest } from './requests.ts';

/** How long a client waits for a response, and how long an unresponsive one stays connected. */
const WAIT_MS = 400;
const PIECES = 4;

/**
 * Sends a malformed request over a separate connection.
 * @returns the statuses of the answers; a refused or cut connection has none.
 */
export async function send(port: number, { bytes, manner }: OddRequest): Promise<number[]> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => resolve());
  });
  // A cut or refused connection is allowed.
  socket.on('error', () => undefined);
  if (manner !== 'deaf') {
    // The first line of each answer is enough.
    socket.on('data', (chunk) => (answer += statusLines(chunk.toString('latin1'))));
  }
  if (manner === 'slow') await inPieces(bytes, (piece) => socket.write(piece));
  else if (manner === 'aborted') socket.write(bytes.subarray(0, Math.ceil(bytes.length / 2)));
  else if (manner === 'halved') socket.end(bytes.subarray(0, Math.ceil(bytes.length * 0.8)));
  else if (manner !== 'silent') socket.write(bytes);
  await Promise.race([closed, delay(manner === 'aborted' ? 5 : WAIT_MS)]);
  if (manner === 'aborted') socket.resetAndDestroy();
  else socket.destroy();
  await closed;
  return [...answer.matchAll(/\d{3}/g)].map(([status]) => Number(status));
}

function statusLines(text: string): string {
  return [...text.matchAll(/HTTP\/1\.[01] (\d{3}) /g)].map(([, status]) => `${status} `).join('');
}

async function inPieces(bytes: Buffer, write: (piece: Buffer) => unknown): Promise<void> {
  const size = Math.ceil(bytes.length / PIECES);
  for (let at = 0; at < bytes.length; at += size) {
    write(bytes.subarray(at, at + size));
    await delay(20);
  }
}
