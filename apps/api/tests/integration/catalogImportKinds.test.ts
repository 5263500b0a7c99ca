import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openImportShop, summary, toCsv, type ImportShop } from '../helpers/importShop.ts';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(async () => {
  await shop.close();
});

const statuses = async () => {
  const rows = await shop.select<{ handle: string; status: string }>(
    'SELECT handle, status FROM products',
  );
  return Object.fromEntries(rows.map(({ handle, status }) => [handle, status]));
};

const lamp = { Handle: 'lamp', Title: 'Lamp', 'Variant Price': '10.00' };

describe('an unpublished product', () => {
  test('is not public, whatever its status allows, and is counted', async () => {
    const file = toCsv([
      { ...lamp, Handle: 'hidden', Published: 'FALSE', Status: 'active' },
      { ...lamp, Handle: 'blank', Published: 'no', Status: '' },
      { ...lamp, Handle: 'old', Published: '0', Status: 'archived' },
      { ...lamp, Handle: 'shown', Published: 'TRUE', Status: 'active' },
      { ...lamp, Handle: 'planned', Published: 'TRUE', Status: 'draft' },
      { ...lamp, Handle: 'lost', Published: 'FALSE', 'Variant Price': '' },
    ]);
    for (const dryRun of [true, false, false]) {
      expect(await shop.run(file, { dryRun })).toMatchObject({ unpublished: 3 });
    }
    expect(await statuses()).toEqual({
      hidden: 'draft',
      blank: 'draft',
      old: 'archived',
      shown: 'active',
      planned: 'draft',
    });
  });
});

describe('a gift card', () => {
  const card = { ...lamp, Handle: 'card', Title: 'Card', Status: 'active', 'Gift Card': 'true' };

  test('is not sold, and the report says so', async () => {
    const byService = { ...lamp, Handle: 'card-2', 'Variant Fulfillment Service': 'gift_card' };
    const byVariant = [
      { ...lamp, Handle: 'card-3', 'Option1 Name': 'Amount', 'Option1 Value': '25' },
      { ...lamp, Handle: 'card-3', Title: '', 'Option1 Value': '50', 'Gift Card': 'TRUE' },
    ];
    const report = await shop.run(toCsv([card, byService, { ...lamp, 'Gift Card': 'false' }]));
    const other = await shop.run(toCsv(byVariant));
    expect([...report.notes.list, ...other.notes.list].map(({ handle }) => handle)).toEqual([
      'card',
      'card-2',
      'card-3',
    ]);
    expect(report.notes.list[0]).toEqual({
      line: 2,
      handle: 'card',
      message: 'a gift card cannot be sold yet: the product is not public',
    });
    expect(await statuses()).toEqual({
      card: 'draft',
      'card-2': 'draft',
      'card-3': 'draft',
      lamp: 'active',
    });
  });

  test('is not put on sale by a file without that column, nor by anything else', async () => {
    await shop.run(toCsv([card]));
    const report = await shop.run(toCsv([{ Handle: 'card', Title: 'Card', Status: 'active' }]));
    expect(report).toMatchObject({ products: { unchanged: 1 }, notes: { count: 1 } });
    expect(await statuses()).toEqual({ card: 'draft' });
    await expect(shop.select(`UPDATE products SET status = 'active'`)).rejects.toThrow(
      'products_gift_card_not_sold',
    );
    await shop.run(toCsv([{ ...card, 'Gift Card': 'FALSE' }]));
    expect(await statuses()).toEqual({ card: 'active' });
  });
});

test('the apostrophes that exporters add are removed from all columns, and those that are data stay', async () => {
  const boot = {
    ...lamp,
    Handle: 'boot',
    Title: "'90s boot",
    Vendor: "O'Hara",
    Type: "'2024",
    Tags: "'tis, '90s",
    'Variant SKU': "'0012345",
    'Variant Barcode': "'4006381333931",
    'Variant Price': "'10.00",
    'Option1 Name': 'Size',
    'Option1 Value': "'42",
    'SEO Title': "'+1 boot",
    'Rating (product.metafields.reviews.count)': "'12",
  };
  const other = { ...boot, Handle: 'boot-2', 'Variant SKU': "O'HARA-1" };
  await shop.run(toCsv([boot, other]));
  expect(
    await shop.select(
      `SELECT p.title, p.vendor, p.type, p.tags, p.seo_title, p.metafields, v.sku, v.barcode, v.title AS variant
       FROM products p JOIN variants v ON v.product_id = p.id ORDER BY p.handle`,
    ),
  ).toEqual([
    {
      title: "'90s boot",
      vendor: "O'Hara",
      type: '2024',
      tags: ["'tis", "'90s"],
      seo_title: '+1 boot',
      metafields: { 'reviews.count': '12' },
      sku: '0012345',
      barcode: '4006381333931',
      variant: '42',
    },
    expect.objectContaining({ sku: "O'HARA-1" }),
  ]);
});

test('a product that Shopify calls uncategorized gets no category, and none is created', async () => {
  await shop.run(
    toCsv([
      { ...lamp, 'Product Category': 'Uncategorized' },
      { ...lamp, Handle: 'lamp-2', 'Product Category': 'uncategorised > Lamps' },
    ]),
  );
  expect(await shop.select('SELECT FROM categories')).toEqual([]);
});

