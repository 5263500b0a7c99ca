import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { demo } from '../src/config/demo.ts';
import { startOwnShop } from './ownShop.ts';

/**
 * Starts a shop in an empty folder and has schemathesis send it requests made from its OpenAPI
 * document, good ones and bad ones, with the admin key and without: no answer may be a server error,
 * nor have a status, a type or a shape that the document does not declare. What is given after `--`
 * goes to schemathesis: `npm run api:fuzz -- --max-examples 200`.
 */
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
].join();
/** A few per operation and phase: a run of minutes. */
const EXAMPLES = '25';
/** The same requests each time, until somebody asks for others. */
const SEED = '1';

const tool = process.env['SCHEMATHESIS'] ?? 'schemathesis';
const port = process.env['PORT'];

if (await isMissing()) {
  process.stderr.write(
    `${tool} cannot be run. To get it: pip install schemathesis (Python), or say where it is: SCHEMATHESIS=path npm run api:fuzz\n`,
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

/** @returns schemathesis' verdict: 0 when nothing was found. */
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
