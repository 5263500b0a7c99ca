import { findColumns } from '../../../src/services/catalogImport/read/columns.ts';
import { readFixture, readText } from './readFixture.ts';

test('newer columns, in another order', async () => {
  const { products, rejected } = await readFixture('column-order.csv');
  expect(rejected).toEqual([]);
  expect(products[0]).toMatchObject({
    handle: 'field-notebook',
    title: 'Field Notebook',
    status: 'archived',
    published: true,
    category: ['Office Supplies', 'Paper', 'Notebooks'],
    metafields: { 'shopify.color-pattern': 'ochre; slate' },
    options: [],
  });
  expect(products[0]?.variants).toEqual([
    expect.objectContaining({
      title: 'Default Title',
      optionValues: [],
      cost: { amount: 375, currency: 'USD' },
      extras: {
        'Included / United States': 'true',
        'Option1 Linked To': 'product.metafields.shopify.color-pattern',
        'Price / EU': '98',
        'Price / International': '99',
      },
      inventoryTracked: true,
      inventoryQuantity: -3,
      // "Price / International" and "Price / EU" are markets' prices, not a currency's.
      prices: [{ currency: 'USD', amount: 1250, compareAt: undefined }],
    }),
  ]);
});

test('the headers of the newest exports', async () => {
  const { products, rejected } = await readFixture('renamed-headers.csv');
  expect(rejected).toEqual([]);
  const [product] = products;
  expect(product).toMatchObject({
    handle: 'walking-socks',
    title: 'Walking Socks',
    descriptionHtml: '<p>Merino.</p>',
    vendor: 'Cartwright & Sons',
    type: 'Socks',
    tags: ['wool', 'walking'],
    status: 'active',
    category: ['Apparel & Accessories', 'Clothing'],
    seoTitle: 'Walking socks',
    seoDescription: 'Warm and light.',
    options: [{ name: 'Size', values: ['Small', 'Large'] }],
  });
  expect(product?.variants[0]).toEqual({
    line: 2,
    sku: 'SOCK-S',
    barcode: '4006381333931',
    optionValues: ['Small'],
    title: 'Small',
    position: 1,
    weightGrams: 62,
    requiresShipping: true,
    taxable: false,
    taxCode: '20010',
    inventoryTracked: true,
    inventoryQuantity: 7,
    inventoryPolicy: 'continue',
    prices: [{ currency: 'USD', amount: 1400, compareAt: 1800 }],
    cost: { amount: 510, currency: 'USD' },
    extras: {},
    imageSrc: 'https://example.com/socks-s.jpg',
  });
  expect(product?.variants[1]).toMatchObject({ title: 'Large', taxable: true, position: 2 });
  expect(product?.images).toMatchObject([
    { src: 'https://example.com/socks.jpg', position: 1, alt: 'A pair of socks' },
    { src: 'https://example.com/socks-s.jpg', position: 2, alt: '' },
  ]);
});

test('prices in further currencies', async () => {
  const { products, rejected } = await readFixture('currencies.csv');
  expect(rejected).toEqual([]);
  expect(products[0]?.variants[0]?.prices).toEqual([
    { currency: 'USD', amount: 129900, compareAt: 150000 },
    { currency: 'EUR', amount: 119950, compareAt: 140000 },
    { currency: 'JPY', amount: 180000, compareAt: undefined },
    { currency: 'KWD', amount: 399125, compareAt: undefined },
  ]);
  expect(products[1]?.variants[0]?.prices).toEqual([
    { currency: 'USD', amount: 0, compareAt: null },
    { currency: 'JPY', amount: 1000, compareAt: undefined },
  ]);
});

