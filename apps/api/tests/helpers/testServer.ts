import { createHash } from 'node:crypto';
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  statfs,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { EmbeddedServer } from '../../src/db/embedded/server.ts';
import { migrate } from '../../src/db/migrate.ts';
import { migrationsFolder, readMigrations } from '../../src/db/migrate/files.ts';

const PREFIX = 'cartwright-test-';
/** A folder in memory on Linux. */
const MEMORY = '/dev/shm';
/** A run has 250 MB of files at most. */
const ENOUGH_BYTES = 1024 ** 3;
/** A socket's path has at most 103 bytes on macOS, and the name of its file takes up to 18. */
const LONGEST_SOCKET_FOLDER = 84;

/** The PostgreSQL of a test run. */
export interface TestServer {
  /** Connection string of the migrated template that the tests' databases are cloned from. */
  templateUrl: string;
  /** A folder for the run's temporary files, which is deleted with the server. */
  temporary: string;
  stop(): Promise<void>;
}

/**
 * Starts a throw-away PostgreSQL for this run, or uses the one of TEST_DATABASE_URL, and builds the
 * template. Servers that an interrupted earlier run left behind are stopped and removed.
 */
export async function startTestServer(): Promise<TestServer> {
  const external = process.env['TEST_DATABASE_URL'];
  if (external) {
    const templateUrl = await buildTemplate(external);
    return { templateUrl, temporary: tmpdir(), stop: () => Promise.resolve() };
  }
  const parent = await parentFolder();
  await removeLeftovers(parent);
  const folder = await mkdtemp(path.join(parent, PREFIX));
  // PostgreSQL does not run as root; its account must be able to enter the folder.
  await chmod(folder, 0o755);
  await writeFile(path.join(folder, 'owner'), String(process.pid));
  const data = path.join(await realpath(folder), 'data');
  const unixSocket = process.platform !== 'win32' && data.length <= LONGEST_SOCKET_FOLDER;
  const { server } = await EmbeddedServer.attach(folder, {
    durable: false,
    unixSocket,
    maxConnections: 300,
    onNotice: (message) => process.stderr.write(`${message}\n`),
  });
  const address = new URL(server.url('postgres'));
  // The driver prefers it to the host and port, and takes 45 µs of CPU less for a statement.
  if (unixSocket) address.searchParams.set('host', data);
  const temporary = path.join(folder, 'tmp');
  await mkdir(temporary, { mode: 0o755 });
  return {
    templateUrl: await buildTemplate(address.href),
    temporary,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Named by the hash of the migrations, so that it is built once and never stale. */
async function buildTemplate(serverUrl: string): Promise<string> {
  const migrations = await readMigrations(migrationsFolder);
  const hash = createHash('sha256')
    .update(migrations.map(({ checksum }) => checksum).join())
    .digest('hex');
  const name = `cartwright_template_${hash.slice(0, 16)}`;
  const url = withDatabase(serverUrl, name);
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE "${name}"`);
  } finally {
    await client.end();
  }
  await migrate(url);
  return url;
}

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

/** The same database by host and port, for what stands between a client and the server. */
export function overTcp(url: string): URL {
  const other = new URL(url);
  other.searchParams.delete('host');
  return other;
}

/** In memory, cloning a database takes a quarter of the CPU time that ext4 needs for its 400 files. */
async function parentFolder(): Promise<string> {
  try {
    const { bavail, bsize } = await statfs(MEMORY);
    if (bavail * bsize >= ENOUGH_BYTES) return MEMORY;
  } catch {
    // Not every system has this folder.
  }
  return tmpdir();
}

async function removeLeftovers(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const folder = path.join(parent, name);
    if (name.startsWith(PREFIX) && !(await isInUse(folder))) await removeServer(folder);
  }
}

async function isInUse(folder: string): Promise<boolean> {
  try {
    process.kill(Number(await readFile(path.join(folder, 'owner'), 'utf8')), 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function removeServer(folder: string): Promise<void> {
  try {
    const [pid] = (await readFile(path.join(folder, 'data', 'postmaster.pid'), 'utf8')).split('\n');
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
    if (command.includes(folder)) process.kill(Number(pid), 'SIGQUIT');
  } catch {
    // It no longer runs.
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}
