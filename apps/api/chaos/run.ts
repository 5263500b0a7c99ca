import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { listenForAgents } from './agents.ts';
import { readRecords, type Records } from './records.ts';
import { checkCards } from './checkCards.ts';
import { checkNotes, checkReplays } from './checkNotes.ts';
import { checkDoctor, checkStock } from './checkShop.ts';
import { checkStripe } from './checkStripe.ts';
import { createClient, type Client } from './client.ts';
import { emptyNotes, type Notes } from './notes.ts';
import { postgresOf } from './postgres.ts';
import { seededRandom } from './random.ts';
import { reconcile } from './reconciling.ts';
import { report } from './report.ts';
import { giveUpRefunds, retryAll } from './retries.ts';
import { drawSchedule, fingerprint } from './schedule.ts';
import { sell } from './selling.ts';
import { settle } from './settling.ts';
import { ShopUnderTest } from './shop.ts';
import type { RunOptions, Stage } from './stage.ts';
import { readStock, stockUp, type Shelf } from './stock.ts';
import { openStripe } from './stripe.ts';
import { offenders, type Violation } from './violations.ts';

const SETTLE_MS = 120_000;
/** The time limit before and after the selling. */
const REST_MS = 10 * 60_000;
const SCARCE = 8;
const PLENTY = 16;

/** Sells under faults, then checks. @returns the broken invariants. */
export async function runChaos(options: RunOptions): Promise<Violation[]> {
  const { folder, interrupted } = options;
  const dataDir = path.join(folder, 'shop');
  await mkdir(dataDir);
  await mkdir(path.join(folder, 'stripe'));
  const agents = await listenForAgents();
  const stripe = await openStripe(path.join(folder, 'stripe'));
  const logFile = path.join(folder, 'shop.log');
  const shop = await ShopUnderTest.open({ dataDir, logFile, agents, stripe, say: options.say });
  const postgres = postgresOf(dataDir);
  const limit = AbortSignal.timeout(options.minutes * 60_000 + REST_MS);
  const end = AbortSignal.any([interrupted, limit]);
  const aborted = new Promise<never>((_resolve, reject) => {
    end.addEventListener('abort', () => reject(end.reason as Error));
  });
  try {
    return await Promise.race([perform({ options, agents, stripe, shop, postgres }), aborted]);
  } finally {
    await shop.stop();
    // Stop the database even when the primary did not.
    postgres.signal('SIGQUIT');
    await stripe.close();
    await agents.close();
  }
}

async function perform(stage: Stage): Promise<Violation[]> {
  const { options, shop, stripe, postgres } = stage;
  const { seed, minutes, say } = options;
  const faults = drawSchedule(seed, minutes * 60_000);
  const schedule = fingerprint(faults);
  say(`Seed ${seed}: ${faults.length} faults in ${minutes} minutes, schedule ${schedule}`);
  await shop.ready();
  await stripe.deliverTo(`${shop.base}/api/v1/webhooks/stripe`);
  const variants = await stockUp(postgres, SCARCE, PLENTY);
  const shelves = await readStock(postgres);
  say(`The shop is open; ${options.shoppers} shoppers come in`);

  const notes = emptyNotes();
  const over = new AbortController();
  const client = createClient(shop.base, over.signal);
  await sell(stage, { faults, variants, notes, client, over });
  say('No more faults; the shop settles');
  const unsettled = await waitUntilIdle(stage, notes, client);
  const records = await readRecords(postgres);
  const violations = [
    ...(unsettled.length > 0 ? [{ promise: 'everything comes to rest', ids: unsettled }] : []),
    ...offenders('the primary lives until it is killed', shop.ends, () => false, String),
    ...(await check(stage, { records, notes, shelves, client })),
  ];
  const { retries } = client;
  say(report({ seed, minutes, schedule, faults, retries, notes, records, violations }));
  return violations;
}

/** Waits until the shop is idle, and retries failures as staff. @returns what is not idle, as text. */
async function waitUntilIdle(
  { options, postgres, stripe, agents }: Stage,
  notes: Notes,
  client: Client,
): Promise<string[]> {
  await settle(postgres, stripe, SETTLE_MS);
  const unreconciled = await reconcile(postgres, agents, SETTLE_MS);
  const random = seededRandom(options.seed);
  const staff = { client, notes, stripe, random, closing: new AbortController().signal };
  await retryAll(staff);
  const unsettled = await settle(postgres, stripe, SETTLE_MS);
  await giveUpRefunds(staff);
  return [...unreconciled, ...unsettled];
}

interface Evidence {
  records: Records;
  notes: Notes;
  shelves: readonly Shelf[];
  client: Client;
}

async function check(
  { postgres, shop, stripe }: Stage,
  { records, notes, shelves, client }: Evidence,
): Promise<Violation[]> {
  return [
    ...(await checkDoctor(postgres, shop.dataDir)),
    ...(await checkStock(postgres, shelves, records)),
    ...checkNotes(notes, records),
    ...(await checkCards(notes, records, client)),
    ...(await checkStripe(stripe, records)),
    ...(await checkReplays(notes, client)),
  ];
}
