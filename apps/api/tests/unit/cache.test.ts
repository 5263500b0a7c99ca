import { setTimeout as delay } from 'node:timers/promises';
import { createCacheService, type Computed } from '../../src/services/cache.service.ts';

function computed(text: string, tags: string[] = []): Computed {
  return { answer: { body: Buffer.from(text), etag: `"${text}"` }, tags };
}

/** A computation that is counted and, when asked to, waits. */
function counted(text: string, tags: string[] = [], until: Promise<unknown> = Promise.resolve()) {
  const counter = { runs: 0 };
  const compute = async () => {
    counter.runs += 1;
    await until;
    return computed(text, tags);
  };
  return { counter, compute };
}

describe('The cache', () => {
  const cache = createCacheService({ maxBytes: 100_000, ttlMs: 60_000 });
  afterEach(() => cache.clear());
  const read = async (key: string, compute: () => Promise<Computed>) =>
    (await cache.read(key, compute)).body.toString();

  test('computes once per key, however many ask at once', async () => {
    const { counter, compute } = counted('a', [], delay(10));
    const answers = await Promise.all(Array.from({ length: 100 }, () => read('a', compute)));
    expect(new Set(answers)).toEqual(new Set(['a']));
    await read('a', compute);
    expect(counter.runs).toBe(1);
  });

  test('drops what has a tag and keeps the rest', async () => {
    const a = counted('a', ['x', 'y']);
    const b = counted('b', ['y']);
    await read('a', a.compute);
    await read('b', b.compute);
    cache.invalidate(['x', 'unknown']);
    await read('a', a.compute);
    await read('b', b.compute);
    expect([a.counter.runs, b.counter.runs]).toEqual([2, 1]);
  });

  test('neither keeps nor hands on what began before a change', async () => {
    const gate = Promise.withResolvers<void>();
    const old = counted('old', ['x'], gate.promise);
    const asked = read('a', old.compute);
    cache.invalidate(['x']);
    const fresh = counted('new', ['x']);
    expect(await read('a', fresh.compute)).toBe('new');
    gate.resolve();
    expect(await asked).toBe('old');
    expect(await read('a', fresh.compute)).toBe('new');
    expect([old.counter.runs, fresh.counter.runs]).toEqual([1, 1]);
  });

  test('keeps no failure', async () => {
    await expect(read('a', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await read('a', counted('a').compute)).toBe('a');
  });

  test('holds no more bytes than it may, and nothing that is larger than that', async () => {
    const small = createCacheService({ maxBytes: 5000, ttlMs: 60_000 });
    const first = counted('1'.repeat(2000), ['t']);
    await small.read('1', first.compute);
    await small.read('2', counted('2'.repeat(2000), ['t']).compute);
    await small.read('1', first.compute);
    expect(first.counter.runs).toBe(2);
    const huge = counted('h'.repeat(10_000), ['t']);
    await small.read('h', huge.compute);
    await small.read('h', huge.compute);
    expect(huge.counter.runs).toBe(2);
    small.invalidate(['t']);
  });

  test('forgets after a while by itself', async () => {
    const brief = createCacheService({ maxBytes: 5000, ttlMs: 5 });
    const { counter, compute } = counted('a');
    await brief.read('a', compute);
    await delay(20);
    await brief.read('a', compute);
    expect(counter.runs).toBe(2);
  });
});
