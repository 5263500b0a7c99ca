import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import { newId } from '../src/kernel/ids.ts';
import type { Measured } from './measured.ts';
import type { Placed } from './purchase.ts';
import { quiet } from './quiet.ts';
import { percentilesOf, type Percentiles } from './stats.ts';

export interface FlashSaleFigures {
  shoppers: number;
  units: number;
  /** From the start until the article is sold out. */
  soldOutMs: number;
  /** From the start to the last answer with an order, and to the last answer. */
  lastOrderMs: number;
  lastAnswerMs: number;
  answerMs: Percentiles;
  /** Status and code, with their counts. */
  answers: Record<string, number>;
  /** Orders of the article, and how many of them are paid. */
  orders: number;
  paid: number;
  /** The lowest availability that was read, and the number of reads. */
  lowestStock: number;
  looks: number;
  /** At the end, when everything is sold. */
  onHand: number;
  deadlocks: number;
}

/** Concurrency of filling carts and paying, so that only the checkouts are a rush. */
const AT_A_TIME = 16;
/** How long PostgreSQL delays its counters. */
const COUNTERS_MS = 1500;

/**
 * All shoppers have the same article in their carts and check out at the same moment, each on a
 * separate connection.
 */
export async function flashSale(
  shop: Measured,
  shoppers: number,
  units: number,
): Promise<FlashSaleFigures> {
  const { stage, shopper, pool } = shop;
  const variantId = stage.articles.at(-1)?.variantId ?? '';
  await quiet(shop);
  await setStock(pool, variantId, units);
  const before = await figuresOf(pool, variantId);
  const carts = await inTurns(Array.from({ length: shoppers }), () => shopper.fillCart(variantId));

  const watch = watchStock(pool, variantId);
  const started = performance.now();
  const answers = await Promise.all(
    carts.map(async (cartId) => {
      const { status, body } = await shopper.checkOut(cartId);
      return { status, body, ms: performance.now() - started };
    }),
  );
  const stock = await watch.stop();
  const winners = answers.filter(({ status }) => status === 201);
  await inTurns(winners, ({ body }) => shopper.pay((body as { data: Placed }).data));
  await quiet(shop);
  await delay(COUNTERS_MS);
  const after = await figuresOf(pool, variantId);
  return {
    shoppers,
    units,
    lastOrderMs: Math.max(...winners.map(({ ms }) => ms)),
    lastAnswerMs: Math.max(...answers.map(({ ms }) => ms)),
    answerMs: percentilesOf(answers.map(({ ms }) => ms)),
    answers: tally(answers.map(({ status, body }) => nameOf(status, body))),
    orders: after.orders - before.orders,
    paid: after.paid - before.paid,
    ...stock,
    onHand: after.onHand,
    deadlocks: after.deadlocks - before.deadlocks,
  };
}

async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index] as T);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, lane));
  return results;
}

/** Sets the stock of one location, and zero at the others, with a stock movement. */
async function setStock(pool: Pool, variantId: string, units: number): Promise<void> {
  await pool.query(
    `WITH target AS (
       SELECT variant_id, location_id,
         CASE WHEN row_number() OVER (ORDER BY location_id) = 1 THEN $2::int ELSE 0 END AS on_hand,
         left($3::text, 26) || lpad(to_hex(row_number() OVER ()), 4, '0') AS movement
       FROM stock_levels WHERE variant_id = $1
     ), noted AS (
       INSERT INTO stock_movements (id, variant_id, location_id, delta, reason)
       SELECT t.movement, s.variant_id, s.location_id, t.on_hand - s.on_hand, 'adjustment'
       FROM stock_levels s JOIN target t USING (variant_id, location_id)
       WHERE t.on_hand <> s.on_hand
     )
     UPDATE stock_levels s SET on_hand = t.on_hand FROM target t
     WHERE s.variant_id = t.variant_id AND s.location_id = t.location_id`,
    [variantId, units, newId('movement')],
  );
}

/** Reads the availability again and again. */
function watchStock(pool: Pool, variantId: string) {
  const over = new AbortController();
  const started = performance.now();
  let soldOutMs = NaN;
  let looks = 0;
  let lowestStock = Infinity;
  const watching = (async () => {
    while (!over.signal.aborted) {
      const { rows } = await pool.query<{ free: number }>({
        name: 'bench.free',
        text: `SELECT sum(on_hand - reserved)::int AS free FROM stock_levels WHERE variant_id = $1`,
        values: [variantId],
      });
      lowestStock = Math.min(lowestStock, rows[0]?.free ?? Infinity);
      looks += 1;
      if (lowestStock <= 0 && Number.isNaN(soldOutMs)) soldOutMs = performance.now() - started;
      await delay(2);
    }
  })();
  return {
    async stop() {
      over.abort();
      await watching;
      return { lowestStock, looks, soldOutMs };
    },
  };
}

async function figuresOf(pool: Pool, variantId: string) {
  const { rows } = await pool.query<Record<'orders' | 'paid' | 'onHand' | 'deadlocks', number>>(
    `SELECT count(DISTINCT o.id)::int AS orders,
       count(DISTINCT o.id) FILTER (WHERE o.payment_status = 'paid')::int AS paid,
       (SELECT sum(on_hand)::int FROM stock_levels WHERE variant_id = $1) AS "onHand",
       (SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()) AS deadlocks
     FROM order_items i JOIN orders o ON o.id = i.order_id WHERE i.variant_id = $1`,
    [variantId],
  );
  const [row] = rows;
  if (!row) throw new Error('The flash sale has left no figures');
  return row;
}

function nameOf(status: number, body: unknown): string {
  const { code } = (body ?? {}) as { code?: string };
  return code === undefined ? String(status) : `${status} ${code}`;
}

function tally(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
