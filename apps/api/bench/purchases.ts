import type { CpuUse } from './cpu.ts';
import { openFloor, type Floor } from './floor.ts';
import { copyTasks } from './floorTasks.ts';
import type { Measured } from './measured.ts';
import type { PartTaker } from './parts.ts';
import { floorRound, shopRound, type Round } from './rounds.ts';
import { takesJob, type Script } from './script.ts';
import { percentilesOf, spreadOf, sum, type Percentiles, type Spread } from './stats.ts';

export interface PurchasePlan {
  connections: readonly number[];
  rounds: number;
  roundMs: number;
}

/** Concurrent purchases: of the shop, and of the bare script. */
export interface PurchaseFigures {
  connections: number;
  /** Purchases a second. */
  shop: Spread;
  floor: Spread;
  /** The shop's rate divided by the floor's, of each pair of rounds. */
  ratio: Spread;
  /** The floor's CPU of a purchase divided by the shop's: its processes and PostgreSQL, without sandbox, mail server and shoppers. */
  cpuRatio: number;
  checkoutMs: Percentiles;
  purchaseMs: Percentiles;
  /** Milliseconds of CPU of a purchase, by process. */
  shopCpu: Omit<CpuUse, 'httpWorkers'>;
  floorCpu: Omit<CpuUse, 'httpWorkers'>;
  /** The share of the cores that other processes used. */
  othersShare: Spread;
}

const WARM_UP_MS = 1500;
/** A worker's first hundred purchases take it twice the CPU of later ones: V8 has not optimized its code yet. */
const WARM_UP_PURCHASES = 200;
const WARM_UP_CONNECTIONS = 8;

/**
 * Alternates between the shop and the floor, so that other load on the machine affects both.
 * @returns the figures for each number of connections that completed.
 */
export async function measurePurchases(
  shop: Measured,
  script: Script,
  { taker, ...plan }: PurchasePlan & { taker: PartTaker },
  say: (line: string) => void,
): Promise<PurchaseFigures[]> {
  const isReady = await taker.take('purchases', async () => {
    await prepareFloor(shop, script);
    await warmUp(shop);
    return true;
  });
  if (!isReady) return [];
  const figures: PurchaseFigures[] = [];
  for (const count of plan.connections) {
    const row = await taker.take(`purchases at ${count} connections`, () =>
      measureConnections(shop, script, { ...plan, count }, say),
    );
    if (row) figures.push(row);
  }
  return figures;
}

async function warmUp(shop: Measured): Promise<void> {
  for (let bought = 0; bought < WARM_UP_PURCHASES;) {
    bought += (await shopRound(shop, WARM_UP_CONNECTIONS, WARM_UP_MS)).purchases;
  }
}

/** Uses a fresh floor, so that a failed one leaves nothing behind. */
async function measureConnections(
  shop: Measured,
  script: Script,
  { count, rounds, roundMs }: Omit<PurchasePlan, 'connections'> & { count: number },
  say: (line: string) => void,
): Promise<PurchaseFigures> {
  const floor = openFloor(shop.stage.floorUrl, script);
  try {
    await floor.pool.query('DELETE FROM graphile_worker._private_jobs');
    await shopRound(shop, count, WARM_UP_MS);
    await floorRound(shop, floor, count, WARM_UP_MS);
    const pairs: Pair[] = [];
    for (let round = 1; round <= rounds; round++) {
      pairs.push(await pairOf(shop, floor, count, roundMs));
      say(`${count} connections, round ${round} of ${rounds}: ${line(pairs.at(-1))}`);
    }
    return figuresOf(count, pairs);
  } finally {
    await floor.close();
  }
}

interface Pair {
  shop: Round;
  floor: Round;
}

async function pairOf(
  shop: Measured,
  floor: Floor,
  connections: number,
  ms: number,
): Promise<Pair> {
  return {
    shop: await shopRound(shop, connections, ms),
    floor: await floorRound(shop, floor, connections, ms),
  };
}

/** Each statement must have the same effect on the floor's database as on the shop's. */
async function prepareFloor({ stage, pool }: Measured, script: Script): Promise<void> {
  const floor = openFloor(stage.floorUrl, script, async (client, ready, statement) => {
    const result = await client.query(ready);
    if (!takesJob(statement) && result.rowCount !== statement.rowCount) {
      const counts = `${result.rowCount} rows instead of ${statement.rowCount}`;
      throw new Error(`The floor is not like the shop: ${statement.name} touches ${counts}`);
    }
    return result;
  });
  try {
    await copyTasks(pool, floor.pool);
    for (const article of stage.articles.slice(0, 3)) await floor.purchase(article);
    await floor.rest();
  } finally {
    await floor.close();
  }
}

function figuresOf(connections: number, pairs: readonly Pair[]): PurchaseFigures {
  const shops = pairs.map(({ shop }) => shop);
  const floors = pairs.map(({ floor }) => floor);
  const times = shops.flatMap((round) => round.times);
  const shopCpu = cpuOfPurchase(shops);
  const floorCpu = cpuOfPurchase(floors);
  return {
    connections,
    shop: spreadOf(shops.map(rateOf)),
    floor: spreadOf(floors.map(rateOf)),
    ratio: spreadOf(pairs.map(({ shop, floor }) => rateOf(shop) / rateOf(floor))),
    cpuRatio:
      (floorCpu.bench + floorCpu.PostgreSQL) /
      (shopCpu['HTTP worker'] + shopCpu['job worker'] + shopCpu.PostgreSQL),
    checkoutMs: percentilesOf(times.map(({ checkoutMs }) => checkoutMs)),
    purchaseMs: percentilesOf(times.map(({ wholeMs }) => wholeMs)),
    shopCpu,
    floorCpu,
    othersShare: spreadOf([...shops, ...floors].map(({ othersShare }) => othersShare)),
  };
}

function rateOf({ purchases, elapsedMs }: Round): number {
  return (1000 * purchases) / elapsedMs;
}

function cpuOfPurchase(rounds: readonly Round[]): Omit<CpuUse, 'httpWorkers'> {
  const purchases = sum(rounds.map((round) => round.purchases));
  const each = (who: Exclude<keyof CpuUse, 'httpWorkers'>) =>
    sum(rounds.map(({ cpu }) => cpu[who])) / purchases;
  return {
    'HTTP worker': each('HTTP worker'),
    'job worker': each('job worker'),
    sandbox: each('sandbox'),
    primary: each('primary'),
    PostgreSQL: each('PostgreSQL'),
    bench: each('bench'),
    others: each('others'),
  };
}

function line(pair: Pair | undefined): string {
  if (!pair) return '';
  const { shop, floor } = pair;
  const others = Math.round(50 * (shop.othersShare + floor.othersShare));
  return `${rateOf(shop).toFixed(1)} and ${rateOf(floor).toFixed(1)} a second, others use ${others} %`;
}
