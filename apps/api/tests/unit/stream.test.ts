import { createStreamService } from '../../src/services/stream.service.ts';

/** Pages of numbers, ten each, with a count of those that were read. */
function numbers(pages: number) {
  const seen = { pages: 0 };
  return {
    seen,
    keyOf: (row: number) => row,
    async readPage(after: number | null) {
      seen.pages += 1;
      const first = (after ?? -1) + 1;
      if (first >= pages * 10) return [];
      return Array.from({ length: 10 }, (_, index) => first + index);
    },
  };
}

describe('A stream of rows', () => {
  test('has the rows of all pages, each once, in their order', async () => {
    const rows: number[] = [];
    for await (const row of createStreamService({ rest: 0 }).rows(numbers(4))) rows.push(row);
    expect(rows).toEqual(Array.from({ length: 40 }, (_, index) => index));
  });

  test('reads a page when the one before it was taken, and none when no one takes more', async () => {
    const stream = createStreamService({ rest: 0 });
    const source = numbers(1000);
    for await (const row of stream.rows(source)) {
      expect(source.seen.pages).toBe(Math.floor(row / 10) + 1);
      if (row === 25) break;
    }
    expect(source.seen.pages).toBe(3);
    expect(stream.openStreams()).toBe(0);
  });

  test('ends with the error of a page, and is no longer open then', async () => {
    const stream = createStreamService({ rest: 0 });
    const source = numbers(10);
    const failing = {
      ...source,
      readPage: async (after: number | null) => {
        if (after === 19) throw new Error('the database is gone');
        return source.readPage(after);
      },
    };
    const rows: number[] = [];
    const read = async () => {
      for await (const row of stream.rows(failing)) rows.push(row);
    };
    await expect(read()).rejects.toThrow('the database is gone');
    expect(rows).toHaveLength(20);
    expect(stream.openStreams()).toBe(0);
  });

  test('is refused while as many are open as may be, and taken when one has ended', async () => {
    const stream = createStreamService({ rest: 0, maxOpen: 2 });
    const open = [stream.rows(numbers(9)), stream.rows(numbers(9))] as const;
    for (const rows of open) await rows.next();
    await expect(stream.rows(numbers(1)).next()).rejects.toMatchObject({
      code: 'service_unavailable',
      headers: { 'Retry-After': '30' },
    });
    await open[0].return(undefined);
    expect(await stream.rows(numbers(1)).next()).toEqual({ value: 0, done: false });
  });
});
