import { paginate, type Page } from '../src/index.ts';

const pages = new Map<string | undefined, Page<number>>([
  [undefined, { data: [1, 2], meta: { nextCursor: 'b' } }],
  ['b', { data: [], meta: { nextCursor: 'c' } }],
  ['c', { data: [3], meta: { nextCursor: null } }],
]);

function list(from?: string) {
  const asked: (string | undefined)[] = [];
  const pageAt = (cursor: string | undefined) => {
    asked.push(cursor);
    const page = pages.get(cursor);
    return page ? Promise.resolve(page) : Promise.reject(new Error('There is no such page'));
  };
  return { asked, items: paginate(pageAt, from) };
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

test('yields the items of all pages, past an empty one', async () => {
  const { asked, items } = list();
  expect(await all(items)).toEqual([1, 2, 3]);
  expect(asked).toEqual([undefined, 'b', 'c']);
});

test('requests a page when it is needed, and none after the loop ends', async () => {
  const { asked, items } = list();
  for await (const item of items) if (item === 2) break;
  expect(asked).toEqual([undefined]);
});

test('begins at the given cursor', async () => {
  expect(await all(list('c').items)).toEqual([3]);
});
