import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/config/paths.ts';
import type { ImportReport } from '../../src/services/catalogImport.service.ts';
import { openImportShop, summary, type ImportShop } from '../helpers/importShop.ts';

jest.setTimeout(30_000);

const fixtures = new URL('../fixtures/catalog/', import.meta.url);

let shop: ImportShop;
let report: ImportReport;
const openShop = async () => {
  shop = await openImportShop();
};
const closeShop = () => shop.close();
const run = (file: string | URL) => shop.run(() => createReadStream(file));

const product = async (handle: string) => {
  const [row] = await shop.select(
    `SELECT p.title, p.description, p.vendor, p.tags, p.status, p.metafields,
       ARRAY(SELECT name FROM product_options WHERE product_id = p.id ORDER BY position) AS options,
       (SELECT path FROM categories c JOIN product_categories l ON l.category_id = c.id
        WHERE l.product_id = p.id) AS category
     FROM products p WHERE handle = $1`,
    [handle],
  );
  return row;
};

/** The product's variants with prices in dollars, the image's source, and the stock, in their order. */
const variants = (handle: string) =>
  shop.select(
    `SELECT v.title, v.sku, r.amount, r.compare_at, v.weight_grams, v.inventory_tracked,
       v.inventory_policy, v.requires_shipping, v.taxable, i.source AS image,
       s.on_hand, s.reserved, s.backorder,
       (SELECT count(*) FROM prices WHERE variant_id = v.id) AS prices
     FROM variants v JOIN products p ON p.id = v.product_id
     LEFT JOIN prices r ON r.variant_id = v.id AND r.currency = 'USD'
     LEFT JOIN product_images i ON i.id = v.image_id
     LEFT JOIN stock_levels s ON s.variant_id = v.id
     WHERE p.handle = $1 ORDER BY v.position`,
    [handle],
  );

const images = (handle: string) =>
  shop.select(
    `SELECT i.position, i.source, i.alt FROM product_images i JOIN products p ON p.id = i.product_id
     WHERE p.handle = $1 ORDER BY i.position`,
    [handle],
  );

describe('an export with the older columns, and CRLF line ends', () => {
  const file = new URL('classic-export.csv', fixtures);
  beforeAll(async () => {
    await openShop();
    report = await run(file);
  });
  afterAll(closeShop);

  test('is read without a rejected row', () => {
    expect(summary(report)).toEqual({
      products: '3+ 0~ 0=',
      variants: '5+ 0~ 0=',
      images: '5+ 0~ 0=',
      rejected: 0,
    });
  });

  test('a description over several lines keeps its line breaks and quotation marks', async () => {
    expect(await product('oak-stool')).toMatchObject({
      title: 'Oak Stool',
      description: '<p>Three legs,\nno wobble.</p>\n<p>"Sits" on any floor.</p>',
      vendor: 'Cartwright & Sons',
      tags: ['oak', 'seating'],
    });
  });

  test('"Default Title" is a product without options and with one variant, its SKU left open', async () => {
    expect(await product('oak-stool')).toMatchObject({ options: [] });
    expect(await variants('oak-stool')).toEqual([
      expect.objectContaining({ title: 'Default Title', sku: null, weight_grams: 0 }),
    ]);
  });

  test('rows below with nothing but an image add images, and no variant', async () => {
    expect(await images('oak-stool')).toEqual([
      { position: 1, source: 'https://example.com/stool-front.jpg', alt: 'From the front' },
      { position: 2, source: 'https://example.com/stool-side.jpg', alt: '' },
      { position: 3, source: 'https://example.com/stool-top.jpg', alt: 'From above' },
    ]);
  });

  test('without an inventory tracker the quantity is ignored, and no stock is stored', async () => {
    expect(await variants('oak-stool')).toEqual([
      expect.objectContaining({ inventory_tracked: false, on_hand: null }),
    ]);
  });

  test('prices of 4, 4.00 and 0 are exact, and an empty compare-at price is absent', async () => {
    expect(await variants('oak-stool')).toEqual([
      expect.objectContaining({ amount: 400, compare_at: null, prices: 1 }),
    ]);
    expect(await variants('wool-rug')).toEqual([
      expect.objectContaining({ title: 'Small / Rust', amount: 400, compare_at: 500 }),
      expect.objectContaining({ title: 'Small / Moss', amount: 400, compare_at: null }),
      expect.objectContaining({ title: 'Large / Moss', amount: 0, compare_at: null }),
    ]);
  });

  test('a negative quantity becomes a stock of zero, without a movement', async () => {
    expect(await variants('wool-rug')).toEqual([
      expect.objectContaining({ on_hand: 7, backorder: false }),
      expect.objectContaining({ on_hand: 0, inventory_policy: 'deny', backorder: false }),
      expect.objectContaining({ on_hand: 0, inventory_policy: 'continue', backorder: true }),
    ]);
    expect(await shop.select('SELECT delta FROM stock_movements')).toEqual([{ delta: 7 }]);
  });

  test('variants that share an image share its row', async () => {
    expect(
      (await variants('wool-rug')).map((variant) => 'image' in variant && variant.image),
    ).toEqual(['rust', 'moss', 'moss'].map((colour) => `https://example.com/rug-${colour}.jpg`));
    expect(await images('wool-rug')).toHaveLength(2);
  });

  test('Published decides whether shoppers see the product, in whatever case', async () => {
    expect(await shop.select('SELECT handle, status FROM products ORDER BY handle')).toEqual([
      { handle: 'oak-stool', status: 'active' },
      { handle: 'sample-card', status: 'draft' },
      { handle: 'wool-rug', status: 'active' },
    ]);
  });

  test('a number of Google’s taxonomy creates no category', async () => {
    expect(await shop.select('SELECT FROM categories')).toEqual([]);
  });

  test('importing it again notes the negative quantities and writes nothing', async () => {
    const before = await shop.versions();
    const again = await run(file);
    expect(summary(again)).toMatchObject({ products: '0+ 0~ 3=', variants: '0+ 0~ 5=' });
    expect(again.notes.list.map(({ line, message }) => [line, message])).toEqual([
      [8, 'the quantity -3 is below zero: the stock on hand is set to 0'],
      [9, 'the quantity -2 is below zero: the stock on hand is set to 0'],
    ]);
    expect(await shop.versions()).toEqual(before);
  });
});

