import { setTimeout as delay } from 'node:timers/promises';
import type { Identity } from '../../src/kernel/identity.ts';
import type { Charge } from '../../src/kernel/limitClasses.ts';
import { chargesOf, subjectsOf } from '../../src/middleware/routeLimits.middleware.ts';
import { eventually } from '../helpers/eventually.ts';
import { MemoryStore, memoryLimits } from '../helpers/limits.ts';

const browse = (id: string, cost?: number): Charge => ({
  class: 'browse',
  tier: 'address',
  id,
  ...(cost !== undefined && { cost }),
});
const guess = (id: string): Charge => ({ class: 'codes', tier: 'address', id });

describe('A settled limit', () => {
  test('is shared: what one process has counted is used up in the others a moment later', async () => {
    const store = new MemoryStore();
    const [one, other] = [0, 1].map(() => memoryLimits({ store, max: { requests: 100 } }));
    for (let i = 0; i < 100; i++) expect(one?.countHere(browse('a'))?.isUsedUp).toBe(false);
    expect(one?.countHere(browse('a'))?.isUsedUp).toBe(true);
    await eventually(() => store.counts.size === 1);
    // The other learns it with its first exchange.
    other?.countHere(browse('a'));
    await eventually(() => other?.peekHere(browse('a'))?.isUsedUp);
    expect(other?.countHere(browse('b'))?.isUsedUp).toBe(false);
  });

  test('is exceeded by no more than a twentieth for each process, and what one exchange misses', async () => {
    const store = new MemoryStore();
    const processes = [0, 1, 2].map(() => memoryLimits({ store, max: { requests: 100 } }));
    let admitted = 0;
    for (let round = 0; round < 100; round++) {
      for (const limits of processes) {
        if (limits.countHere(browse('a'))?.isUsedUp === false) admitted++;
      }
      // Longer than an exchange takes.
      await delay(3);
    }
    expect(admitted).toBeGreaterThanOrEqual(100);
    expect(admitted).toBeLessThanOrEqual(100 + 3 * 5 + 3 * 3);
  });

  test('asks the store for no request, but once for many', async () => {
    const store = new MemoryStore();
    const limits = memoryLimits({ store, max: { requests: 100_000 } });
    for (let i = 0; i < 1000; i++) limits.countHere(browse(`client-${i % 10}`));
    expect(store.additions).toEqual([]);
    await eventually(() => store.additions.length > 0, 3000);
    await delay(50);
    expect(store.additions).toHaveLength(1);
    expect(store.additions[0]?.map(({ cost }) => cost)).toEqual(Array(10).fill(100));
  });

  test('takes back a count', async () => {
    const store = new MemoryStore();
    const limits = memoryLimits({ store, max: { requests: 10 } });
    limits.countHere(browse('a'));
    limits.countHere(browse('a'));
    limits.countHere(browse('a', -1));
    await limits.close();
    expect([...store.counts.values()].map(({ used }) => used)).toEqual([1]);
  });

  test('holds in each process alone while the store is unavailable, and in all again afterwards', async () => {
    const store = new MemoryStore();
    store.isUnavailable = true;
    const warned: string[] = [];
    const limits = memoryLimits({
      store,
      max: { requests: 10 },
      warn: (message) => void warned.push(message),
    });
    const used = Array.from({ length: 12 }, () => limits.countHere(browse('a'))?.isUsedUp);
    expect(used.filter((isUsedUp) => isUsedUp)).toHaveLength(2);
    await eventually(() => warned.length > 0);
    store.isUnavailable = false;
    await eventually(() => store.counts.size === 1);
    expect([...store.counts.values()].map((count) => count.used)).toEqual([11]);
    expect(warned).toHaveLength(1);
  });

  test('begins again with each window', async () => {
    const limits = memoryLimits({ max: { requests: 1 }, windowSeconds: 1 });
    expect(limits.countHere(browse('a'))?.isUsedUp).toBe(false);
    expect(limits.countHere(browse('a'))?.isUsedUp).toBe(true);
    await delay(1100);
    expect(limits.countHere(browse('a'))?.isUsedUp).toBe(false);
  });
});

