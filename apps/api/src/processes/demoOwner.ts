import { fork } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { Client } from 'pg';
import type { Config } from '../config/index.ts';
import { entry } from './entries.ts';
import { StartupError } from './fail.ts';

const email = 'owner@localhost';

/** Whom a demo's first start makes its owner; the password is another in each data folder. */
export function demoOwner({ auth }: Pick<Config, 'auth'>) {
  const mac = createHmac('sha256', auth.jwtSecret).update('cartwright/demo-owner/v1');
  return { email, password: mac.digest('base64url').slice(0, 24) };
}

/** Makes the owner of a demo that has none, in a separate process, since it loads bcrypt and Prisma. */
export async function makeOwnerIfNone(
  config: Config,
  url: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  if (await hasOwner(url)) return;
  const words = ['create', '--email', email, '--password-stdin'];
  const child = fork(entry('processes/staff'), words, {
    env,
    stdio: ['pipe', 'ignore', 'inherit', 'ipc'],
  });
  child.stdin?.end(demoOwner(config).password);
  const [code] = await once(child, 'exit');
  if (code !== 0) {
    throw new StartupError(
      'The owner could not be made (see above). To start without one: DEMO_SEED=false npm start',
    );
  }
}

async function hasOwner(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ found: boolean }>(
      `SELECT EXISTS (SELECT FROM role_grants g JOIN roles r ON r.id = g.role_id
        WHERE r.name = 'owner') AS found`,
    );
    return rows[0]?.found ?? false;
  } finally {
    await client.end();
  }
}
