import { setTimeout as delay } from 'node:timers/promises';
import {
  createCacheService,
  PATIENCE_MS,
  RETRY_MS,
  type Computed,
} from '../../src/services/cache.service.ts';
import { serializeEnvelope } from '../../src/utils/cachedBody.ts';

function computed(text: string, tags: string[] = []): Computed {
  return { answer: serializeEnvelope({ data: text }), tags };
}

/** A computation that is counted and can wait. */
function counted(text: string, tags: string[] = [], until: Promise<unknown> = Promise.resolve()) {
  const counter = { runs: 0 };
  const compute = async () => {
    counter.runs += 1;
    await until;
    return computed(text, tags);
  };
  return { counter, compute };
}

/** Waits until all pending promises are settled. */
const settled = () => delay(1);

let now = 0;
beforeEach(() => void jest.spyOn(performance, 'now').mockImplementation(() => now));
afterEach(() => jest.restoreAllMocks());

describe('The cache', () => {
  const cache = createCacheService({ maxBytes: 100_000, ttlMs: 60_000 });
  afterEach(() => cache.clear());
  const read = async (key: string, compute: () => Promise<Computed>, of = cache) => {
    const { body } = await of.read(key, compute);
    return (JSON.parse(body.toString()) as { data: string }).data;
  };

  test('computes once per key for concurrent requests', async () => {
    const { counter, compute } = counted('a', [], delay(10));
    const answers = await Promise.all(Array.from({ length: 100 }, () => read('a', compute)));
    expect(new Set(answers)).toEqual(new Set(['a']));
    await read('a', compute);
    expect(counter.runs).toBe(1);
  });

  test('serves the stale answer for half a second after a notification, while one computation runs', async () => {
    const gate = Promise.withResolvers<void>();
    const changed = counted('new', ['x'], gate.promise);
    await read('a', counted('old', ['x']).compute);
    cache.invalidate(['x', 'unknown']);
    now += 499;
    const asked = Array.from({ length: 100 }, () => read('a', changed.compute));
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['old']));
    gate.resolve();
    await settled();
    expect(await read('a', changed.compute)).toBe('new');
    expect(changed.counter.runs).toBe(1);
  });

  test('serves no stale answer half a second after the first notification, however many follow', async () => {
    await read('a', counted('old', ['x']).compute);
    cache.invalidate(['x']);
    now += 400;
    cache.invalidate(['x']);
    now += 101;
    expect(await read('a', counted('new', ['x']).compute)).toBe('new');
  });

  test('keeps answers without the tags', async () => {
    const { counter, compute } = counted('b', ['y']);
    await read('b', compute);
    cache.invalidate(['x']);
    now += 1000;
    await read('b', compute);
    expect(counter.runs).toBe(1);
  });

  test('makes all answers stale when everything may have changed', async () => {
    await read('a', counted('old').compute);
    cache.invalidateAll();
    now += 501;
    expect(await read('a', counted('new').compute)).toBe('new');
  });

  test('serves no stale answer after it was cleared', async () => {
    await read('a', counted('old').compute);
    cache.clear();
    expect(await read('a', counted('new').compute)).toBe('new');
  });

  test('neither stores nor shares a computation that began before a change', async () => {
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

  test('stores no failure, and rejects only those who wait for it', async () => {
    const fail = () => Promise.reject<Computed>(new Error('down'));
    await expect(read('a', fail)).rejects.toThrow('down');
    expect(await read('a', counted('a', ['x']).compute)).toBe('a');
    cache.invalidate(['x']);
    expect(await read('a', fail)).toBe('a');
    now += 501;
    await expect(read('a', fail)).rejects.toThrow('down');
  });

  test('holds at most its limit of bytes, and no larger answer', async () => {
    const small = createCacheService({ maxBytes: 8000, ttlMs: 60_000 });
    const first = counted('1'.repeat(2000), ['t']);
    await read('1', first.compute, small);
    await read('2', counted('2'.repeat(2000), ['t']).compute, small);
    await read('1', first.compute, small);
    expect(first.counter.runs).toBe(2);
    const huge = counted('h'.repeat(10_000), ['t']);
    await read('h', huge.compute, small);
    await read('h', huge.compute, small);
    expect(huge.counter.runs).toBe(2);
    small.invalidate(['t']);
  });

  test('recomputes after a while, and waits for that if the answer is long expired', async () => {
    await read('a', counted('first').compute);
    now += 60_001;
    expect(await read('a', counted('second').compute)).toBe('first');
    await settled();
    expect(await read('a', counted('third').compute)).toBe('second');
    now += 70_001;
    expect(await read('a', counted('fourth').compute)).toBe('fourth');
  });

  test('finds a fresh answer by its address', async () => {
    const answer = await cache.read('a', counted('a', ['x']).compute);
    cache.remember('/a?limit=1', answer);
    expect(cache.find('/a?limit=1')).toBe(answer);
    expect(cache.find('/a')).toBeUndefined();
    cache.invalidate(['x']);
    expect(cache.find('/a?limit=1')).toBeUndefined();
  });

  test('drops the addresses of answers that it drops, and stores none for answers that it does not hold', async () => {
    const answer = await cache.read('a', counted('a').compute);
    cache.remember('/a', answer);
    cache.clear();
    expect(cache.find('/a')).toBeUndefined();
    cache.remember('/a', answer);
    expect(cache.find('/a')).toBeUndefined();
  });

  test('stores a few addresses of an answer, of limited length', async () => {
    const answer = await cache.read('a', counted('a').compute);
    cache.remember(`/${'a'.repeat(300)}`, answer);
    expect(cache.find(`/${'a'.repeat(300)}`)).toBeUndefined();
    const addresses = Array.from({ length: 10 }, (_, index) => `/${index}`);
    for (const address of addresses) cache.remember(address, answer);
    expect(addresses.filter((address) => cache.find(address))).toHaveLength(4);
  });
});