describe('an export with a byte-order mark and the newer columns, padded and in another order', () => {
  const file = new URL('newer-export.csv', fixtures);
  beforeAll(async () => {
    await openShop();
    report = await run(file);
  });
  afterAll(closeShop);

  test('is read without a rejected row', () => {
    expect(summary(report)).toEqual({
      products: '3+ 0~ 0=',
      variants: '4+ 0~ 0=',
      images: '2+ 0~ 0=',
      rejected: 0,
    });
  });

  test('cells and headers lose their padding', async () => {
    expect(await product('field-jacket')).toEqual({
      title: 'Field Jacket',
      description: '<ul>\n<li>Waxed cotton</li>\n\n<li>Cut, sewn &amp; waxed here</li>\n</ul>',
      vendor: 'Cartwright & Sons',
      tags: ['waxed', 'outdoors'],
      status: 'active',
      metafields: { 'custom.material': 'Waxed cotton', 'shopify.color-pattern': 'olive; moss' },
      options: ['Colour', 'Size'],
      category: 'apparel-accessories/clothing/outerwear',
    });
    expect(await images('field-jacket')).toEqual([
      { position: 1, source: 'https://example.com/jacket.jpg', alt: 'Olive jacket' },
      { position: 2, source: 'https://example.com/jacket-back.jpg', alt: '' },
    ]);
  });

  test('linked options, costs and prices of markets change no variant', async () => {
    const common = { prices: 1, sku: null, inventory_tracked: true, taxable: true };
    expect(await variants('field-jacket')).toEqual([
      expect.objectContaining({
        ...common,
        title: 'Olive / M',
        amount: 18_000,
        compare_at: null,
        weight_grams: 1450,
        on_hand: 4,
      }),
      expect.objectContaining({
        ...common,
        title: 'Olive / L',
        amount: 18_000,
        compare_at: 21_000,
        weight_grams: 1500,
        on_hand: 0,
        backorder: true,
      }),
    ]);
  });

  test('Status takes precedence over Published', async () => {
    expect(await product('repair-voucher')).toMatchObject({ status: 'draft' });
    expect(await product('old-satchel')).toMatchObject({ status: 'archived' });
  });

  test('a gift card needs no parcel, no tax and no stock', async () => {
    expect(await variants('repair-voucher')).toEqual([
      expect.objectContaining({
        title: 'Default Title',
        amount: 2500,
        requires_shipping: false,
        taxable: false,
        inventory_tracked: false,
        on_hand: null,
      }),
    ]);
  });

  test('importing it again writes nothing', async () => {
    const before = await shop.versions();
    expect(summary(await run(file))).toMatchObject({ products: '0+ 0~ 3=', variants: '0+ 0~ 4=' });
    expect(await shop.versions()).toEqual(before);
  });
});

// One of Shopify's sample files, which the project may not redistribute.
const apparel = path.resolve(projectRoot, '../shared/data/shopify/apparel.csv');

(existsSync(apparel) ? describe : describe.skip)('Shopify’s sample file apparel.csv', () => {
  beforeAll(openShop);
  afterAll(closeShop);

  test('is imported completely, and imported again changes nothing', async () => {
    const counts = (sign: (count: number) => string) => ({
      products: sign(20),
      variants: sign(22),
      images: sign(20),
      rejected: 0,
    });
    expect(summary(await run(apparel))).toEqual(counts((count) => `${count}+ 0~ 0=`));
    const before = await shop.versions();
    expect(summary(await run(apparel))).toEqual(counts((count) => `0+ 0~ ${count}=`));
    expect(await shop.versions()).toEqual(before);
    expect(await variants('classic-varsity-top')).toEqual(
      ['Small', 'Medium', 'Large'].map((title) =>
        expect.objectContaining({ title, sku: null, amount: 6000, prices: 1 }),
      ),
    );
    expect(await shop.select(`SELECT DISTINCT status FROM products`)).toEqual([
      { status: 'active' },
    ]);
  });
});
