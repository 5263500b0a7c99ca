import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { ProductDraft } from '../../src/services/catalogImport/read/productDraft.ts';
import { openExport } from '../helpers/exportShop.ts';
import { generatedCatalogue } from '../helpers/generatedCatalogue.ts';
import { MEDIA_URL, openImportShop, toCsv, type ImportShop } from '../helpers/importShop.ts';
import { readAll, readText } from '../unit/catalogImport/readFixture.ts';

const fixtures = new URL('../fixtures/', import.meta.url);
const namesIn = (folder: string) =>
  readdirSync(new URL(folder, fixtures)).map((name) => `${folder}/${name}`);
/** Files that are refused as a whole. */
const UNREADABLE = /semicolons|utf16|latin1/;
const files = ['shopify', 'faults', 'catalog']
  .flatMap(namesIn)
  .filter((name) => !UNREADABLE.test(name));

const exporter = openExport();
let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(async () => {
  await shop.close();
});

const openFile = (name: string) => () => createReadStream(new URL(name, fixtures));

/** Imports what the shop exports. @returns the file, and what the import did to whom. */
async function importExport() {
  const text = await exporter.productCsv(shop.ctx);
  const before = await shop.versions();
  const report = await shop.run(text);
  return { text, report, before, after: await shop.versions() };
}

/** Importing what the shop exports leaves each row as it is. */
function expectNoChange({ report, before, after }: Awaited<ReturnType<typeof importExport>>): void {
  expect(report).toMatchObject({
    products: { created: 0, updated: 0 },
    variants: { created: 0, updated: 0 },
    images: { created: 0, updated: 0 },
    rejected: { count: 0 },
    unknownColumns: [],
  });
  expect(after).toEqual(before);
}

/**
 * What a file says, as the import reads it: that settles the form of numbers and flags, old and new
 * names of columns, and blanks that mean a word. Lines and the rows that pictures stand in do not count.
 */
function meaningOf(products: readonly ProductDraft[]) {
  return products
    .map(({ notes: _notes, specifiesOptions: _said, ...product }) => ({
      ...product,
      category: product.category ?? [],
      collections: product.collections.toSorted(),
      metafields: filled(product.metafields),
      categoryCells: Object.entries(product.categoryCells)
        .filter(([, cell]) => cell !== product.category?.join(' > '))
        .map((cells) => cells.join(': '))
        .toSorted(),
      variants: product.variants.map(
        ({ line: _line, inventoryQuantity, prices, extras, ...variant }) => ({
          ...variant,
          extras: filled(extras),
          // Below zero there is no stock: the import notes that it sets it to 0.
          inventoryQuantity: inventoryQuantity === null ? null : Math.max(0, inventoryQuantity),
          prices: prices
            .filter(({ amount }) => amount !== null)
            .map((price) => ({ ...price, compareAt: price.compareAt ?? null }))
            .toSorted((a, b) => a.currency.localeCompare(b.currency)),
        }),
      ),
      images: product.images.map(({ src, position, alt }) => ({ src, position, alt })),
    }))
    .toSorted((a, b) => a.handle.localeCompare(b.handle));
}

const filled = (cells: Record<string, string>) =>
  Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== ''));

describe('The export of an imported file', () => {
  test.each(files)('imports again without a change: %s', async (name) => {
    await shop.run(openFile(name));
    const again = await importExport();
    expect(again.report.rejected.count).toBe(0);
    expectNoChange(again);
  });

  test.each([
    'shopify/apparel.csv',
    'faults/A1-unpublished.csv',
    'faults/A2-apostrophe.csv',
    'faults/A4-standard-product-type.csv',
    'faults/A5-gift-card.csv',
    'catalog/classic-export.csv',
    'catalog/newer-export.csv',
    'catalog/currencies.csv',
    'catalog/returning.csv',
    'catalog/padded.csv',
    'catalog/renamed-headers.csv',
  ])('says what the file said: %s', async (name) => {
    const { count } = (await shop.run(openFile(name))).rejected;
    const file = await readAll(openFile(name));
    const exported = await readText(await exporter.productCsv(shop.ctx));
    expect(meaningOf(exported.products)).toEqual(meaningOf(file.products));
    expect(exported.rejected).toEqual([]);
    // What is in the file and not in the shop is what the import has named.
    expect(file.rejected).toHaveLength(count);
  });

  test('has the cells of Shopify’s sample file, row by row', async () => {
    await shop.run(openFile('shopify/apparel.csv'));
    const rowsOf = (text: string) => parse<Record<string, string>>(text, { columns: true });
    const file = rowsOf(readFileSync(new URL('shopify/apparel.csv', fixtures), 'utf8'));
    const exported = rowsOf(await exporter.productCsv(shop.ctx));
    expect(exported).toHaveLength(file.length);
    for (const [index, row] of file.entries()) {
      const cells = Object.entries(row).map(([column, cell]) => [
        column,
        normal(cell),
        // A column that no product has a value for is not in the file.
        normal(exported[index]?.[column] ?? ''),
      ]);
      expect(cells.filter(([, said, says]) => said !== says)).toEqual([]);
    }
  });
});

