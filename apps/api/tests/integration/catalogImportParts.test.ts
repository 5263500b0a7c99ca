import { openImportShop, summary, toCsv, type ImportShop } from '../helpers/importShop.ts';

// Files with some of the columns, which change existing rows and create none.

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
  await shop.run(toCsv([rug, { Handle: 'rug', 'Option1 Value': 'L', ...large }, mat]));
});
afterEach(async () => {
  await shop.close();
});

const large = {
  'Variant SKU': 'RUG-L',
  'Variant Price': '90',
  'Variant Inventory Tracker': 'shopify',
  'Variant Inventory Qty': 2,
  'Image Src': 'https://img.example/l.jpg',
  'Image Position': 2,
  'Image Alt Text': 'Large',
};
const rug = {
  Handle: 'rug',
  Title: 'Rug',
  Vendor: 'Acme',
  'SEO Title': 'Rugs',
  Tags: 'soft',
  'Option1 Name': 'Size',
  'Option1 Value': 'S',
  'Variant SKU': 'RUG-S',
  'Variant Price': '50',
  'Variant Compare At Price': '60',
  'Variant Inventory Tracker': 'shopify',
  'Variant Inventory Qty': 5,
  'Image Src': 'https://img.example/s.jpg',
  'Image Position': 1,
  'Image Alt Text': 'Small',
};
const mat = { Handle: 'mat', Title: 'Mat', 'Variant SKU': 'MAT', 'Variant Price': '9' };

/** The tables with rows that were rewritten since. */
async function changedSince(before: ReadonlyMap<string, string>): Promise<string[]> {
  const after = await shop.versions();
  const keys = [...after].filter(([key, xmin]) => before.get(key) !== xmin).map(([key]) => key);
  return [...new Set(keys.map((key) => key.split(' ')[0] ?? ''))].toSorted();
}

/** Imports it as a dry run, for real, and again: the forecast equals the result, and the third run changes nothing. */
async function importThreeTimes(csv: string) {
  const dry = await shop.run(csv, { dryRun: true });
  const real = await shop.run(csv);
  expect({ ...dry, dryRun: false }).toEqual(real);
  const again = await shop.run(csv);
  for (const kind of ['products', 'variants', 'images'] as const) {
    expect(again[kind]).toMatchObject({ created: 0, updated: 0 });
  }
  expect(again.rejected).toEqual(real.rejected);
  return real;
}

test('SEO alone, also with a bare row for each variant', async () => {
  const before = await shop.versions();
  const seo = { Handle: 'rug', Title: 'Rug', 'SEO Title': 'Soft rugs', 'SEO Description': 'All' };
  const bare = { Handle: 'rug' };
  const report = await importThreeTimes(toCsv([seo, bare, { ...seo, Title: '' }]));
  expect(summary(report)).toEqual({
    products: '0+ 1~ 0=',
    variants: '0+ 0~ 0=',
    images: '0+ 0~ 0=',
    rejected: 0,
  });
  expect(await changedSince(before)).toEqual(['products']);
  expect(
    await shop.select(`SELECT title, vendor, tags, seo_title FROM products WHERE handle = 'rug'`),
  ).toEqual([{ title: 'Rug', vendor: 'Acme', tags: ['soft'], seo_title: 'Soft rugs' }]);
});

test('SEO alone, with columns of options that are left blank, leaves the options', async () => {
  const before = await shop.versions();
  await importThreeTimes(
    toCsv([{ Handle: 'rug', 'SEO Title': 'New', 'Option1 Name': '', 'Option1 Value': '' }]),
  );
  expect(await changedSince(before)).toEqual(['products']);
});

test('alt texts alone, in another order', async () => {
  const before = await shop.versions();
  const report = await importThreeTimes(
    toCsv([
      { Handle: 'rug', Title: 'Rug', 'Image Src': large['Image Src'], 'Image Alt Text': 'Wide' },
      { Handle: 'rug', 'Image Src': rug['Image Src'], 'Image Alt Text': 'Small' },
    ]),
  );
  expect(summary(report)).toMatchObject({ images: '0+ 1~ 1=', rejected: 0 });
  expect(await changedSince(before)).toEqual(['product_images']);
  expect(await shop.select('SELECT alt FROM product_images ORDER BY position')).toEqual([
    { alt: 'Small' },
    { alt: 'Wide' },
  ]);
});

test.each([
  ['options', { 'Option1 Value': 'S' }, { 'Option1 Value': 'L' }],
  [
    'options and their name',
    { 'Option1 Name': 'Size', 'Option1 Value': 'S' },
    { 'Option1 Value': 'L' },
  ],
  ['SKUs', { 'Variant SKU': 'RUG-S' }, { 'Variant SKU': 'RUG-L' }],
])('stock alone, by %s, in another order', async (_, small, wide) => {
  const before = await shop.versions();
  const report = await importThreeTimes(
    toCsv([
      { Handle: 'rug', ...wide, 'Variant Inventory Qty': 7 },
      { Handle: 'rug', ...small, 'Variant Inventory Qty': 5 },
    ]),
  );
  expect(summary(report)).toEqual({
    products: '0+ 0~ 1=',
    variants: '0+ 1~ 1=',
    images: '0+ 0~ 0=',
    rejected: 0,
  });
  expect(await changedSince(before)).toEqual(['stock_levels', 'stock_movements']);
});

