import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** Runs `work` with an empty database beside the one of `url`, and drops it. */
export async function withScratchDatabase(
  url: string,
  work: (url: string) => Promise<string>,
): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const name = `cartwright_scratch_${randomBytes(6).toString('hex')}`;
  const scratch = new URL(url);
  scratch.pathname = `/${name}`;
  try {
    await client.query(`CREATE DATABASE "${name}" TEMPLATE template0`);
    return await work(scratch.href);
  } finally {
    await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    await client.end();
  }
}
