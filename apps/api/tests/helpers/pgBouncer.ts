import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../src/db/embedded/freePort.ts';
import { eventually } from './eventually.ts';
import { overTcp } from './testServer.ts';

/** Whether this machine has the pooler (Debian: `apt-get install pgbouncer`). */
export const hasPgBouncer = spawnSync('pgbouncer', ['--version']).error === undefined;

/** PgBouncer refuses to run as root. */
const UNPRIVILEGED = { uid: 65_534, gid: 65_534 };

export interface Pooler {
  /** The connection string of a database through the pooler. */
  urlOf(direct: string): string;
  stop(): Promise<void>;
}

/** PgBouncer in session mode before the server of a connection string, configured as a distribution does. */
export async function startPgBouncer(server: string): Promise<Pooler> {
  const { hostname, port, username, password } = new URL(server);
  const folder = mkdtempSync(path.join(tmpdir(), 'cartwright-pgbouncer-'));
  chmodSync(folder, 0o755);
  const own = await freePort(0);
  const users = path.join(folder, 'users.txt');
  writeFileSync(users, `"${username}" "${password}"\n`);
  const settings = path.join(folder, 'pgbouncer.ini');
  writeFileSync(
    settings,
    `[databases]
* = host=${hostname} port=${port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${own}
unix_socket_dir =
auth_type = plain
auth_file = ${users}
pool_mode = session
default_pool_size = 60
`,
  );
  const account = process.getuid?.() === 0 ? UNPRIVILEGED : {};
  const child = spawn('pgbouncer', ['-q', settings], { ...account, cwd: '/', stdio: 'ignore' });
  await eventually(async () => {
    const socket = connect(own, '127.0.0.1');
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => undefined,
    );
    socket.destroy();
    return isOpen;
  });
  return {
    urlOf(direct) {
      const url = overTcp(direct);
      url.hostname = '127.0.0.1';
      url.port = String(own);
      return url.href;
    },
    async stop() {
      child.kill('SIGINT');
      if (child.exitCode === null) await once(child, 'exit');
      rmSync(folder, { recursive: true });
    },
  };
}
