import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';
import { withDatabase } from './testServer.ts';

/** A database for one test file. */
export interface TestDatabase {
  url: string;
  /** Removes it, cutting connections that are still open. */
  drop(): Promise<void>;
}

/** A migrated database without rows, cloned from the template in some 30 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = templateUrl();
  return await create(template, new URL(template).pathname.slice(1));
}

/** An empty database, not even migrated. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return await create(templateUrl(), 'template0');
}

/** A copy of another test's database, which no one may be connected to. */
export async function cloneDatabase(url: string): Promise<TestDatabase> {
  return await create(templateUrl(), new URL(url).pathname.slice(1));
}

function templateUrl(): string {
  const url = process.env['CARTWRIGHT_TEST_TEMPLATE'];
  if (!url) throw new Error('There is no test server: this project needs the globalSetup');
  return url;
}

async function create(serverUrl: string, template: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onServer(serverUrl, (client) => clone(client, name, template));
  const url = withDatabase(serverUrl, name);
  return { url, drop: () => dropDatabase(url) };
}

/** Removes a database, cutting connections that are still open. */
export async function dropDatabase(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await onServer(url, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  });
}

/** A template cannot be cloned while a session is connected to it, such as the one that migrated it. */
async function clone(client: Client, name: string, template: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}" STRATEGY FILE_COPY`);
      return;
    } catch (error) {
      const isBusy = error instanceof DatabaseError && error.code === '55006';
      if (!isBusy || attempt === 50) throw error;
      await delay(100);
    }
  }
}

async function onServer(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: withDatabase(url, 'postgres') });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
