import { listRequestOf, scopeOf } from '../../src/services/products/listRequest.ts';
import { encodeCursor } from '../../src/utils/cursor.ts';
import { productListQuerySchema } from '../../src/validators/productQuery.validator.ts';
import { CURSOR_SECRET, type Catalogue } from './catalogue.ts';

/** A query of shoppers, in a few versions that are used in rotation. */
export interface Question {
  readonly name: string;
  readonly ask: readonly (() => Promise<unknown>)[];
}

/** Pages of 20 before the deep page; half of the pages of a shop that has fewer. */
const DEEP_PAGE = 2000;
const PAGE = 20;

/** The defaults of a request. */
const nothing = {
  params: undefined,
  headers: {},
  cookies: undefined,
  body: undefined,
  upload: undefined,
};

/** All queries for this catalogue. */
export async function questionsFor(catalogue: Catalogue): Promise<Question[]> {
  const { products, ctx } = catalogue;
  const list = (query: Record<string, unknown>) => {
    const input = { ...nothing, query: productListQuerySchema.parse(query) };
    return () => products.listProducts(ctx, input);
  };
  const get = (idOrHandle: string) =>
    products.getProduct(ctx, { ...nothing, params: { idOrHandle }, query: {} });
  const lists = (name: string, queries: readonly Record<string, unknown>[]): Question => ({
    name,
    ask: queries.map(list),
  });
  const deep = async (name: string, sort: keyof typeof sortKeys) =>
    lists(name, [{ sort, cursor: await deepCursor(catalogue, sort) }]);

  const some = await valuesOf(catalogue);
  const each = (key: string, values: readonly string[], more: Record<string, unknown> = {}) =>
    values.map((value) => ({ [key]: value, ...more }));
  return [
    lists('list', [{}]),
    ...['createdAt', 'title', '-title', 'price', '-price', '-price,title', 'title,-createdAt'].map(
      (sort) => lists(`list, sort=${sort}`, [{ sort }]),
    ),
    await deep('deep page', '-createdAt'),
    await deep('deep page, sort=title', 'title'),
    await deep('deep page, sort=-price', '-price'),
    lists('category', each('category', some.leaves)),
    lists('category with others below', each('category', some.roots)),
    lists('category, sort=price', each('category', some.leaves, { sort: 'price' })),
    lists('category, sort=title', each('category', some.roots, { sort: 'title' })),
    lists('collection', each('collection', some.collections)),
    lists('vendor', each('vendor', some.vendors)),
    lists('vendor, sort=-price', each('vendor', some.vendors, { sort: '-price' })),
    lists('type', each('type', some.types)),
    lists('tag', each('tag', some.tags)),
    lists('two tags', [{ tag: some.tags.slice(0, 2) }, { tag: some.tags.slice(-2) }]),
    lists('price range', [{ price: { gte: '2000', lte: '2500' } }, { price: { gte: '60000' } }]),
    lists('price range, sort=price', [{ price: { gte: '2000', lte: '2500' }, sort: 'price' }]),
    lists('inStock=true', [{ inStock: 'true' }]),
    lists('inStock=false', [{ inStock: 'false' }]),
    lists('category, tag, price, inStock', [
      { category: some.roots[0], tag: some.tags[0], price: { lte: '9000' }, inStock: 'true' },
    ]),
    lists('nothing found', [{ vendor: 'no-such-vendor' }, { tag: 'no-such-tag' }]),
    lists('q, one product’s words', each('q', some.titles)),
    lists('q, rare word', each('q', some.names)),
    lists('q, two words', each('q', ['linen shirt', 'oak chair', 'brass lamp', 'wool blanket'])),
    lists('q, unfinished word', each('q', ['linen shi', 'oak cha', 'brass lan'])),
    lists('q, frequent word', each('q', ['linen', 'oak', 'wool'])),
    lists('q, frequent word, sort=price', each('q', ['linen', 'oak', 'wool'], { sort: 'price' })),
    lists('q, misspelt', each('q', ['blankt', 'teapott', 'sneekers'])),
    lists('category, count', each('category', some.leaves, { count: 'true' })),
    lists('category, facets', each('category', some.leaves, { facets: 'true' })),
    lists('count', [{ count: 'true' }]),
    lists('facets', [{ facets: 'true' }]),
    { name: 'product by handle', ask: some.handles.map((key) => () => get(key)) },
    { name: 'product by id', ask: some.ids.map((key) => () => get(key)) },
  ];
}

/** The sort orders of the lists with deep pages, as a cursor has them. */
const sortKeys = {
  '-createdAt': 'to_json(created_at)',
  title: 'to_json(title_sort_key(title))',
  '-price': `to_json((SELECT min(amount) FROM variants v JOIN prices r ON r.variant_id = v.id
    WHERE v.product_id = p.id AND r.currency = 'USD'))`,
} as const;

/** The cursor of a deep page, which would otherwise take thousands of requests. */
async function deepCursor(
  { select, size }: Catalogue,
  sort: keyof typeof sortKeys,
): Promise<string> {
  const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
  const [row] = await select<{ id: string; key: string | number }>(
    `SELECT id, ${sortKeys[sort]} AS key FROM products p WHERE status = 'active'
     ORDER BY ${sortKeys[sort]}::jsonb ${direction}, id ${direction} LIMIT 1 OFFSET $1`,
    [Math.min(DEEP_PAGE * PAGE, size / 2)],
  );
  if (!row) throw new Error('The list ends before its middle');
  const request = listRequestOf({ currency: 'USD' }, productListQuerySchema.parse({ sort }));
  return encodeCursor(CURSOR_SECRET, scopeOf(request), {
    direction: 'next',
    keys: [row.key],
    id: row.id,
  });
}

const VERSIONS = 8;

/** Existing values, spread over the catalogue; deterministic. */
async function valuesOf({ select, size }: Catalogue) {
  const texts = async (text: string) =>
    (await select<{ value: string }>(text)).map(({ value }) => value);
  const spread = (column: string) =>
    texts(`SELECT ${column} AS value FROM (
        SELECT *, row_number() OVER (ORDER BY created_at, id) AS place FROM products
      ) p WHERE place % ${Math.ceil(size / VERSIONS)} = 1 ORDER BY place`);
  const titles = await spread('title');
  return {
    leaves: await texts(`SELECT handle AS value FROM categories WHERE path LIKE '%/%'
      ORDER BY md5(handle) LIMIT ${VERSIONS}`),
    roots: await texts(`SELECT handle AS value FROM categories WHERE parent_id IS NULL
      ORDER BY handle LIMIT ${VERSIONS}`),
    collections: await texts(`SELECT handle AS value FROM collections ORDER BY handle`),
    vendors: await spread('vendor'),
    types: await spread('type'),
    tags: ['organic', 'summer', 'office', 'waterproof'],
    handles: await spread('handle'),
    ids: await spread('id'),
    titles,
    names: titles.flatMap((title) => title.split(' ').slice(0, 1)),
  };
}
