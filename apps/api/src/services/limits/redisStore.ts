import type { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { Unavailable } from '../../utils/unavailable.ts';
import type { Count, LimitStore } from './store.ts';

/** A count takes Redis well under a millisecond; one that takes longer is as good as down. */
const TIMEOUT_MS = 1000;
const MAX_RECONNECT_MS = 2000;
const KEY_PREFIX = 'cartwright:limits';

/** Counts in Redis, which forgets a count by itself. It is connected to when it is first needed. */
export function createRedisStore(url: string): LimitStore {
  let connection: ReturnType<typeof connect> | undefined;

  /** @throws {Unavailable} whatever Redis or the way to it says. */
  async function reach<T>(ask: (limiter: RateLimiterRedis) => Promise<T>): Promise<T> {
    try {
      return await ask((await (connection ??= connect(url))).limiter);
    } catch (error) {
      throw new Unavailable('Redis cannot count requests', { cause: error });
    }
  }

  return {
    // The commands of one turn go out together (auto-pipelining), so a list is one round trip.
    add: (additions) =>
      reach((limiter) =>
        Promise.all(
          additions.map(async ({ key, cost, windowSeconds }) =>
            countOf(await limiter.penalty(key, cost, { customDuration: windowSeconds })),
          ),
        ),
      ),
    read: (keys) =>
      reach((limiter) =>
        Promise.all(
          keys.map(async (key) => {
            const counted = await limiter.get(key);
            return counted === null ? undefined : countOf(counted);
          }),
        ),
      ),
    purge: () => Promise.resolve(),
    async close() {
      (await connection)?.client.disconnect();
    },
  };
}

async function connect(url: string) {
  const [{ Redis }, { default: Limiter }] = await Promise.all([
    import('ioredis'),
    import('rate-limiter-flexible/lib/RateLimiterRedis.js'),
  ]);
  const client = new Redis(url, {
    lazyConnect: true,
    enableAutoPipelining: true,
    // What cannot be sent now fails now: a request waits for no reconnection.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: TIMEOUT_MS,
    commandTimeout: TIMEOUT_MS,
    retryStrategy: (times) => Math.min(times * 100, MAX_RECONNECT_MS),
  });
  // Without a listener Node would end the process; commands report what is wrong.
  client.on('error', () => undefined);
  // The first command would fail before the connection is made; a failure is the command's to report.
  await client.connect().catch(() => undefined);
  const limiter = new Limiter({
    storeClient: client,
    keyPrefix: KEY_PREFIX,
    points: 1,
    duration: 1,
  });
  return { client, limiter };
}

function countOf({ consumedPoints, msBeforeNext }: RateLimiterRes): Count {
  return { used: consumedPoints, msLeft: msBeforeNext };
}
