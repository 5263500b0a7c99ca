import { execFileSync, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { errorCode } from '../../utils/errorCode.ts';
import { EnvironmentError } from '../../utils/environmentError.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { postgresEnvironment, type Layout } from './dataFolder.ts';

const POLL_MS = 15;
/** Crash recovery after `kill -9` of a busy shop takes a while. */
const START_TIMEOUT_MS = 120_000;
const FAST_SHUTDOWN_MS = 30_000;
const MAX_LOG_BYTES = 16 * 1024 * 1024;

/** A server that runs on a data directory. */
interface Postmaster {
  pid: number;
  port: number;
  status: string;
}

/**
 * The server that runs on this data directory, from its `postmaster.pid`. The file alone proves
 * nothing: after `kill -9` it is stale, and its pid may belong to any other program. Such a file
 * would prevent PostgreSQL from starting, and is removed. (A server whose children are still ending
 * is safe: PostgreSQL also checks the directory's shared memory.)
 */
export function findPostmaster(layout: Layout): Postmaster | undefined {
  const file = path.join(layout.data, 'postmaster.pid');
  // Lines of postmaster.pid: pid, directory, start time, port, socket folder, address, memory,
  // status.
  const lines = readIfPresent(file).split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (isServerOf(layout.data, pid)) {
    return { pid, port: Number(lines[3]), status: lines[7]?.trim() ?? '' };
  }
  if (isAlive(pid)) rmSync(file, { force: true });
  return undefined;
}

/**
 * Starts the server and waits until it accepts connections.
 * @throws {PostgresStartError} when it ends instead.
 */
export async function startPostmaster(
  layout: Layout,
  port: number,
  flags: readonly string[],
  binaries: Binaries,
  account: Account,
): Promise<Postmaster> {
  rotateLog(layout.log);
  const log = openSync(layout.log, 'a');
  const logStart = statSync(layout.log).size;
  const [command = '', ...args] = [
    ...account.prefix,
    binaries.postgres,
    '-D',
    layout.data,
    '-p',
    String(port),
    ...flags,
  ];
  // A separate process group: Ctrl-C in the terminal is for the shop, which stops the database
  // last.
  const child = spawn(command, args, {
    ...account.spawnOptions,
    detached: true,
    cwd: '/',
    env: postgresEnvironment,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.once('error', () => undefined);
  child.unref();
  const runs = () =>
    child.pid !== undefined && child.exitCode === null && child.signalCode === null;
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (runs() && Date.now() < deadline) {
    const found = findPostmaster(layout);
    if (found?.status === 'ready' && found.pid === child.pid) return found;
    await delay(POLL_MS);
  }
  throw new PostgresStartError(layout.log, readIfPresent(layout.log).slice(logStart).trim());
}

/** Waits while a server found on the directory is still starting or already stopping. */
export async function settle(layout: Layout): Promise<Postmaster | undefined> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const found = findPostmaster(layout);
    if (!found || found.status === 'ready') return found;
    if (Date.now() > deadline) {
      throw new Error(`PostgreSQL (pid ${found.pid}) has been ${found.status} for two minutes`);
    }
    await delay(POLL_MS);
  }
}

/** Fast shutdown: cuts sessions, writes the data. Immediate shutdown after half a minute. */
export async function stopPostmaster(layout: Layout, pid: number): Promise<void> {
  const deadline = Date.now() + FAST_SHUTDOWN_MS;
  signal(pid, 'SIGINT');
  while (isServerOf(layout.data, pid)) {
    if (Date.now() > deadline) signal(pid, 'SIGQUIT');
    await delay(POLL_MS);
  }
}

/** PostgreSQL did not start; `log` is its output. */
export class PostgresStartError extends EnvironmentError {
  override readonly name = 'PostgresStartError';
  readonly log: string;

  constructor(file: string, log: string) {
    super(`The embedded PostgreSQL did not start. From ${file}:\n${log.slice(-4000)}`);
    this.log = log;
  }

  /** Another process took the port between our choice and PostgreSQL's start. */
  get isPortTaken(): boolean {
    return this.log.includes('could not bind');
  }

  /** The processes of a killed server have not all ended yet. */
  get isPredecessorEnding(): boolean {
    return /shared memory block .* still in use|lock file ".*" already exists/.test(this.log);
  }
}

/**
 * Whether this pid is the PostgreSQL on this directory; a zombie, whose command line is empty, is
 * not.
 */
function isServerOf(dataDir: string, pid: number): boolean {
  if (process.platform === 'linux') {
    return readIfPresent(`/proc/${pid}/cmdline`).split('\0').includes(dataDir);
  }
  try {
    const command = execFileSync('ps', ['-o', 'command=', '-p', String(pid)]).toString();
    return command.includes(`-D ${dataDir} `);
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has already ended.
  }
}

function readIfPresent(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function rotateLog(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > MAX_LOG_BYTES) renameSync(file, `${file}.1`);
}
