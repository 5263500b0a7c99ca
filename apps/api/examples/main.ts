import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadConfig } from '../src/config/index.ts';
import { demo } from '../src/config/demo.ts';
import { ensureDatabase } from '../src/db/embedded.ts';
import { examplesFile } from '../src/openapi/examples.ts';
import { startOwnShop } from '../scripts/ownShop.ts';
import { loadExamples } from './loadExamples.ts';
import { jobs, machines, workflows } from './operations.ts';
import { operationsOfTheApi } from './operationList.ts';
import { Recorder } from './recorder.ts';
import { signIn } from './people.ts';
import { refusals } from './refusals.ts';
import { startGitHub } from './gitHub.ts';
import { browse, buy, cancel, fillCart, waitForPictures } from './shopper.ts';
import { addColleague } from './staffMembers.examples.ts';
import { capture, dispute, ordersByHand, refund, retryRefund } from './staff.ts';

/**
 * Starts a shop on a fresh database, calls every operation of the API correctly and wrongly, and writes
 * the requests and answers to openapi.examples.json, from which the OpenAPI document takes its
 * examples. The same code writes the same file in each run.
 */
const say = (line: string) => void process.stdout.write(`${line}\n`);
const gitHub = await startGitHub();
const settings = {
  RATE_LIMIT_MAX: '0',
  PUBLIC_URL: 'https://shop.example.com',
  // A quantity above the stock must still be valid in a cart.
  MAX_LINE_QUANTITY: '9999',
  MAX_ORDER_QUANTITY: '99999',
  GITHUB_CLIENT_ID: gitHub.clientId,
  GITHUB_CLIENT_SECRET: gitHub.clientSecret,
  GITHUB_URL: gitHub.url,
  GITHUB_API_URL: gitHub.apiUrl,
  SIGN_IN_ORIGINS: 'https://shop.example.com',
};

const operations = await operationsOfTheApi();
const dataDir = await mkdtemp(path.join(tmpdir(), 'cartwright-examples-'));
try {
  const recorder = await inShop({}, (base) => {
    return walk(new Recorder(base, demo.adminApiKey, operations));
  });
  say('Recorded a shop that captures at once; now one that captures by hand.');
  await inShop({ STRIPE_CAPTURE_METHOD: 'manual' }, async (base) => {
    recorder.moveTo(base);
    await capture(recorder);
    await refusals(recorder);
  });
  await write(recorder);
} finally {
  await gitHub.close();
  await rm(dataDir, { recursive: true, force: true });
}

/** Starts a shop on the same data folder, runs `work`, and stops the shop. */
async function inShop<T>(
  env: Record<string, string>,
  work: (base: string) => Promise<T>,
): Promise<T> {
  const shop = await startOwnShop({ dataDir, env: { ...settings, ...env } });
  try {
    return await work(shop.base);
  } finally {
    await shop.stop();
  }
}

/** Runs a shopper's purchase, and then the operations of staff and machines. */
async function walk(recorder: Recorder): Promise<Recorder> {
  addColleague(dataDir);
  await waitForPictures(recorder);
  const variants = await browse(recorder);
  const sale = await buy(recorder, await fillCart(recorder, variants));
  await cancel(recorder);
  await refund(recorder, sale);
  // Before a refund fails, because the doctor would report it.
  await machines(recorder);
  await retryRefund(recorder);
  await ordersByHand(recorder);
  await dispute(recorder);
  const database = await ensureDatabase(loadConfig({ DATA_DIR: dataDir }));
  try {
    const { PUBLIC_URL } = settings;
    const place = { DATA_DIR: dataDir, DATABASE_URL: database.url, PUBLIC_URL };
    recorder.actAs((await signIn(place)).as);
    for (const record of await loadExamples()) await record(recorder, place);
    await workflows(recorder);
    await jobs(recorder, database.url, sale);
  } finally {
    await database.stop();
  }
  return recorder;
}

/** Writes the file; an operation that no one called is an error that names it. */
async function write(recorder: Recorder): Promise<void> {
  await writeFile(examplesFile, `${JSON.stringify(recorder.all(), null, 2)}\n`);
  say(`Wrote ${path.relative(process.cwd(), examplesFile)}. Next: npm run openapi`);
  const missing = operations.filter(({ operationId }) => !recorder.calls.has(operationId));
  if (missing.length === 0) return;
  const names = missing.map(({ operationId }) => operationId).join(', ');
  process.stderr.write(`Not called: ${names}. A call of each belongs in apps/api/examples/.\n`);
  process.exitCode = 1;
}