/** Headers of Shopify's exports of several years. */
const exports = {
  'until 2020':
    'Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Option3 Name,Option3 Value,Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Fulfillment Service,Variant Price,Variant Compare At Price,Variant Requires Shipping,Variant Taxable,Variant Barcode,Image Src,Image Position,Image Alt Text,Gift Card,SEO Title,SEO Description,Google Shopping / Google Product Category,Google Shopping / Gender,Google Shopping / Age Group,Google Shopping / MPN,Google Shopping / AdWords Grouping,Google Shopping / AdWords Labels,Google Shopping / Condition,Google Shopping / Custom Product,Google Shopping / Custom Label 0,Variant Image,Variant Weight Unit,Variant Tax Code,Cost per item',
  'of 2021 and 2022':
    'Handle,Title,Body (HTML),Vendor,Standard Product Type,Custom Product Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Price,Image Src,Status',
  'of 2022':
    'Handle,Title,Body (HTML),Vendor,Standardized Product Type,Custom Product Type,Tags,Published,Variant Price',
  'of 2023 and 2024':
    'Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,Option1 Linked To,Variant Price,Unit Price Total Measure,Unit Price Total Measure Unit,Unit Price Base Measure,Unit Price Base Measure Unit,Color (product.metafields.shopify.color-pattern),Included / United States,Price / International,Compare At Price / International,Status',
  'since 2025':
    'Title,URL handle,Description,Vendor,Product category,Type,Tags,Published on online store,Status,SKU,Barcode,Option1 name,Option1 value,Option1 Linked To,Price,Compare-at price,Cost per item,Charge tax,Tax code,Unit price total measure,Unit price total measure unit,Unit price base measure,Unit price base measure unit,Inventory tracker,Inventory quantity,Continue selling when out of stock,Weight value (grams),Weight unit for display,Requires shipping,Fulfillment service,Product image URL,Image position,Image alt text,Variant image URL,Gift card,SEO title,SEO description,Google Shopping / Google product category,Google Shopping / Manufacturer part number (MPN),Google Shopping / Ad group name,Google Shopping / Ads labels',
};

test.each(Object.entries(exports))("each header of Shopify's exports %s is known", (_, header) => {
  expect(findColumns(header.split(',')).unknown).toEqual([]);
});

test('an unknown header is reported once, and one without a name not at all', () => {
  const header = 'Handle,Title,Colour family,Variant Price,Size chart,Colour  family,,'.split(',');
  expect(findColumns(header).unknown).toEqual(['Colour family', 'Size chart']);
});

test('the taxonomy is read from the column that has it, whatever its name', async () => {
  const { products } = await readText(
    [
      'Handle,Title,Product Category,Standard Product Type,Google Shopping / Google Product Category,Type,Custom Product Type,Variant Price',
      'a,A,,Home > Rugs,,,Rug,1',
      'b,B,Uncategorized,Home > Lamps,,Lamp,Light,1',
      'c,C,gid://shopify/TaxonomyCategory/na,,Food > Spices,,,1',
      'd,D,uncategorised,166,UNCATEGORIZED,,,1',
    ].join('\n'),
  );
  expect(products.map(({ category, type }) => [category, type])).toEqual([
    [['Home', 'Rugs'], 'Rug'],
    [['Home', 'Lamps'], 'Lamp'],
    [['Food', 'Spices'], ''],
    [null, ''],
  ]);
});

test('a metafield is recognised by its key, in brackets or alone', () => {
  const { metafields } = findColumns([
    'Handle',
    'Fabric (product.metafields.custom.fabric)',
    'product.metafields.custom.care',
  ]);
  expect(metafields.map(({ key }) => key)).toEqual(['custom.fabric', 'custom.care']);
});

const hidden = ['FALSE', 'False', 'false', 'no', 'N', '0', 'f', 'off', "'FALSE", 'FALSCH', 'faux'];
const shown = ['TRUE', 'true', 'Yes', 'y', '1', 't', 'WAHR', ''];

test('a product is visible when it is published and active, however the file spells that', async () => {
  const statuses = ['', 'active', 'draft', 'archived', 'unlisted'];
  const rows = [...hidden, ...shown].flatMap((published, index) =>
    statuses.map((status) => `p-${index}-${status || 'none'},P,${published},${status},1`),
  );
  const { products, rejected } = await readText(
    ['Handle,Title,Published,Status,Variant Price', ...rows].join('\n'),
  );
  expect(rejected).toEqual([]);
  const statusOf = (index: number) =>
    products.filter(({ handle }) => handle.startsWith(`p-${index}-`)).map(({ status }) => status);
  for (const index of hidden.keys()) {
    expect(statusOf(index)).toEqual(['draft', 'draft', 'draft', 'archived', 'draft']);
  }
  for (const index of shown.keys()) {
    const place = hidden.length + index;
    expect(statusOf(place)).toEqual(['active', 'active', 'draft', 'archived', 'draft']);
  }
});