/** Numbers and flags in one form; HTML is trimmed. */
function normal(cell: string): string {
  if (/^(?:true|false)$/i.test(cell)) return cell.toUpperCase();
  return /^-?\d+(?:\.\d+)?$/.test(cell) ? String(Number(cell)) : cell.trim();
}

describe('The export of a shop', () => {
  test.each([1, 2, 3])(
    'says all and imports again without a change: generated %d',
    async (seed) => {
      const file = toCsv(generatedCatalogue({ seed, products: 60 }));
      expect((await shop.run(file)).rejected).toEqual({ count: 0, rows: [] });
      const again = await importExport();
      expectNoChange(again);
      const exported = await readText(again.text);
      expect(meaningOf(exported.products)).toEqual(meaningOf((await readText(file)).products));
      const [counts] = await shop.select<Record<string, string>>(
        `SELECT (SELECT count(*) FROM products WHERE status = 'draft') AS drafts,
              (SELECT count(*) FROM products WHERE status = 'archived') AS archived,
              (SELECT count(DISTINCT currency) FROM prices) - 2 AS currencies,
              (SELECT count(*) FROM variants WHERE NOT inventory_tracked) AS untracked,
              (SELECT count(*) FROM variants WHERE cost IS NOT NULL) AS costs,
              (SELECT count(*) FROM variants WHERE sku = '-10') AS formulas`,
      );
      for (const count of Object.values(counts ?? {})) expect(Number(count)).toBeGreaterThan(0);
    },
  );

  test('keeps places that have gaps, and options in another order than variants have them', async () => {
    const row = { Handle: 'tee', 'Variant Price': '5', 'Option1 Name': '' };
    const named = { ...row, Title: 'Tee', 'Option1 Name': 'Size', 'Option1 Value': 'S' };
    await shop.run(
      toCsv([named, { ...row, 'Option1 Value': 'M' }, { ...row, 'Option1 Value': 'L' }]),
    );
    await shop.select(`UPDATE variants SET position = position * 7`);
    await shop.select(`UPDATE product_options SET values = '{L,S,M}'`);
    const again = await importExport();
    expect(again.report.rejected.count).toBe(0);
    expectNoChange(again);
  });

  test('keeps texts of pictures that are as long as the API takes them', async () => {
    const src = 'https://example.com/a.png';
    const row = { Handle: 'tee', 'Image Src': src, 'Image Alt Text': 'x'.repeat(1000) };
    const { rejected } = await shop.run(toCsv([{ ...row, Title: 'Tee', 'Variant Price': 5 }]));
    expect(rejected.count).toBe(0);
    expectNoChange(await importExport());
    const [image] = await shop.select<{ length: number }>(
      'SELECT length(alt)::int AS length FROM product_images',
    );
    expect(image?.length).toBe(1000);
  });

  test('names a picture that was a file by its address, by which the import knows it', async () => {
    const source = 'pictures/tee.png';
    await shop.run(
      toCsv([
        {
          Handle: 'tee',
          Title: 'Tee',
          'Variant Price': 5,
          'Image Src': 'https://example.com/a.png',
          'Variant Image': 'https://example.com/a.png',
        },
      ]),
    );
    await shop.select(`UPDATE product_images SET source = $1, storage_key = 'aa/tee.png'`, [
      source,
    ]);
    const again = await importExport();
    expectNoChange(again);
    const { text } = again;
    expect(text).toContain(`${MEDIA_URL}/aa/tee.png`);
    expect(await shop.select('SELECT source, storage_key FROM product_images')).toEqual([
      { source, storage_key: 'aa/tee.png' },
    ]);
  });

  test('is safe for spreadsheets on demand, and comes back as it was', async () => {
    const skus = ['=1+1', '-10', '+A1', '@SUM(A1)', "'90s tee", '-2+3'];
    const rows = skus.map((sku, index) => ({
      Handle: `p${index}`,
      Title: sku,
      'Variant SKU': sku,
      'Variant Price': 1,
    }));
    await shop.run(toCsv(rows));
    const text = await exporter.productCsv(shop.ctx, true);
    const cells = parse<Record<string, string>>(text, { columns: true }).map(
      (row) => row['Variant SKU'],
    );
    expect(cells).toEqual(["'=1+1", '-10', "'+A1", "'@SUM(A1)", "'90s tee", "'-2+3"]);
    const before = await shop.versions();
    await shop.run(text);
    expect(await shop.versions()).toEqual(before);
  });
});
