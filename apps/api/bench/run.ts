import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { flashSale, type FlashSaleFigures } from './flashSale.ts';
import { describeMachine, loadOfLastMinute, type Machine } from './machine.ts';
import { measure, type Measured } from './measured.ts';
import { measurePromises, type PromiseCosts } from './promises.ts';
import { measurePurchases, type PurchaseFigures, type PurchasePlan } from './purchases.ts';
import { recordScript } from './record.ts';
import { shopRound } from './rounds.ts';
import type { Script } from './script.ts';
import { openStage, type Stage } from './stage.ts';

export interface BenchOptions {
  purchases: PurchasePlan;
  /** Purchases that the costs of promises are taken from. */
  promisePurchases: number;
  flashSale: { shoppers: number; units: number };
  /** Folder for CPU profiles of the two workers, if they are wanted. */
  profile: string | undefined;
}

export interface BenchResult {
  date: string;
  machine: Machine;
  /** The machine's load average, when the bench began and ended. */
  load: { before: number; after: number };
  /** What one purchase sends; statements with BEGIN and COMMIT. */
  statements: { shopper: number; beside: number };
  purchases: PurchaseFigures[];
  promises: PromiseCosts;
  flashSale: FlashSaleFigures;
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
  // It may come before anybody waits for it.
  aborted.catch(() => undefined);
  const stage = await openStage(folder);
  try {
    interrupted.throwIfAborted();
    const figures = await Promise.race([takeFigures(stage, options, say), aborted]);
    return {
      date: new Date().toISOString().slice(0, 10),
      load: { before, after: loadOfLastMinute() },
      ...figures,
    };
  } finally {
    await stage.close();
  }
}

async function takeFigures(stage: Stage, options: BenchOptions, say: (line: string) => void) {
  const shop = await measure(stage);
  try {
    say('Recording what a purchase sends to the database');
    const script = await recordScript(shop);
    const purchases = await measurePurchases(shop, script, options.purchases, say);
    if (options.profile !== undefined) await profile(shop, options.profile);
    say('Taking the costs of promises');
    const promises = await measurePromises(stage, script, options.promisePurchases);
    const { shoppers, units } = options.flashSale;
    say(`Flash sale: ${shoppers} shoppers, ${units} units`);
    return {
      machine: await describeMachine(shop.pool),
      statements: countStatements(script),
      purchases,
      promises,
      flashSale: await flashSale(shop, shoppers, units),
    };
  } finally {
    await shop.close();
  }
}

/** Of both workers, while purchases go on; for the browser's or the editor's profile view. */
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
