import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { measureChain, type LinkCost } from './chain.ts';
import { flashSale, type FlashSaleFigures } from './flashSale.ts';
import { describeMachine, loadOfLastMinute, type Machine } from './machine.ts';
import { measure, type Measured } from './measured.ts';
import { measureMedia, type MediaFigures } from './media.ts';
import { measurePeople, type PeopleFigures } from './people.ts';
import { createPartTaker, type PartFailure, type PartTaker } from './parts.ts';
import { measurePromises, type PromiseCosts } from './promises.ts';
import { measurePurchases, type PurchaseFigures, type PurchasePlan } from './purchases.ts';
import { measureReads, type ReadFigures, type ReadPlan } from './reads.ts';
import { recordScript } from './record.ts';
import { shopRound } from './rounds.ts';
import type { Script } from './script.ts';
import { openStage, type Stage } from './stage.ts';
import { measureWorkers, type WorkerFigures } from './workers.ts';

export const parts = [
  'reads',
  'people',
  'media',
  'chain',
  'purchases',
  'promises',
  'sale',
  'workers',
] as const;
export type Part = (typeof parts)[number];

export interface BenchOptions {
  /** Products of the large catalogue, besides the demo catalogue. */
  products: number;
  /** What is measured. */
  parts: ReadonlySet<Part>;
  reads: ReadPlan;
  chain: { rounds: number; roundMs: number };
  purchases: PurchasePlan;
  /** Purchases that measure the costs of guarantees. */
  promisePurchases: number;
  flashSale: { shoppers: number; units: number };
  /** Optional folder for CPU profiles of the two workers. */
  profile: string | undefined;
}

export interface BenchResult {
  date: string;
  machine: Machine;
  /** The machine's load average, when the bench began and ended. */
  load: { before: number; after: number };
  products: number;
  reads?: ReadFigures[];
  people?: PeopleFigures;
  media?: MediaFigures;
  chain?: LinkCost[];
  /** What one purchase sends; statements with BEGIN and COMMIT. */
  statements?: { shopper: number; beside: number };
  purchases?: PurchaseFigures[];
  promises?: PromiseCosts;
  flashSale?: FlashSaleFigures;
  workers?: WorkerFigures[];
  /** Parts that failed completely or partly; absent when there are none. */
  failures?: readonly PartFailure[];
}

const PROFILE_CONNECTIONS = 8;
const PROFILE_MS = 10_000;

/** @param folder a new one, for everything that the shop keeps. */
export async function runBench(
  folder: string,
  options: BenchOptions,
  { interrupted, say }: { interrupted: AbortSignal; say: (line: string) => void },
): Promise<BenchResult> {
  const before = loadOfLastMinute();
  say('Starting a shop');
  const aborted = new Promise<never>((_resolve, reject) => {
    interrupted.addEventListener('abort', () => reject(interrupted.reason as Error));
  });
  // It may reject before anyone awaits it.
  aborted.catch(() => undefined);
  const stage = await openStage(folder, { products: options.products, workers: 1 });
  try {
    interrupted.throwIfAborted();
    const taker = createPartTaker(interrupted, say);
    const figures = await Promise.race([takeFigures(stage, folder, options, taker, say), aborted]);
    return {
      date: new Date().toISOString().slice(0, 10),
      load: { before, after: loadOfLastMinute() },
      ...figures,
      ...(taker.failures.length > 0 && { failures: taker.failures }),
    };
  } finally {
    await stage.close();
  }
}

async function takeFigures(
  stage: Stage,
  folder: string,
  options: BenchOptions,
  taker: PartTaker,
  say: (line: string) => void,
) {
  const wanted = <T>(part: Part, take: () => Promise<T>) =>
    options.parts.has(part) ? taker.take(part, take) : Promise.resolve(undefined);
  const reads = await wanted('reads', () => measureReads(stage, options.reads, say));
  const people = await wanted('people', () => measurePeople(stage, options.reads, say));
  const media = await wanted('media', () => measureMedia(stage, options.reads, say));
  const chain = await wanted('chain', () => {
    say('Taking the chain link by link');
    return measureChain(stage, options.chain);
  });
  const shop = await measure(stage);
  try {
    const machine = await describeMachine(shop.pool);
    const bought = await takePurchases(shop, options, taker, say);
    const flashSale = await wanted('sale', () => takeSale(shop, options.flashSale, say));
    const workers = await wanted('workers', () =>
      measureWorkers(stage, folder, { ...options.reads, ...options }, say),
    );
    return {
      machine,
      products: options.products,
      ...(reads && { reads }),
      ...(people && { people }),
      ...(media && { media }),
      ...(chain && { chain }),
      ...bought,
      ...(flashSale && { flashSale }),
      ...(workers && { workers }),
    };
  } finally {
    await shop.close();
  }
}

async function takePurchases(
  shop: Measured,
  options: BenchOptions,
  taker: PartTaker,
  say: (line: string) => void,
) {
  const { parts: wanted } = options;
  if (!wanted.has('purchases') && !wanted.has('promises')) return {};
  const script = await taker.take('recording', () => {
    say('Recording what a purchase sends to the database');
    return recordScript(shop);
  });
  if (!script) return {};
  const purchases = wanted.has('purchases')
    ? await measurePurchases(shop, script, { ...options.purchases, taker }, say)
    : [];
  const { profile: profileFolder } = options;
  if (profileFolder !== undefined) await taker.take('profile', () => profile(shop, profileFolder));
  const promises = wanted.has('promises')
    ? await taker.take('promises', () => {
        say('Taking the costs of promises');
        return measurePromises(shop.stage, script, options.promisePurchases);
      })
    : undefined;
  return {
    statements: countStatements(script),
    ...(purchases.length > 0 && { purchases }),
    ...(promises && { promises }),
  };
}

function takeSale(
  shop: Measured,
  { shoppers, units }: BenchOptions['flashSale'],
  say: (line: string) => void,
): Promise<FlashSaleFigures> {
  say(`Flash sale: ${shoppers} shoppers, ${units} units`);
  return flashSale(shop, shoppers, units);
}

/** Of both workers during purchases; for the profile view of a browser or editor. */
async function profile(shop: Measured, folder: string): Promise<void> {
  const { agents } = shop.stage;
  const workers = [agents.one('HTTP worker'), agents.one('job worker')];
  await Promise.all(workers.map((worker) => worker.ask('startProfile')));
  await shopRound(shop, PROFILE_CONNECTIONS, PROFILE_MS);
  await mkdir(folder, { recursive: true });
  for (const worker of workers) {
    const file = path.join(folder, `${worker.role.replace(' ', '-')}.cpuprofile`);
    await writeFile(file, JSON.stringify(await worker.ask('stopProfile')));
  }
}

function countStatements({ groups }: Script) {
  const count = (isAwaited: boolean) =>
    groups
      .filter((group) => group.isAwaited === isAwaited)
      .reduce((total, { statements }) => total + statements.length, 0);
  return { shopper: count(true), beside: count(false) };
}
