import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A raw connection to a server. */
export interface RawConnection {
  readonly socket: Socket;
  /** The bytes received so far. */
  received(): string;
  /** Resolves when the server has ended its side, or cut the connection. */
  readonly ended: Promise<void>;
}

/** @param url of the server. */
export async function openRaw(url: string): Promise<RawConnection> {
  const socket = connect({
    port: Number(new URL(url).port),
    host: '127.0.0.1',
    allowHalfOpen: true,
  });
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  // Many of these tests expect the server to cut the connection.
  socket.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => {
    socket.once('end', resolve).once('close', () => resolve());
  });
  await once(socket, 'connect');
  return { socket, ended, received: () => Buffer.concat(chunks).toString('latin1') };
}

/** Sends text, and waits until the server has ended its side. @returns all that it has sent. */
export async function exchange(url: string, text: string): Promise<string> {
  const raw = await openRaw(url);
  raw.socket.write(text);
  await raw.ended;
  raw.socket.destroy();
  return raw.received();
}
