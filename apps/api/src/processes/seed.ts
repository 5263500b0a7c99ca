import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { apiRoot } from '../config/paths.ts';
import { StartupError } from './fail.ts';

/**
 * Fills an empty database with the demo catalogue, in a separate process, since nothing needs the
 * seed's modules afterwards. Does nothing when there is a product, or no seed (a production image).
 * @returns whether it has seeded.
 */
export async function seedIfEmpty(url: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  const script = path.join(apiRoot, 'prisma', 'seed.ts');
  if (!existsSync(script) || !(await isEmpty(url))) return false;
  const child = fork(script, [], {
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) {
    throw new StartupError(
      'The demo catalogue could not be written (see above). To start without it: DEMO_SEED=false npm start',
    );
  }
  return true;
}

async function isEmpty(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ empty: boolean }>(
      'SELECT NOT EXISTS (SELECT FROM products) AS empty',
    );
    return rows[0]?.empty ?? false;
  } finally {
    await client.end();
  }
}