describe('The cache in an outage', () => {
  const away = new Error('away');
  const fail = () => Promise.reject<Computed>(away);
  const open = () =>
    createCacheService({ maxBytes: 100_000, ttlMs: 60_000, isOutage: (error) => error === away });
  const textOf = ({ body }: { body: Buffer }) => JSON.parse(body.toString()) as { data: string };

  test('serves its answers for as long as it holds them, with their age', async () => {
    const cache = open();
    await cache.read('a', counted('old').compute);
    now += 3_600_000;
    const answer = await cache.read('a', fail);
    expect(textOf(answer)).toEqual({ data: 'old' });
    expect(answer.stale).toEqual({ ageSeconds: 3600, expiredSeconds: 3540 });
    await expect(cache.read('b', fail)).rejects.toThrow('away');
  });

  test('also does so after a notification, and after notifications may have been lost', async () => {
    const cache = open();
    await cache.read('a', counted('old', ['x']).compute);
    cache.invalidate(['x']);
    now += 501;
    expect((await cache.read('a', fail)).stale).toBeDefined();
    now += RETRY_MS;
    cache.clear();
    expect((await cache.read('a', fail)).stale).toBeDefined();
  });

  test('probes now and then whether it is over, and then serves no stale answer', async () => {
    const cache = open();
    await cache.read('a', counted('old').compute);
    await cache.read('b', counted('old').compute);
    now += 100_000;
    await cache.read('a', fail);
    const fresh = counted('new');
    expect((await cache.read('a', fresh.compute)).stale).toBeDefined();
    expect(fresh.counter.runs).toBe(0);
    now += RETRY_MS;
    const answers = [await cache.read('a', fresh.compute), await cache.read('b', fresh.compute)];
    expect(answers.map(textOf)).toEqual([{ data: 'new' }, { data: 'new' }]);
    expect(answers.map(({ stale }) => stale)).toEqual([undefined, undefined]);
  });

  test('waits a little for a database that does not answer, one request at a time', async () => {
    const cache = open();
    await cache.read('a', counted('old').compute);
    await cache.read('b', counted('old').compute);
    now += 100_000;
    const frozen = counted('new', [], new Promise(() => undefined));
    const started = Date.now();
    expect((await cache.read('a', frozen.compute)).stale).toBeDefined();
    expect(Date.now() - started).toBeGreaterThanOrEqual(PATIENCE_MS - 50);
    expect((await cache.read('b', frozen.compute)).stale).toBeDefined();
    now += RETRY_MS;
    const trying = cache.read('a', frozen.compute);
    expect((await cache.read('b', frozen.compute)).stale).toBeDefined();
    expect(frozen.counter.runs).toBe(1);
    await trying;
  });

  test('serves no stale answer for a deleted object', async () => {
    const cache = open();
    await cache.read('a', counted('old').compute);
    now += 100_000;
    const gone = () => Promise.reject<Computed>(new Error('no such product'));
    await expect(cache.read('a', gone)).rejects.toThrow('no such product');
    await expect(cache.read('a', fail)).rejects.toThrow('away');
  });

  test('finds no stale answer by its address, so that none is sent without its headers', async () => {
    const cache = open();
    const answer = await cache.read('a', counted('a').compute);
    cache.remember('/a', answer);
    now += 100_000;
    cache.remember('/a?b', await cache.read('a', fail));
    expect([cache.find('/a'), cache.find('/a?b')]).toEqual([undefined, undefined]);
  });
});
