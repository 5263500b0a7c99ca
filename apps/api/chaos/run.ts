import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { canRefund, refundSome } from './admin.ts';
import { listenForAgents, type Agents } from './agents.ts';
import { readBooks, type Books } from './books.ts';
import { createBrowser } from './browser.ts';
import { checkNotes, checkReplays } from './checkNotes.ts';
import { checkDoctor, checkStock } from './checkShop.ts';
import { checkStripe } from './checkStripe.ts';
import { createClient, type Client } from './client.ts';
import { inject } from './injector.ts';
import { emptyNotes, type Notes } from './notes.ts';
import { postgresOf, type Postgres } from './postgres.ts';
import { seededRandom } from './random.ts';
import { report } from './report.ts';
import { drawSchedule, fingerprint, type Fault } from './schedule.ts';
import { settle } from './settling.ts';
import { ShopUnderTest } from './shop.ts';
import { shopAround } from './shopper.ts';
import { readShelves, stockUp, type Shelf } from './stock.ts';
import { openStripe, type Stripe } from './stripe.ts';
import type { Violation } from './violations.ts';

export interface RunOptions {
  /** A new folder, for everything that the run leaves. */
  folder: string;
  minutes: number;
  seed: number;
  shoppers: number;
  interrupted: AbortSignal;
  say: (line: string) => void;
}

const PROGRESS_MS = 10_000;
/** For shoppers to come to an end: longer than the lease of a crashed request's key. */
const LAST_ANSWERS_MS = 120_000;
const SETTLE_MS = 120_000;
/** For everything before and after the selling. */
const REST_MS = 10 * 60_000;
const SCARCE = 8;
const PLENTY = 16;

/** What there is while a run goes on. */
interface Stage {
  readonly options: RunOptions;
  readonly agents: Agents;
  readonly stripe: Stripe;
  readonly shop: ShopUnderTest;
  readonly postgres: Postgres;
}

/** Sells while things go wrong, then checks. @returns the promises that were broken. */
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
    // Whatever became of the primary, its database does not stay behind.
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
  const shelves = await readShelves(postgres);
  say(`The shop is open; ${options.shoppers} shoppers come in`);

  const notes = emptyNotes();
  const over = new AbortController();
  const client = createClient(shop.base, over.signal);
  await sell(stage, { faults, variants, notes, client, over });
  say('No more faults; the shop settles');
  const unsettled = await settle(postgres, stripe, SETTLE_MS);
  const books = await readBooks(postgres);
  const violations = [
    ...(unsettled.length > 0 ? [{ promise: 'everything comes to rest', ids: unsettled }] : []),
    ...(await check(stage, { books, notes, shelves, client })),
  ];
  const { retries } = client;
  const { gaveUp } = shop;
  say(report({ seed, minutes, schedule, faults, retries, gaveUp, notes, books, violations }));
  return violations;
}

interface Sale {
  faults: readonly Fault[];
  variants: readonly string[];
  notes: Notes;
  client: Client;
  /** Aborts when nobody is to wait for an answer any longer. */
  over: AbortController;
}

/** Shoppers and faults, until the time is up, the shop is whole again and everybody has an answer. */
async function sell(stage: Stage, { faults, variants, notes, client, over }: Sale): Promise<void> {
  const { options, shop, stripe, agents, postgres } = stage;
  const { seed, minutes, shoppers, say } = options;
  const started = performance.now();
  const clock = () => `${Math.round((performance.now() - started) / 1000)} s`.padStart(6);
  const closing = new AbortController();
  const browser = createBrowser(stripe, over.signal);
  const everybody = { client, notes, closing: closing.signal };
  const people = Array.from({ length: shoppers }, (_, index) => {
    const random = seededRandom(seed * 1000 + index);
    return shopAround(index, { ...everybody, browser, random, variants });
  });
  if (await canRefund(shop.base)) {
    people.push(refundSome({ ...everybody, random: seededRandom(seed * 1000 + shoppers) }));
  }
  const shopping = Promise.all(people);
  const progress = setInterval(() => {
    const orders = notes.purchases.filter(({ order }) => order !== undefined).length;
    const retries = Object.values(client.retries).reduce((sum, count) => sum + count, 0);
    say(`${clock()}  ${orders} orders, ${retries} requests repeated`);
  }, PROGRESS_MS);
  try {
    const onFault = ({ kind }: Fault, met: string) => say(`${clock()}  ${kind}: ${met}`);
    const injection = { shop, agents, postgres, stripe, onFault };
    await Promise.race([inject(faults, injection, over.signal), shopping]);
    await delay(Math.max(0, minutes * 60_000 - (performance.now() - started)));
    closing.abort();
    await stripe.heal();
    for (const process of agents.alive()) process.tell({ clockAheadMs: 0 });
    await shop.ready();
    const isInTime = await Promise.race([shopping.then(() => true), delay(LAST_ANSWERS_MS, false)]);
    if (!isInTime) say('Some shoppers are still without an answer');
  } finally {
    clearInterval(progress);
    closing.abort();
  }
}

interface Evidence {
  books: Books;
  notes: Notes;
  shelves: readonly Shelf[];
  client: Client;
}

async function check(
  { postgres, stripe }: Stage,
  { books, notes, shelves, client }: Evidence,
): Promise<Violation[]> {
  return [
    ...(await checkDoctor(postgres)),
    ...(await checkStock(postgres, shelves, books)),
    ...checkNotes(notes, books),
    ...(await checkStripe(stripe, books)),
    ...(await checkReplays(notes, client)),
  ];
}
