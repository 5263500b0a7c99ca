import { readFixture } from './readFixture.ts';

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
      costMinor: 375,
      inventoryTracked: true,
      inventoryQuantity: -3,
      // "Price / International" and "Price / EU" are markets' prices, not a currency's.
      prices: [{ currency: 'USD', amount: 1250, compareAt: null }],
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
    giftCard: false,
    inventoryTracked: true,
    inventoryQuantity: 7,
    inventoryPolicy: 'continue',
    prices: [{ currency: 'USD', amount: 1400, compareAt: 1800 }],
    costMinor: 510,
    imageSrc: 'https://example.com/socks-s.jpg',
  });
  expect(product?.variants[1]).toMatchObject({ title: 'Large', taxable: true, position: 2 });
  expect(product?.images).toEqual([
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
    { currency: 'JPY', amount: 180000, compareAt: null },
    { currency: 'KWD', amount: 399125, compareAt: null },
  ]);
  expect(products[1]?.variants[0]?.prices).toEqual([
    { currency: 'USD', amount: 0, compareAt: null },
    { currency: 'JPY', amount: 1000, compareAt: null },
  ]);
});