test('stock alone, by SKUs beside columns of options that are left blank, leaves the options', async () => {
  const blank = { 'Option1 Name': '', 'Option1 Value': '' };
  const before = await shop.versions();
  const report = await importThreeTimes(
    toCsv([
      { Handle: 'rug', ...blank, 'Variant SKU': 'RUG-L', 'Variant Inventory Qty': 7 },
      { Handle: 'rug', ...blank, 'Variant SKU': 'RUG-S', 'Variant Inventory Qty': 8 },
      { Handle: 'rug', ...blank, 'Variant SKU': 'RUG-XL', 'Variant Inventory Qty': 9 },
      { Handle: 'mat', ...blank, 'Variant SKU': 'MAT', 'Variant Inventory Qty': '' },
    ]),
  );
  expect(summary(report)).toMatchObject({ products: '0+ 0~ 2=', variants: '0+ 2~ 1=' });
  expect(report.rejected.rows.map(({ line }) => line)).toEqual([4]);
  expect(await changedSince(before)).toEqual(['stock_levels', 'stock_movements']);
});

test('the compare-at price alone', async () => {
  const before = await shop.versions();
  await importThreeTimes(
    toCsv([
      { Handle: 'rug', 'Option1 Value': 'S', 'Variant Compare At Price': '' },
      { Handle: 'rug', 'Option1 Value': 'L', 'Variant Compare At Price': '99' },
    ]),
  );
  expect(await changedSince(before)).toEqual(['prices', 'variants']);
  expect(
    await shop.select(`SELECT r.amount, r.compare_at FROM prices r JOIN variants v ON v.id = r.variant_id
      WHERE v.sku LIKE 'RUG%' ORDER BY r.amount`),
  ).toEqual([
    { amount: 5000, compare_at: null },
    { amount: 9000, compare_at: 9900 },
  ]);
});

test('the compare-at price, where a price column names the currency and it does not', async () => {
  const price = {
    Handle: 'mat',
    Title: 'Mat',
    'Variant Price / USD': '9',
    'Variant Price / EUR': '8',
  };
  const stored = () =>
    shop.select(`SELECT r.currency, r.compare_at FROM prices r JOIN variants v ON v.id = r.variant_id
      WHERE v.sku = 'MAT' ORDER BY r.currency`);
  const euros = { currency: 'EUR', compare_at: null };
  await importThreeTimes(toCsv([{ ...price, 'Variant Compare At Price': '12' }]));
  expect(await stored()).toEqual([euros, { currency: 'USD', compare_at: 1200 }]);
  await importThreeTimes(toCsv([{ ...price, 'Variant Compare At Price': '15' }]));
  expect(await stored()).toEqual([euros, { currency: 'USD', compare_at: 1500 }]);
  await importThreeTimes(toCsv([price]));
  expect(await stored()).toEqual([euros, { currency: 'USD', compare_at: 1500 }]);
  await importThreeTimes(toCsv([{ ...price, 'Variant Compare At Price': '' }]));
  expect(await stored()).toEqual([euros, { currency: 'USD', compare_at: null }]);
});

test('the published flag alone leaves archived products archived', async () => {
  const publish = async (published: string) => {
    await importThreeTimes(
      toCsv([
        { Handle: 'rug', Published: published },
        { Handle: 'mat', Published: published },
      ]),
    );
    return shop.select('SELECT handle, status FROM products ORDER BY handle');
  };
  await shop.run(toCsv([{ Handle: 'mat', Status: 'archived' }]));
  for (const [published, status] of [
    ['FALSE', 'draft'],
    ['TRUE', 'active'],
  ] as const) {
    expect(await publish(published)).toEqual([
      { handle: 'mat', status: 'archived' },
      { handle: 'rug', status },
    ]);
  }
});

test('an alt text without its picture is reported', async () => {
  const before = await shop.versions();
  const report = await importThreeTimes(
    toCsv([
      { Handle: 'rug', 'Image Position': 1, 'Image Alt Text': 'One' },
      { Handle: 'rug', 'Image Position': 2, 'Image Alt Text': 'Two' },
    ]),
  );
  expect(report.notes.list).toEqual([
    { handle: 'rug', line: 2, message: 'the alt text is left out: the row names no picture' },
  ]);
  expect(report.rejected.rows.map(({ line }) => line)).toEqual([3]);
  expect(await changedSince(before)).toEqual([]);
});

test('a new product or variant without a price or a title is rejected, each row by itself', async () => {
  const before = await shop.versions();
  const seo = await importThreeTimes(
    toCsv([
      { Handle: 'new', Title: 'New', 'SEO Title': 'New', 'Product Category': 'Home' },
      { Handle: 'new' },
      { Handle: 'mat', Title: 'Mat', 'SEO Title': '' },
    ]),
  );
  expect(seo.rejected.rows).toEqual([
    expect.objectContaining({ line: 2, reason: expect.stringContaining('needs a price') }),
    expect.objectContaining({ line: 3, reason: expect.stringContaining('needs a price') }),
  ]);
  const stock = await importThreeTimes(
    toCsv([
      { Handle: 'rug', 'Option1 Name': 'Size', 'Option1 Value': 'S', 'Variant Inventory Qty': 5 },
      { Handle: 'rug', 'Option1 Value': 'XL', 'Variant Inventory Qty': 1 },
    ]),
  );
  expect(stock.rejected.rows).toEqual([
    expect.objectContaining({ line: 3, reason: expect.stringContaining('needs a price') }),
  ]);
  const untitled = await importThreeTimes(toCsv([{ Handle: 'other', 'Variant Price': '1' }]));
  expect(untitled.rejected.rows).toEqual([
    expect.objectContaining({ line: 2, reason: expect.stringContaining('needs a title') }),
  ]);
  expect(await changedSince(before)).toEqual([]);
});
