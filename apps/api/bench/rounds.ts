import { availableParallelism } from 'node:os';
import { startCpuMeter, type CpuUse } from './cpu.ts';
import { dueJobs, quiet } from './quiet.ts';
import type { Floor } from './floor.ts';
import type { Measured } from './measured.ts';
import type { PurchaseTimes } from './purchase.ts';
import type { Article } from './stock.ts';

/** The result of buying for a while, after all its jobs and mails are done. */
export interface Round {
  purchases: number;
  elapsedMs: number;
  /** Of each purchase; none for the floor. */
  times: PurchaseTimes[];
  cpu: CpuUse;
  /** The share of the cores that processes outside of the bench used. */
  othersShare: number;
}

/** Purchases through the whole shop, from HTTP to the mail. */
export function shopRound(shop: Measured, connections: number, ms: number): Promise<Round> {
  const times: PurchaseTimes[] = [];
  return round(shop, {
    connections,
    ms,
    buy: async ({ variantId }) => void times.push(await shop.shopper.buy(variantId)),
    rest: () => quiet(shop),
    times,
  });
}

/** The same statements by the bare script. */
export function floorRound(
  shop: Measured,
  floor: Floor,
  connections: number,
  ms: number,
): Promise<Round> {
  return round(shop, {
    connections,
    ms,
    buy: (article) => floor.purchase(article),
    rest: async () => {
      await floor.rest();
      const left = await dueJobs(floor.pool);
      if (left > 0) throw new Error(`The floor has left ${left} jobs undone`);
    },
    times: [],
  });
}

interface Buying {
  connections: number;
  ms: number;
  buy: (article: Article) => Promise<void>;
  /** Waits for the background work of the purchases. */
  rest: () => Promise<void>;
  times: PurchaseTimes[];
}

async function round(shop: Measured, buying: Buying): Promise<Round> {
  const { articles } = shop.stage;
  const stopMeter = await startCpuMeter(shop.stage);
  const started = performance.now();
  let purchases = 0;
  const lane = async () => {
    while (performance.now() - started < buying.ms) {
      const article = articles[purchases++ % articles.length];
      if (article) await buying.buy(article);
    }
  };
  await Promise.all(Array.from({ length: buying.connections }, lane));
  await buying.rest();
  const elapsedMs = performance.now() - started;
  const cpu = await stopMeter();
  const othersShare = cpu.others / elapsedMs / availableParallelism();
  return { purchases, elapsedMs, times: buying.times, cpu, othersShare };
}
