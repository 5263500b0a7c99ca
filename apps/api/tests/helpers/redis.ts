import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { freePort } from '../../src/db/embedded/freePort.ts';
import { eventually } from './eventually.ts';

/** Whether this machine has Redis (Debian: `apt-get install redis-server`). */
export const hasRedis = spawnSync('redis-server', ['--version']).error === undefined;

export interface Redis {
  readonly url: string;
  /** Stops it for a while: connections stay, and nothing is answered. */
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
}

/** A Redis that keeps nothing, on a free port. */
export async function startRedis(port?: number): Promise<Redis> {
  const own = port ?? (await freePort(0));
  const settings = [
    '--port',
    String(own),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
  ];
  const server = spawn('redis-server', settings, { stdio: 'ignore' });
  await eventually(
    () =>
      new Promise<boolean>((resolve) => {
        const socket = connect(own, '127.0.0.1', () => {
          socket.destroy();
          resolve(true);
        });
        socket.on('error', () => resolve(false));
      }),
  );
  return {
    url: `redis://127.0.0.1:${own}`,
    freeze: () => void server.kill('SIGSTOP'),
    thaw: () => void server.kill('SIGCONT'),
    async stop() {
      server.kill('SIGCONT');
      server.kill('SIGTERM');
      if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
    },
  };
}
