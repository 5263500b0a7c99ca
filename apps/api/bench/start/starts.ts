import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { apiRoot, projectRoot } from '../../src/config/paths.ts';
import { freePort } from '../../src/db/embedded/freePort.ts';
import { figuresOf, treeOf } from './processTree.ts';

const READY_MS = 120_000;
const LOOK_MS = 5;
/** The idle time before the memory is read. */
const IDLE_MS = 3000;

/** One start, from the command to the first page of products. */
export interface Start {
  readonly firstAnswerMs: number;
  /** CPU of all its processes until then, without PostgreSQL. */
  readonly cpuMs: number;
  /** At rest, by process. */
  readonly memoryMiB: Readonly<Record<string, number>>;
}

/** `npm start` on a data folder, with one HTTP worker. */
export async function startShop(dataDir: string): Promise<Start> {
  const port = await freePort(0);
  return measure(port, () =>
    spawn('npm', ['start'], {
      cwd: projectRoot,
      env: {
        ...bare(),
        DATA_DIR: dataDir,
        PORT: String(port),
        METRICS_PORT: '0',
        WEB_CONCURRENCY: '1',
      },
      stdio: 'ignore',
    }),
  );
}

/** The HTTP server alone, on a database that runs. */
export async function startServer(databaseUrl: string, dataDir: string): Promise<Start> {
  const port = await freePort(0);
  const args = [
    '--max-semi-space-size=4',
    '--conditions=source',
    path.join(apiRoot, 'src/server.ts'),
  ];
  const elsewhere = {
    STRIPE_API_BASE: 'http://127.0.0.1:1',
    SMTP_URL: 'smtp://127.0.0.1:1',
    METRICS_PORT: '0',
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    PORT: String(port),
    // As a primary sets it for its workers: Node then need not load its type stripping.
    NODE_COMPILE_CACHE: path.join(dataDir, 'compile-cache'),
  };
  return measure(port, () =>
    spawn(process.execPath, args, { env: { ...bare(), ...elsewhere }, stdio: 'ignore' }),
  );
}

/** The caller's environment does not configure what is started. */
function bare(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: process.env['HOME'], LOG_LEVEL: 'warn' };
}

async function measure(port: number, start: () => ChildProcess): Promise<Start> {
  const began = performance.now();
  const child = start();
  try {
    await firstAnswer(`http://127.0.0.1:${port}/api/v1/products`, child);
    const firstAnswerMs = performance.now() - began;
    const cpuMs = shopProcesses(child).reduce((sum, figures) => sum + figures.cpuMs, 0);
    await delay(IDLE_MS);
    const memoryMiB = Object.fromEntries(
      shopProcesses(child).map(({ command, rssMiB }) => [roleOf(command), rssMiB]),
    );
    return { firstAnswerMs, cpuMs, memoryMiB };
  } finally {
    await end(child);
  }
}

async function firstAnswer(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_MS;
  for (;;) {
    const answer = await fetch(url).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    if (child.exitCode !== null) throw new Error('It has ended at its start');
    if (Date.now() > deadline) throw new Error(`There is no answer after ${READY_MS} ms`);
    await delay(LOOK_MS);
  }
}

function shopProcesses({ pid = 0 }: ChildProcess) {
  return treeOf(pid)
    .map(figuresOf)
    .filter(({ command }) => roleOf(command) !== 'other');
}

function roleOf(command: string): string {
  if (/^sh |npm start/.test(command)) return 'other';
  if (command.includes('server.ts')) return 'HTTP worker';
  if (command.includes('worker.ts')) return 'job worker';
  if (command.includes('stripe-sandbox')) return 'sandbox';
  if (command.includes('mailCatcherProcess')) return 'mail catcher';
  return command.includes('start.mjs') ? 'primary' : 'other';
}

/** npm ends before its child; the data folder is free when that has ended, too. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const tree = treeOf(child.pid ?? 0);
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
  while (tree.some(isAlive)) await delay(LOOK_MS);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
