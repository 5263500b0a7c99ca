import * as fc from 'fast-check';
import type { ImportReport } from '../../src/services/catalogImport.service.ts';
import { openImportShop, toCsv, type ImportShop } from '../helpers/importShop.ts';

jest.setTimeout(120_000);

/** The number of runs for each property; thousands found no more failures. */
const RUNS = 25;

let shop: ImportShop;
beforeAll(async () => {
  shop = await openImportShop();
});
beforeEach(empty);
afterAll(async () => {
  await shop.close();
});

async function empty(): Promise<void> {
  await shop.select('TRUNCATE products, categories, collections CASCADE');
}

/** Possible cells of each column: valid, blank, guarded, and unreadable ones. */
const cells = {
  Title: ['Tee', 'Tea', '', ''],
  'Body (HTML)': ['<p>Soft</p>', 'a <b>b', ''],
  Vendor: ["'2024", "O'Hara", ''],
  Type: ['Shirt', ''],
  Tags: ['a, b, A', "'90s", ''],
  Published: ['TRUE', 'FALSE', 'no', '', 'maybe'],
  Status: ['active', 'draft', 'archived', '', 'sold'],
  'Gift Card': ['TRUE', 'false', ''],
  'Product Category': ['Home > Rugs', 'Home', 'Uncategorized', '12', ''],
  Collections: ['New, Old', 'Crème', ''],
  'SEO Title': ['One', 'Two', ''],
  'Fabric (product.metafields.custom.fabric)': ['wool', "'12", ''],
  'Option1 Name': ['Size', 'Size', 'Colour', ''],
  'Option1 Value': ['S', 'M', 'L', 'Default Title', ''],
  'Option2 Name': ['Colour', '', ''],
  'Option2 Value': ['Red', '', ''],
  'Variant SKU': ['A', 'B', "'01", ''],
  'Variant Grams': ['100', '', 'heavy'],
  'Variant Inventory Tracker': ['shopify', ''],
  'Variant Inventory Qty': ['3', '0', '-2', '', 'x'],
  'Variant Inventory Policy': ['deny', 'continue', ''],
  'Variant Price': ['10', '11.00', '', '9.999'],
  'Variant Compare At Price': ['20', ''],
  'Variant Price / EUR': ['9', ''],
  'Variant Taxable': ['TRUE', 'false', ''],
  'Image Src': ['https://i.example/a.jpg', '//i.example/b c.jpg', 'none.png', 'ftp://x/y', '', ''],
  'Image Position': ['1', '2', '', 'first'],
  'Image Alt Text': ['One', 'Two', ''],
  'Variant Image': ['https://i.example/a.jpg', 'https://i.example/v.jpg', '', ''],
  'Not known': ['x', ''],
} as const;
type Header = keyof typeof cells;
const all = Object.keys(cells) as Header[];

/** A file of some columns, whose rows name three handles in any order. */
const file = fc
  .oneof(
    fc.constant(all),
    fc.subarray(all),
    fc.subarray(all).map((some) => [...new Set<Header>(['Title', 'Variant Price', ...some])]),
  )
  .chain((columns) => {
    const row = fc.record({
      Handle: fc.constantFrom('tee', 'cap', 'TEE', 'rug'),
      ...Object.fromEntries(columns.map((name) => [name, fc.constantFrom(...cells[name])])),
    });
    return fc.array(row, { minLength: 1, maxLength: 10 });
  })
  .map((rows) => toCsv(rows));

/** A report without its dry-run flag. */
function told(report: ImportReport): ImportReport {
  return { ...report, dryRun: false };
}

async function run(csv: string, dryRun = false) {
  return told(await shop.run(csv, { dryRun, baseDir: shop.files }));
}

/** Counts each row: it is in the report once, or is imported. */
function expectExact(csv: string, { rejected }: Awaited<ReturnType<typeof run>>): void {
  const lines = rejected.rows.map(({ line }) => line);
  expect(new Set(lines).size).toBe(lines.length);
  expect(lines.length).toBeLessThanOrEqual(csv.trim().split('\n').length - 1);
}

test('whatever the file, a dry run forecasts the result, and the same file again changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(file, file, async (first, second) => {
      await empty();
      for (const csv of [first, second]) {
        const before = await shop.versions();
        const forecast = await run(csv, true);
        expect(await shop.versions()).toEqual(before);
        const result = await run(csv);
        expect(result).toEqual(forecast);
        expectExact(csv, result);

        const written = await shop.versions();
        const again = await run(csv);
        for (const kind of ['products', 'variants', 'images'] as const) {
          const { created, updated, unchanged } = result[kind];
          expect(again[kind]).toEqual({
            created: 0,
            updated: 0,
            unchanged: created + updated + unchanged,
          });
        }
        expect(again.rejected).toEqual(result.rejected);
        expect(await shop.versions()).toEqual(written);
      }
    }),
    { numRuns: RUNS },
  );
});

test('scattered rows give the same shop as adjacent rows', async () => {
  const shopOf = () =>
    shop.select(
      `SELECT p.handle, p.title, p.status, p.tags,
         ARRAY(SELECT (name, values)::text FROM product_options WHERE product_id = p.id ORDER BY position) AS options,
         ARRAY(SELECT (v.sku, v.option_values, r.amount)::text FROM variants v LEFT JOIN prices r ON r.variant_id = v.id
           WHERE v.product_id = p.id ORDER BY v.position, r.currency) AS variants,
         ARRAY(SELECT (source, alt)::text FROM product_images WHERE product_id = p.id ORDER BY position) AS images
       FROM products p ORDER BY p.handle`,
    );
  await fc.assert(
    fc.asyncProperty(file, async (csv) => {
      const [header = '', ...lines] = csv.trim().split('\n');
      const handleOf = (line: string) => line.split(',')[0]?.toLowerCase() ?? '';
      const order = [...new Set(lines.map(handleOf))];
      const together = order.flatMap((handle) => lines.filter((line) => handleOf(line) === handle));
      await empty();
      const scattered = await run(csv);
      const found = await shopOf();
      await empty();
      const grouped = await run(`${[header, ...together].join('\n')}\n`);
      expect(await shopOf()).toEqual(found);
      expect(grouped.rejected.count).toBe(scattered.rejected.count);
    }),
    { numRuns: RUNS },
  );
});
