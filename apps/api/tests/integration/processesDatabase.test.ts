import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { EmbeddedServer } from '../../src/db/embedded/server.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'cartwright-embedded-'));
const pidFile = path.join(folder, 'data', 'postmaster.pid');
const attached: EmbeddedServer[] = [];
const notices: string[] = [];

beforeAll(() => {
  chmodSync(folder, 0o755);
});
afterEach(async () => {
  for (const server of attached.splice(0)) await server.stop();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function attach(): Promise<{ server: EmbeddedServer; startedHere: boolean }> {
  const result = await EmbeddedServer.attach(folder, {
    durable: false,
    maxConnections: 20,
    onNotice: (message) => notices.push(message),
  });
  attached.push(result.server);
  return result;
}

async function query<Row>(server: EmbeddedServer, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: server.url() });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const runningPid = () => Number(readFileSync(pidFile, 'utf8').split('\n')[0]);

async function leave(server: EmbeddedServer): Promise<void> {
  attached.splice(attached.indexOf(server), 1);
  await server.stop();
}

test('two commands that start at once share one new server', async () => {
  const [first, second] = await Promise.all([attach(), attach()]);
  expect(first.startedHere).not.toBe(second.startedHere);
  expect(first.server.url()).toBe(second.server.url());
  await query(first.server, 'CREATE TABLE kept AS SELECT 1 AS one');
});

test('the last process stops it, also when another one started it', async () => {
  const { server: starter } = await attach();
  const { server: latecomer } = await attach();
  await leave(starter);
  expect(await query(latecomer, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
  await leave(latecomer);
  expect(() => runningPid()).toThrow('ENOENT');
});

test('text is UTF-8 and sorts by code point, and the server listens only on this machine', async () => {
  const { server } = await attach();
  expect(
    await query(
      server,
      `SELECT upper('ärö') AS upper, datlocale AS locale, current_setting('server_encoding') AS encoding,
              current_setting('listen_addresses') AS addresses
       FROM pg_database WHERE datname = current_database()`,
    ),
  ).toEqual([{ upper: 'ÄRÖ', locale: 'C.UTF-8', encoding: 'UTF8', addresses: '127.0.0.1' }]);
});

test('a killed server is started again for its users, with its data', async () => {
  const { server } = await attach();
  process.kill(runningPid(), 'SIGKILL');
  while (!notices.some((notice) => notice.includes('runs again'))) await delay(20);
  expect(await query(server, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
});

test('a server that recovers from the crash of a session is used again, also by new processes', async () => {
  const { server } = await attach();
  const recoveries = () => notices.filter((notice) => notice.includes('runs again')).length;
  const before = recoveries();
  const [session] = await query<{ pid: number }>(
    server,
    `SELECT pid FROM pg_stat_activity WHERE application_name = 'cartwright-lease'`,
  );
  process.kill(session?.pid ?? 0, 'SIGKILL');
  await delay(50);
  const { server: newcomer } = await attach();
  expect(await query(newcomer, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
  while (recoveries() < before + 1) await delay(20);
  // Both have their lease again: it is started once more when it is killed, and stopped by the last.
  process.kill(runningPid(), 'SIGKILL');
  while (recoveries() < before + 3) await delay(20);
  await leave(server);
  expect(await query(newcomer, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
});

test('a pid file whose pid now belongs to another program does not keep it from starting', async () => {
  const { server } = await attach();
  const lines = readFileSync(pidFile, 'utf8').split('\n');
  await leave(server);
  lines[0] = String(process.pid);
  writeFileSync(pidFile, lines.join('\n'));
  const { server: next, startedHere } = await attach();
  expect(startedHere).toBe(true);
  expect(await query(next, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
});

test('a lost password is reported, and nothing is overwritten', async () => {
  rmSync(path.join(folder, 'server.json'));
  await expect(attach()).rejects.toThrow(/server\.json is missing beside its data/);
});