describe('An exact limit', () => {
  test('asks the store no more once nothing is left', async () => {
    const store = new MemoryStore();
    const limits = memoryLimits({ store, max: { codes: 2 } });
    const isUsedUp: (boolean | undefined)[] = [];
    for (let i = 0; i < 5; i++) isUsedUp.push((await limits.count([guess('a')]))[0]?.isUsedUp);
    expect(isUsedUp).toEqual([false, false, true, true, true]);
    expect(store.additions).toHaveLength(2);
    expect((await limits.count([guess('b')]))[0]?.isUsedUp).toBe(false);
  });

  test('refuses while the store is unavailable, and says when to try again', async () => {
    const store = new MemoryStore();
    store.isUnavailable = true;
    const limits = memoryLimits({ store, max: { codes: 2, checkouts: 2, signIns: 2 } });
    const classes = ['codes', 'wrongKeys', 'signIn', 'register', 'reset'] as const;
    for (const name of classes) {
      const charge: Charge = { class: name, tier: 'address', id: 'a' };
      await expect(limits.count([charge])).rejects.toMatchObject({
        code: 'service_unavailable',
        headers: { 'Retry-After': '5' },
      });
      await expect(limits.peek([charge])).rejects.toMatchObject({ code: 'service_unavailable' });
    }
  });

  test('of checkouts holds in each process alone meanwhile', async () => {
    const store = new MemoryStore();
    store.isUnavailable = true;
    const limits = memoryLimits({ store, max: { checkouts: 2 } });
    const charge: Charge = { class: 'checkout', tier: 'address', id: 'a' };
    const isUsedUp: (boolean | undefined)[] = [];
    for (let i = 0; i < 3; i++) isUsedUp.push((await limits.count([charge]))[0]?.isUsedUp);
    expect(isUsedUp).toEqual([false, false, true]);
  });

  test('keeps no address and no account in the store', async () => {
    const store = new MemoryStore();
    const limits = memoryLimits({ store, max: { signIns: 2 } });
    await limits.count([
      { class: 'signIn', tier: 'address', id: '203.0.113.7' },
      { class: 'signIn', tier: 'account', id: 'ada@example.com' },
    ]);
    const keys = [...store.counts.keys()];
    expect(keys).toHaveLength(2);
    expect(keys.join()).not.toMatch(/203\.0\.113|ada/);
  });
});

describe('A route is limited', () => {
  const guest = { address: '203.0.113.7' };

  test('per address, and not per account that the body names: a stranger can name it', () => {
    expect(chargesOf('reset', { email: 'ada@example.com' }, guest)).toEqual([
      { class: 'reset', tier: 'address', id: '203.0.113.7', cost: 1 },
    ]);
  });

  test('per key instead of its address, unless the key names its buyer', () => {
    const staff = { kind: 'adminKey' } as const;
    const tiers = (isNamed: boolean) =>
      chargesOf('checkout', {}, subjectsOf(staff, { address: '203.0.113.7', isNamed })).map(
        ({ tier }) => tier,
      );
    expect(tiers(false)).toEqual(['key']);
    expect(tiers(true)).toEqual(['address']);
  });

  test('per account of someone who is signed in', () => {
    const subjects = subjectsOf(
      { kind: 'user', identity: { userId: 'usr_1' } as Identity },
      { address: '203.0.113.7', isNamed: false },
    );
    expect(chargesOf('checkout', {}, subjects).map(({ id }) => id)).toEqual([
      '203.0.113.7',
      'usr_1',
    ]);
  });

  test('as often as a member has entries, and not at all without it', () => {
    const cost = (body: unknown) =>
      chargesOf({ class: 'codes', per: 'giftCards' }, body, guest).map((charge) => charge.cost);
    expect(cost({})).toEqual([]);
    expect(cost(undefined)).toEqual([]);
    expect(cost({ giftCards: ['a', 'b', 'c'] })).toEqual([3]);
    expect(cost({ giftCards: Array(1000).fill('a') })).toEqual([10]);
    expect(cost({ giftCards: 'a' })).toEqual([1]);
  });
});
