import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

/** The preferred port if nothing listens on it, else any free one; on 127.0.0.1. */
export async function freePort(preferred: number): Promise<number> {
  const server = createServer();
  try {
    await listen(server, preferred);
  } catch {
    await listen(server, 0);
  }
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No TCP port is available');
  return address.port;
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
}