test('only a file that says a product has no category removes it from its category', async () => {
  const categories = () =>
    shop.select(
      'SELECT c.name FROM product_categories p JOIN categories c ON c.id = p.category_id',
    );
  const google = 'Google Shopping / Google Product Category';
  for (const none of [
    { 'Product Category': 'Uncategorized' },
    { 'Product Category': '', [google]: '' },
  ]) {
    await shop.run(toCsv([{ ...lamp, 'Product Category': 'Lamps' }]));
    for (const silent of [
      {},
      { 'Product Category': '12' },
      { 'Product Category': '', [google]: '594' },
      { 'Product Category': 'gid://shopify/TaxonomyCategory/hg-13' },
    ]) {
      await shop.run(toCsv([{ ...lamp, ...silent }]));
      expect(await categories()).toEqual([{ name: 'Lamps' }]);
    }
    await shop.run(toCsv([{ ...lamp, ...none }]));
    expect(await categories()).toEqual([]);
  }
});

describe('pictures', () => {
  const sources = async () =>
    (
      await shop.select<{ source: string }>(
        'SELECT i.source FROM product_images i JOIN products p ON p.id = i.product_id ORDER BY p.handle, i.position',
      )
    ).map(({ source }) => source);

  test('that cannot be downloaded reject neither a variant nor a product, and are reported', async () => {
    const sizes = { 'Option1 Name': 'Size', 'Option1 Value': 'S' };
    const good = 'https://img.example/ok.jpg';
    const file = toCsv([
      { ...lamp, Handle: 'a', 'Image Src': 'pics/none.jpg' },
      {
        ...lamp,
        Handle: 'b',
        ...sizes,
        'Image Src': good,
        'Variant Image': 'ftp://img.example/b.jpg',
      },
      { Handle: 'b', 'Option1 Value': 'M', 'Variant Price': '1' },
      { ...lamp, Handle: 'c', 'Image Src': 'https://img .example/c.jpg' },
      { ...lamp, Handle: 'd', 'Image Src': good, 'Image Position': 'first' },
      { Handle: 'd', 'Image Src': 'pics/none.jpg' },
      { Handle: 'd', 'Image Src': '../secret.jpg' },
      { Handle: 'd', 'Image Src': '//img.example/d d.jpg' },
    ]);
    const expected = {
      products: '4+ 0~ 0=',
      variants: '5+ 0~ 0=',
      images: '2+ 0~ 0=',
      rejected: 2,
    };
    expect(summary(await shop.run(file, { dryRun: true, baseDir: shop.files }))).toEqual(expected);
    const report = await shop.run(file, { baseDir: shop.files });
    expect(summary(report)).toEqual(expected);
    expect(report.notes.list.map(({ line, handle }) => [line, handle])).toEqual([
      [2, 'a'],
      [3, 'b'],
      [5, 'c'],
      [6, 'd'],
    ]);
    // Rows with only a picture: without it nothing of them is imported.
    expect(new Set(report.rejected.rows.map(({ line }) => line))).toEqual(new Set([7, 8]));
    expect(await sources()).toEqual([good, 'https://img.example/d%20d.jpg']);
    const again = await shop.run(file, { baseDir: shop.files });
    expect(summary(again)).toEqual({
      products: '0+ 0~ 4=',
      variants: '0+ 0~ 5=',
      images: '0+ 0~ 2=',
      rejected: 2,
    });
  });

  test('whose address was stored as the file had it are repaired in place', async () => {
    await shop.run(toCsv([{ ...lamp, 'Image Src': 'https://img.example/a.jpg' }]));
    await shop.select(`UPDATE product_images SET source = 'https://img.example/é.jpg'`);
    const file = toCsv([{ ...lamp, 'Image Src': 'https://img.example/é.jpg' }]);
    expect(summary(await shop.run(file)).images).toBe('0+ 1~ 0=');
    expect(await sources()).toEqual(['https://img.example/%C3%A9.jpg']);
    expect(summary(await shop.run(file)).images).toBe('0+ 0~ 1=');
  });

  test('of a row that is rejected for its variant are not imported', async () => {
    await mkdir(path.join(shop.files, 'pics'));
    await writeFile(path.join(shop.files, 'pics/new.png'), 'x');
    const size = { 'Option1 Name': 'Size', 'Option1 Value': 'S' };
    await shop.run(toCsv([{ ...lamp, ...size }]));
    const report = await shop.run(
      toCsv([
        { Handle: 'lamp', 'Option1 Name': 'Size', 'Option1 Value': 'S', 'Image Src': '' },
        { Handle: 'lamp', 'Option1 Value': 'M', 'Image Src': 'pics/new.png' },
      ]),
      { baseDir: shop.files },
    );
    expect(summary(report)).toMatchObject({ images: '0+ 0~ 0=', rejected: 1 });
    expect(await sources()).toEqual([]);
  });
});

test('each row of a product that the database refuses is rejected', async () => {
  const endless = Array.from({ length: 990 }, () =>
    String.fromCodePoint(0x4e00 + Math.floor(Math.random() * 20_000)),
  ).join('');
  const size = { 'Option1 Name': 'Size', 'Product Category': endless };
  const report = await shop.run(
    toCsv([
      { ...lamp, ...size, 'Option1 Value': 'S' },
      { Handle: 'lamp', 'Option1 Value': 'M', 'Variant Price': '1' },
      { Handle: 'lamp', 'Image Src': 'https://img.example/a.jpg' },
      { ...lamp, Handle: 'other' },
    ]),
  );
  expect(report.rejected.rows.map(({ line }) => line)).toEqual([2, 3, 4]);
  expect(summary(report)).toMatchObject({ products: '1+ 0~ 0=', rejected: 3 });
});
