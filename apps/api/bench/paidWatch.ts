import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';

const TICK_MS = 3;
const PATIENCE_MS = 60_000;

/**
 * Tells when orders are paid: one statement now and then for all who wait, so that waiting costs the
 * same with one shopper and with many, and next to nothing. (In a browser a shopper would ask again
 * and again.)
 */
export interface PaidWatch {
  /** @throws when it takes too long. */
  paid(orderId: string): Promise<void>;
}

interface Waiting {
  resolve: () => void;
  reject: (error: Error) => void;
  until: number;
}

export function createPaidWatch(pool: Pool): PaidWatch {
  const waiting = new Map<string, Waiting>();
  let isWatching = false;

  async function look(): Promise<void> {
    const { rows } = await pool.query<{ id: string }>({
      name: 'bench.paid',
      text: `SELECT id FROM orders WHERE id = ANY ($1) AND payment_status = 'paid'`,
      values: [[...waiting.keys()]],
    });
    for (const { id } of rows) {
      waiting.get(id)?.resolve();
      waiting.delete(id);
    }
    for (const [id, { until, reject }] of waiting) {
      if (Date.now() < until) continue;
      reject(new Error(`The order ${id} is not paid after ${PATIENCE_MS} ms`));
      waiting.delete(id);
    }
  }

  async function watch(): Promise<void> {
    isWatching = true;
    try {
      while (waiting.size > 0) {
        await look();
        await delay(TICK_MS);
      }
    } catch (error) {
      for (const { reject } of waiting.values()) reject(error as Error);
      waiting.clear();
    } finally {
      isWatching = false;
    }
  }

  return {
    paid: (orderId) =>
      new Promise((resolve, reject) => {
        waiting.set(orderId, { resolve, reject, until: Date.now() + PATIENCE_MS });
        if (!isWatching) void watch();
      }),
  };
}
