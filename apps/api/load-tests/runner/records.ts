import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import { dueJobs } from '../../bench/quiet.ts';

/** What the shop has recorded. */
export interface Records {
  readonly orders: number;
  readonly paidOrders: number;
  /** Captured according to the payments' ledger; minor units. */
  readonly money: number;
  /** Units sold according to the stock's ledger. */
  readonly pieces: number;
}

/** The counters of k6 (see `lib/counts.js`), by name. */
export type Counts = Readonly<Record<string, number>>;

const PATIENCE_MS = 60_000;
const TICK_MS = 100;

/**
 * Waits until no webhook is undelivered and no job is due, because an order may become paid after k6 ends.
 * @param stripe the sandbox's address.
 * @throws when that takes too long.
 */
export async function settled(pool: Pool, stripe: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while ((await undelivered(stripe)) > 0 || (await dueJobs(pool)) > 0) {
    if (Date.now() > deadline)
      throw new Error(`The shop has not come to rest in ${PATIENCE_MS} ms`);
    await delay(TICK_MS);
  }
}

async function undelivered(stripe: string): Promise<number> {
  const answer = await fetch(`${stripe}/_sandbox/deliveries?state=pending`);
  return ((await answer.json()) as unknown[]).length;
}

/** Reads the sums of a shop that has sold nothing before the load test. */
export async function readRecords(pool: Pool): Promise<Records> {
  const { rows } = await pool.query<Records>(`
    SELECT (SELECT count(*) FROM orders)::int AS orders,
           (SELECT count(*) FROM orders WHERE payment_status = 'paid')::int AS "paidOrders",
           (SELECT coalesce(sum(amount), 0) FROM payment_entries
            WHERE kind = 'captured')::float8 AS money,
           (SELECT coalesce(-sum(delta), 0) FROM stock_movements WHERE reason = 'sale')::int AS pieces`);
  const [records] = rows;
  if (!records) throw new Error('The records could not be read');
  return records;
}

/**
 * Compares the database with the answers that k6 got. A checkout or a confirmation without an answer
 * may have had its effect or not; everything else must agree exactly.
 * @returns the differences, as sentences.
 */
export function disagreements(counts: Counts, records: Records): string[] {
  const of = (name: string) => counts[name] ?? 0;
  const known = of('payments_confirmed') === of('confirmations_sent');
  const exactly = (value: number): Bounds => [value, known ? value : Infinity];
  const facts: [string, number, Bounds][] = [
    [
      'orders',
      records.orders,
      [of('orders_placed'), of('checkouts_sent') - of('checkouts_sold_out')],
    ],
    ['paid orders', records.paidOrders, [of('payments_confirmed'), of('confirmations_sent')]],
    ['money taken', records.money, exactly(of('money_confirmed'))],
    ['pieces sold', records.pieces, exactly(of('pieces_confirmed'))],
  ];
  return facts
    .filter(([, value, [least, most]]) => value < least || value > most)
    .map(
      ([what, value, bounds]) => `${what}: the shop has ${value}, k6 knows of ${spoken(bounds)}`,
    );
}

/** The minimum and maximum of a correct figure. */
type Bounds = readonly [number, number];

function spoken([least, most]: Bounds): string {
  if (least === most) return String(least);
  return most === Infinity ? `${least} or more` : `${least} to ${most}`;
}
