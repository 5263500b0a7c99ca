import { readdir } from 'node:fs/promises';
import { openImportShop, summary, toCsv, type ImportShop } from '../helpers/importShop.ts';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(async () => {
  await shop.close();
});

const tee = {
  Handle: 'tee',
  Title: 'Tee',
  'Body (HTML)': '<p>Soft.</p>',
  Vendor: 'Acme',
  'Product Category': 'Apparel > Tops',
  Type: 'T-shirt',
  Tags: 'cotton, summer',
  Collections: 'New arrivals, Gifts',
  'SEO Title': 'A tee',
  'Fabric (product.metafields.custom.fabric)': 'Cotton',
  Status: 'active',
  'Option1 Name': 'Size',
  'Option1 Value': 'S',
  'Variant SKU': 'TEE-S',
  'Variant Grams': 200,
  'Variant Inventory Tracker': 'shopify',
  'Variant Inventory Qty': 5,
  'Variant Inventory Policy': 'deny',
  'Variant Price': '19.99',
  'Variant Compare At Price': '25',
  'Variant Price / EUR': '18',
  'Image Src': 'https://example.com/tee.jpg',
  'Image Alt Text': 'A tee',
  'Variant Image': 'https://example.com/tee.jpg',
};
const medium = {
  Handle: 'tee',
  'Option1 Value': 'M',
  'Variant SKU': 'TEE-M',
  'Variant Inventory Tracker': 'shopify',
  'Variant Inventory Qty': 0,
  'Variant Price': '19.99',
};
const file = toCsv([tee, medium]);

/** The keys of new and rewritten rows. */
async function touched(before: ReadonlyMap<string, string>): Promise<string[]> {
  const after = await shop.versions();
  return [...after].filter(([key, xmin]) => before.get(key) !== xmin).map(([key]) => key);
}

const variants = () =>
  shop.select<{ id: string; sku: string; option_values: string[]; title: string }>(
    'SELECT id, sku, option_values, title FROM variants ORDER BY position, sku',
  );

describe('a new product', () => {
  test('is written with all that the file says', async () => {
    expect(summary(await shop.run(file))).toEqual({
      products: '1+ 0~ 0=',
      variants: '2+ 0~ 0=',
      images: '1+ 0~ 0=',
      rejected: 0,
    });
    const [product] = await shop.select(
      `SELECT handle, title, description, vendor, type, tags, status, seo_title, metafields FROM products`,
    );
    expect(product).toEqual({
      handle: 'tee',
      title: 'Tee',
      description: '<p>Soft.</p>',
      vendor: 'Acme',
      type: 'T-shirt',
      tags: ['cotton', 'summer'],
      status: 'active',
      seo_title: 'A tee',
      metafields: { 'custom.fabric': 'Cotton' },
    });
    expect(await shop.select('SELECT position, name, values FROM product_options')).toEqual([
      { position: 1, name: 'Size', values: ['S', 'M'] },
    ]);
    expect(
      await shop.select(
        `SELECT v.sku, v.position, v.weight_grams, i.source, s.on_hand, s.reserved, s.backorder,
           (SELECT json_object_agg(currency, ARRAY[amount, compare_at]) FROM prices WHERE variant_id = v.id) AS prices,
           (SELECT sum(delta) FROM stock_movements WHERE variant_id = v.id AND reason = 'import') AS moved
         FROM variants v LEFT JOIN product_images i ON i.id = v.image_id
         JOIN stock_levels s ON s.variant_id = v.id ORDER BY v.position`,
      ),
    ).toEqual([
      {
        sku: 'TEE-S',
        position: 1,
        weight_grams: 200,
        source: 'https://example.com/tee.jpg',
        on_hand: 5,
        reserved: 0,
        backorder: false,
        prices: { USD: [1999, 2500], EUR: [1800, null] },
        moved: 5,
      },
      expect.objectContaining({ sku: 'TEE-M', position: 2, on_hand: 0, moved: null }),
    ]);
    expect(await shop.select('SELECT handle, name FROM locations')).toEqual([
      { handle: 'main', name: 'Main' },
    ]);
  });

  test('is added to its category, which is created from the path, and to its collections', async () => {
    await shop.run(
      toCsv([
        tee,
        { ...tee, Handle: 'b', 'Product Category': 'apparel >  Tops ' },
        { ...tee, Handle: 'c', 'Product Category': 'Dogs > Tops', Collections: 'Crème & Café' },
      ]),
    );
    expect(
      await shop.select(
        `SELECT c.handle, c.name, c.path, parent.handle AS parent, count(l.product_id) AS products
         FROM categories c LEFT JOIN categories parent ON parent.id = c.parent_id
         LEFT JOIN product_categories l ON l.category_id = c.id
         GROUP BY c.id, parent.id ORDER BY c.path`,
      ),
    ).toEqual([
      { handle: 'apparel', name: 'Apparel', path: 'apparel', parent: null, products: 0 },
      { handle: 'tops', name: 'Tops', path: 'apparel/tops', parent: 'apparel', products: 2 },
      { handle: 'dogs', name: 'Dogs', path: 'dogs', parent: null, products: 0 },
      { handle: 'dogs-tops', name: 'Tops', path: 'dogs/dogs-tops', parent: 'dogs', products: 1 },
    ]);
    expect(
      await shop.select(
        `SELECT c.handle, c.title, count(*) AS products FROM collections c
         JOIN product_collections l ON l.collection_id = c.id GROUP BY c.id ORDER BY c.handle`,
      ),
    ).toEqual([
      { handle: 'creme-cafe', title: 'Crème & Café', products: 1 },
      { handle: 'gifts', title: 'Gifts', products: 2 },
      { handle: 'new-arrivals', title: 'New arrivals', products: 2 },
    ]);
  });
});

