import { writeFile } from 'node:fs/promises';
import { flashSale, type FlashSaleFigures } from './flashSale.ts';
import { describeMachine, loadOfLastMinute, type Machine } from './machine.ts';
import { measure, type Measured } from './measured.ts';
import { measurePromises, type PromiseCosts } from './promises.ts';
import { measurePurchases, type PurchaseFigures, type PurchasePlan } from './purchases.ts';
import { recordScript } from './record.ts';
import { shopRound } from './rounds.ts';
import type { Script } from './script.ts';
import { openStage } from './stage.ts';

export interface BenchOptions {
  purchases: PurchasePlan;
  /** Purchases that the costs of promises are taken from. */
  promisePurchases: number;
  flashSale: { shoppers: number; units: number };
  /** Where the HTTP worker's CPU profile goes, if one is wanted. */
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
  const stage = await openStage(folder);
  const shop = measure(stage);
  const aborted = new Promise<never>((_resolve, reject) => {
    const abort = () => reject(interrupted.reason as Error);
    if (interrupted.aborted) abort();
    interrupted.addEventListener('abort', abort);
  });
  try {
    const figures = await Promise.race([takeFigures(shop, options, say), aborted]);
    return {
      date: new Date().toISOString().slice(0, 10),
      machine: await describeMachine(shop.pool),
      load: { before, after: loadOfLastMinute() },
      ...figures,
    };
  } finally {
    await stage.close();
    await shop.close();
  }
}

async function takeFigures(shop: Measured, options: BenchOptions, say: (line: string) => void) {
  say('Recording what a purchase sends to the database');
  const script = await recordScript(shop);
  const purchases = await measurePurchases(shop, script, options.purchases, say);
  if (options.profile !== undefined) await profile(shop, options.profile);
  say('Taking the costs of promises');
  const promises = await measurePromises(shop.stage, script, options.promisePurchases);
  const { shoppers, units } = options.flashSale;
  say(`Flash sale: ${shoppers} shoppers, ${units} units`);
  const sale = await flashSale(shop, shoppers, units);
  return { statements: countStatements(script), purchases, promises, flashSale: sale };
}

async function profile(shop: Measured, file: string): Promise<void> {
  const worker = shop.stage.agents.one('HTTP worker');
  await worker.ask('startProfile');
  await shopRound(shop, PROFILE_CONNECTIONS, PROFILE_MS);
  await writeFile(file, JSON.stringify(await worker.ask('stopProfile')));
}

function countStatements({ groups }: Script) {
  const count = (isAwaited: boolean) =>
    groups
      .filter((group) => group.isAwaited === isAwaited)
      .reduce((total, { statements }) => total + statements.length, 0);
  return { shopper: count(true), beside: count(false) };
}
