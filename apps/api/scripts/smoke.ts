import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { buy } from './buy.ts';

/**
 * Starts the built shop in an empty folder, buys something the way a browser would, and stops it.
 * Exits with 0 when the order is paid.
 */
const START_LIMIT_MS = 60_000;
const PAID_LIMIT_MS = 20_000;

const say = (line: string) => void process.stdout.write(`${line}\n`);

const entry = path.resolve(import.meta.dirname, '../dist/cluster.js');
if (!existsSync(entry)) {
  process.stderr.write('There is no built shop. Run first: npm run build\n');
  process.exit(1);
}

const dataDir = await mkdtemp(path.join(tmpdir(), 'cartwright-smoke-'));
const port = await freePort();
const base = `http://127.0.0.1:${port}`;
const shop = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', entry], {
  env: {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    PORT: String(port),
    DATA_DIR: dataDir,
  },
  stdio: ['ignore', 'inherit', 'inherit'],
});

try {
  await ready();
  await buy(base, { paidWithinMs: PAID_LIMIT_MS, say });
} finally {
  shop.kill('SIGTERM');
  const [code] = shop.exitCode === null ? await once(shop, 'exit') : [shop.exitCode];
  say(`The shop ended with ${code}.`);
  if (code !== 0) process.exitCode = 1;
  await rm(dataDir, { recursive: true, force: true });
}

async function ready(): Promise<void> {
  const started = Date.now();
  while (Date.now() - started < START_LIMIT_MS) {
    if (shop.exitCode !== null)
      throw new Error(`The shop ended with ${shop.exitCode} at the start`);
    const answer = await fetch(`${base}/health/ready`).catch(() => undefined);
    if (answer?.ok) return say(`Ready after ${Date.now() - started} ms.`);
    await delay(100);
  }
  throw new Error(`The shop was not ready within ${START_LIMIT_MS} ms`);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}