describe('the same file again', () => {
  test('writes nothing', async () => {
    await shop.run(file);
    const before = await shop.versions();
    expect(summary(await shop.run(file))).toEqual({
      products: '0+ 0~ 1=',
      variants: '0+ 0~ 2=',
      images: '0+ 0~ 1=',
      rejected: 0,
    });
    expect(await shop.versions()).toEqual(before);
  });

  test('with a new price changes only that variant', async () => {
    await shop.run(file);
    const before = await shop.versions();
    const [, m] = await variants();
    const report = await shop.run(toCsv([tee, { ...medium, 'Variant Price': '17.50' }]));
    expect(summary(report)).toMatchObject({ products: '0+ 0~ 1=', variants: '0+ 1~ 1=' });
    expect(await touched(before)).toEqual([`variants ${m?.id}`, `prices ${m?.id}USD`]);
  });

  test('with another quantity moves the stock by the difference', async () => {
    await shop.run(file);
    const before = await shop.versions();
    const [s] = await variants();
    const report = await shop.run(toCsv([{ ...tee, 'Variant Inventory Qty': 3 }, medium]));
    expect(summary(report)).toMatchObject({ products: '0+ 0~ 1=', variants: '0+ 1~ 1=' });
    expect((await touched(before)).map((key) => key.split(' ')[0])).toEqual([
      'stock_levels',
      'stock_movements',
    ]);
    const movements = `SELECT delta FROM stock_movements WHERE variant_id = $1 ORDER BY id`;
    expect(await shop.select(movements, [s?.id])).toEqual([{ delta: 5 }, { delta: -2 }]);
  });

  test('with fewer columns leaves the other fields unchanged', async () => {
    await shop.run(file);
    const before = await shop.versions();
    const few = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Variant Price'] as const;
    const pick = (row: Partial<Record<string, string | number>>) =>
      Object.fromEntries(few.map((column) => [column, row[column] ?? '']));
    expect(summary(await shop.run(toCsv([pick(tee), pick(medium)])))).toMatchObject({
      products: '0+ 0~ 1=',
      variants: '0+ 0~ 2=',
    });
    expect(await shop.versions()).toEqual(before);
  });

  test('with blank cells clears optional fields', async () => {
    await shop.run(file);
    await shop.run(
      toCsv([{ ...tee, Tags: '', Vendor: '', 'Fabric (product.metafields.custom.fabric)': '' }]),
    );
    expect(await shop.select('SELECT tags, vendor, metafields FROM products')).toEqual([
      { tags: [], vendor: '', metafields: {} },
    ]);
  });
});

describe('variants', () => {
  test('that the file does not mention stay, with their option values', async () => {
    await shop.run(file);
    const before = await variants();
    const report = await shop.run(
      toCsv([{ ...tee, 'Option1 Value': 'L', 'Variant SKU': 'TEE-L' }]),
    );
    expect(summary(report)).toMatchObject({ products: '0+ 1~ 0=', variants: '1+ 0~ 0=' });
    expect(await variants()).toEqual(expect.arrayContaining(before));
    expect(await shop.select('SELECT values FROM product_options')).toEqual([
      { values: ['S', 'M', 'L'] },
    ]);
  });

  test('are matched by their option values when the SKU changes', async () => {
    await shop.run(file);
    const [s] = await variants();
    await shop.run(toCsv([{ ...tee, 'Variant SKU': 'NEW' }, medium]));
    expect((await variants())[0]).toEqual({ ...s, sku: 'NEW' });
  });

  test('are matched by their SKU when the options change', async () => {
    await shop.run(file);
    const [s, m] = await variants();
    const colour = { 'Option2 Name': 'Colour', 'Option2 Value': 'Blue' };
    const report = await shop.run(
      toCsv([
        { ...tee, ...colour },
        { ...medium, 'Option2 Value': 'Red' },
      ]),
    );
    expect(summary(report)).toMatchObject({ variants: '0+ 2~ 0=' });
    expect(await variants()).toEqual([
      { ...s, option_values: ['S', 'Blue'], title: 'S / Blue' },
      { ...m, option_values: ['M', 'Red'], title: 'M / Red' },
    ]);
    await shop.run(file);
    expect(await variants()).toEqual([s, m]);
    expect(await shop.select('SELECT name FROM product_options')).toEqual([{ name: 'Size' }]);
  });

  test('of a file without options are matched by their SKU, or rejected', async () => {
    await shop.run(file);
    const before = await variants();
    const report = await shop.run(
      toCsv([
        { Handle: 'tee', Title: 'Tee', 'Variant SKU': 'TEE-M', 'Variant Price': '9' },
        { Handle: 'tee', Title: '', 'Variant SKU': 'TEE-X', 'Variant Price': '9' },
      ]),
    );
    expect(report.rejected.count).toBe(1);
    expect(report.variants).toMatchObject({ created: 0, updated: 1 });
    expect(await variants()).toEqual(before);
  });
});

