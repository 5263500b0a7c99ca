import type { Agents } from './agents.ts';

const PATIENCE_MS = 60_000;

/**
 * Reports when orders are paid, by messages from the process that records it, so that waiting costs
 * the shop nothing. (A storefront would poll the order.)
 */
export interface PaidWatch {
  /** @throws when it takes too long. */
  paid(orderId: string): Promise<void>;
}

export function createPaidWatch(agents: Agents): PaidWatch {
  const waiting = new Map<string, () => void>();
  agents.onPaid((orderId) => waiting.get(orderId)?.());
  return {
    async paid(orderId) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const tooLate = new Error(`The order ${orderId} is not paid after ${PATIENCE_MS} ms`);
      const timer = setTimeout(() => reject(tooLate), PATIENCE_MS);
      waiting.set(orderId, resolve);
      try {
        await promise;
      } finally {
        clearTimeout(timer);
        waiting.delete(orderId);
      }
    },
  };
}
