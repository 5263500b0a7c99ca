import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { demo } from '../src/config/demo.ts';
import { startOwnShop } from './ownShop.ts';

/**
 * Starts a shop in an empty folder and has schemathesis send it requests generated from its OpenAPI
 * document, valid and invalid, with and without the admin key. No answer may be a server error, or
 * have a status, type or shape that the document does not declare. Arguments after `--` go to
 * schemathesis: `npm run api:fuzz -- --max-examples 200`.
 */
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
].join();
/** A few per operation and phase: a run of minutes. */
const EXAMPLES = '25';
/** The default seed, so that every run sends the same requests. */
const SEED = '1';

const tool = process.env['SCHEMATHESIS'] ?? 'schemathesis';
const port = process.env['PORT'];

if (await isMissing()) {
  process.stderr.write(
    `${tool} cannot be run. Install it with: pip install schemathesis (Python). Or give its path: SCHEMATHESIS=path npm run api:fuzz\n`,
  );
  process.exitCode = 1;
} else {
  process.exitCode = await fuzz();
}

async function isMissing(): Promise<boolean> {
  const probe = spawn(tool, ['--version'], { stdio: 'ignore' });
  return new Promise((resolve) => {
    probe.once('error', () => resolve(true));
    probe.once('exit', (code) => resolve(code !== 0));
  });
}

async function fuzz(): Promise<number> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'cartwright-fuzz-'));
  const shop = await startOwnShop({
    dataDir,
    ...(port !== undefined && { port: Number(port) }),
    env: { RATE_LIMIT_MAX: '0' },
  });
  try {
    const asGuest = await run(shop.base, []);
    const key = `Authorization: Bearer ${demo.adminApiKey}`;
    const asStaff = await run(shop.base, ['--header', key]);
    return asGuest || asStaff;
  } finally {
    await shop.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** @returns schemathesis' exit code: 0 when it found nothing. */
async function run(base: string, headers: readonly string[]): Promise<number> {
  const child = spawn(
    tool,
    [
      'run',
      `${base}/openapi.json`,
      '--checks',
      CHECKS,
      '--max-examples',
      EXAMPLES,
      '--seed',
      SEED,
      '--no-color',
      ...headers,
      ...process.argv.slice(2),
    ],
    { stdio: 'inherit' },
  );
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}