describe('rejected rows', () => {
  test('do not stop a file, whatever refuses them', async () => {
    const told: number[] = [];
    // An index of PostgreSQL holds some 2,700 bytes; random letters cannot be compressed.
    const endless = Array.from({ length: 990 }, () =>
      String.fromCodePoint(0x4e00 + Math.floor(Math.random() * 20_000)),
    ).join('');
    const one = { ...tee, 'Option1 Name': '', 'Option1 Value': '' };
    const rows = Array.from({ length: 9 }, (_, index) => ({ ...one, Handle: `p-${index}` }));
    const report = await shop.run(
      toCsv([
        ...rows.slice(0, 4),
        { ...one, Handle: 'refused', 'Product Category': endless },
        { ...one, Handle: 'unreadable', 'Variant Price': 'x' },
        ...rows.slice(4),
      ]),
      { onRejected: ({ line }) => told.push(line) },
    );
    expect(summary(report)).toMatchObject({ products: '9+ 0~ 0=', rejected: 2 });
    expect(report.rejected.rows).toEqual([
      expect.objectContaining({ line: 7, handle: 'unreadable', column: 'Variant Price' }),
      expect.objectContaining({
        line: 6,
        handle: 'refused',
        reason: expect.stringMatching(/index row/),
      }),
    ]);
    expect(told).toEqual([7, 6]);
    expect(await shop.select('SELECT count(*) FROM products')).toEqual([{ count: 9 }]);
  });

  test('are all counted, but not all listed', async () => {
    const rows = Array.from({ length: 1500 }, (_, index) => ({ Handle: `p-${index}`, Title: '' }));
    const { rejected } = await shop.run(toCsv(rows));
    expect(rejected.count).toBe(1500);
    expect(rejected.rows).toHaveLength(1000);
  });

  test('a file without the required columns is refused as a whole', async () => {
    await expect(shop.run('Name;Price\na;1\n')).rejects.toMatchObject({
      code: 'validation_failed',
    });
  });
});

test('a product whose rows come in several places is put together', async () => {
  const other = { ...tee, Handle: 'other' };
  const scattered = toCsv([
    tee,
    other,
    medium,
    {
      ...medium,
      'Option1 Value': 'L',
      'Variant SKU': 'TEE-L',
      'Image Src': 'https://example.com/l.jpg',
    },
  ]);
  const expected = { products: '2+ 0~ 0=', variants: '4+ 0~ 0=', images: '3+ 0~ 0=', rejected: 0 };
  expect(summary(await shop.run(scattered, { dryRun: true }))).toEqual(expected);
  expect(summary(await shop.run(scattered))).toEqual(expected);
  expect(
    await shop.select(
      `SELECT o.values, array(SELECT v.position FROM variants v WHERE v.product_id = p.id ORDER BY 1) AS positions
       FROM products p JOIN product_options o ON o.product_id = p.id WHERE p.handle = 'tee'`,
    ),
  ).toEqual([{ values: ['S', 'M', 'L'], positions: [1, 2, 3] }]);
  const before = await shop.versions();
  expect(summary(await shop.run(scattered))).toMatchObject({ variants: '0+ 0~ 4=' });
  expect(await shop.versions()).toEqual(before);
});

test('a dry run reports what would happen and changes nothing', async () => {
  await shop.run(file);
  const before = await shop.versions();
  const next = toCsv([
    { ...tee, Title: 'Tea', 'Variant Inventory Qty': 1, 'Product Category': 'New' },
    { ...medium, 'Variant Price': 'x' },
    { ...tee, Handle: 'other', Collections: 'New ones' },
  ]);
  const dry = await shop.run(next, { dryRun: true });
  expect(await shop.versions()).toEqual(before);
  expect(await readdir(shop.files)).toEqual([]);
  const real = await shop.run(next);
  expect({ ...dry, dryRun: false }).toEqual(real);
  expect(summary(real)).toEqual({
    products: '1+ 1~ 0=',
    variants: '1+ 1~ 0=',
    images: '1+ 0~ 1=',
    rejected: 1,
  });
});

test('an import that is stopped has written what it counts', async () => {
  const rows = Array.from({ length: 500 }, (_, index) => ({ ...tee, Handle: `p-${index}` }));
  const stop = new AbortController();
  const report = await shop.run(toCsv(rows), {
    signal: stop.signal,
    onProgress: () => stop.abort(),
  });
  expect(report.aborted).toBe(true);
  // The first batch, and the concurrent one.
  expect(report.products.created).toBe(200);
  expect(await shop.select('SELECT count(*) FROM products')).toEqual([{ count: 200 }]);
});
