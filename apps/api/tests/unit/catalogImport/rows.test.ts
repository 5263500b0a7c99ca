import { Readable } from 'node:stream';
import { surveyFile } from '../../../src/services/catalogImport/read/survey.ts';
import { readAll, readFixture, readText } from './readFixture.ts';

test('each rejected row is reported with its line and reason; the others are read', async () => {
  const { products, rejected } = await readFixture('bad-rows.csv');
  expect(products.map(({ handle }) => handle)).toEqual(['shirt', 'crème-brûlée']);
  expect(products[0]?.variants).toEqual([
    expect.objectContaining({ title: 'S / Blue', weightGrams: 0, inventoryQuantity: -4 }),
    expect.objectContaining({ title: 'XXL / Blue', weightGrams: 200, position: 2, line: 10 }),
  ]);
  expect(products[0]?.options).toEqual([
    { name: 'Size', values: ['S', 'XXL'] },
    { name: 'Colour', values: ['Blue'] },
  ]);
  const report = rejected
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, handle, column, reason }) => [line, handle, column, reason]);
  expect(report).toEqual([
    [3, 'shirt', 'Variant Grams', '"abc" is not a weight'],
    [4, 'shirt', 'Variant Inventory Qty', '"1.5" is not a whole number'],
    [5, 'shirt', 'Option1 Value', '"S / Blue" has its variant on line 2 already'],
    [6, 'shirt', 'Option2 Value', 'the variant lacks a value for this option'],
    [7, 'shirt', 'Option1 Name', expect.stringContaining('"Length" is not what')],
    [8, 'shirt', 'Variant Inventory Policy', '"sometimes" is neither deny nor continue'],
    [9, 'shirt', 'Variant Taxable', '"perhaps" is neither TRUE nor FALSE'],
    [11, 'no-title', 'Title', 'a product needs a title'],
    [12, 'no-title', 'Title', expect.stringContaining('first row, on line 11, is rejected')],
    [13, 'only-bad', 'Variant Price', expect.stringContaining('"x"')],
    [14, 'only-bad', 'Variant Price', expect.stringContaining('"y"')],
    [15, 'bad-status', 'Status', '"sold" is none of active, draft, archived, unlisted'],
    [16, null, 'Handle', expect.stringContaining('"bad handle!" is no handle')],
    [17, null, 'Handle', 'the row has no handle'],
    [18, null, 'Title', 'the value contains a NUL character'],
    [19, null, undefined, 'the row has 3 columns, the header has 13'],
    [20, null, undefined, 'the row has 15 columns, the header has 13'],
  ]);
});

test('prices that cannot be read exactly are rejected, never guessed', async () => {
  const { products, rejected } = await readFixture('bad-prices.csv');
  expect(products.map(({ handle }) => handle)).toEqual(['good']);
  expect(rejected.map(({ handle, reason }) => [handle, reason])).toEqual([
    ['three-decimals', '"4.005" has more decimals than USD has (2)'],
    ['ambiguous', expect.stringContaining('"1,299" is ambiguous')],
    ['decimal-comma', expect.stringContaining('"4,50" is ambiguous')],
    ['currency-sign', expect.stringContaining('"$4.00" is not a plain decimal number')],
    ['negative', '"-1" is below zero'],
    ['yen-decimals', '"100.5" has more decimals than JPY has (0)'],
    ['none', 'the variant has no price'],
    ['too-large', expect.stringContaining('too large')],
    ['bad-compare-at', expect.stringContaining('"was 5"')],
  ]);
  expect(rejected[5]).toMatchObject({ line: 7, column: 'Variant Price / JPY' });
});

test('images: separate rows, each source once, in the order of their positions', async () => {
  const { products, rejected } = await readFixture('images.csv');
  expect(products[0]?.images).toMatchObject([
    { src: 'https://example.com/a.jpg', position: 1, alt: 'From the side' },
    { src: 'https://example.com/b.jpg', position: 2, alt: 'From above' },
    { src: 'https://example.com/c.jpg', position: 3, alt: '' },
    { src: 'images/iron.webp', position: 4, alt: '' },
  ]);
  expect(products[0]?.variants.map(({ imageSrc }) => imageSrc)).toEqual([
    'https://example.com/a.jpg',
    'images/iron.webp',
    null,
  ]);
  expect(products[0]?.notes).toEqual([
    { line: 7, message: expect.stringContaining('neither an http(s) URL nor a path') },
  ]);
  expect(rejected.map(({ line, reason }) => [line, reason])).toEqual([
    [6, 'the row has neither a variant nor an image'],
    [8, expect.stringContaining('neither an http(s) URL nor a path')],
  ]);
});

test('products with a single variant; what blank cells mean', async () => {
  const { products, rejected } = await readFixture('default-title.csv');
  const [giftCard, voucher, tea, tin] = products;
  expect(giftCard).toMatchObject({ options: [], collections: ['Gifts'], category: null });
  expect(giftCard?.variants).toEqual([
    expect.objectContaining({
      title: 'Default Title',
      requiresShipping: false,
      inventoryTracked: false,
    }),
  ]);
  expect([giftCard, voucher, tea].map((product) => product?.giftCard)).toEqual([true, true, false]);
  expect(voucher?.variants.map((variant) => variant.requiresShipping)).toEqual([false, false]);
  expect(tea).toMatchObject({
    status: 'draft',
    published: false,
    category: ['Food, Beverages & Tobacco', 'Beverages', 'Tea'],
    variants: [{ sku: 'TEA-1', weightGrams: 250, inventoryTracked: true }],
  });
  expect(tin).toMatchObject({ status: 'active', variants: [{ sku: null, weightGrams: 113 }] });
  expect(rejected.map(({ line }) => line)).toEqual([7, 8]);
});

test('the rows of a product are collected from anywhere in the file', async () => {
  const { items, rejected } = await readFixture('returning.csv');
  const summary = items.map(({ lines, product }) => ({
    handle: product.handle,
    lines,
    options: product.options,
    variants: product.variants.map(({ title }) => title),
    images: product.images.length,
  }));
  const common = {
    options: [{ name: 'Colour', values: ['Red', 'Blue'] }],
    variants: ['Red', 'Blue'],
    images: 1,
  };
  expect(summary).toEqual([
    { ...common, handle: 'scarf', lines: [2, 4, 5] },
    { ...common, handle: 'hat', lines: [3, 7, 8] },
  ]);
  expect(rejected.map(({ line, handle }) => [line, handle])).toEqual([
    [6, 'lost'],
    [9, 'lost'],
  ]);
});

test('products of scattered rows are read alike, however few rows are in memory', async () => {
  const rows = Array.from({ length: 12 }, (_, n) => `p-${n % 4},${n < 4 ? 'P' : ''},Size,${n},1`);
  const single = ['single,Single,,,1', 'none,,,,1', 'too,few'];
  const text = ['Handle,Title,Option1 Name,Option1 Value,Variant Price', ...rows, ...single].join(
    '\n',
  );
  const open = () => Readable.from([Buffer.from(text)]);
  const byHandle = async (maxHeld: number) => {
    const { products, rejected } = await readAll(open, maxHeld);
    return { products: products.toSorted((a, b) => (a.handle < b.handle ? -1 : 1)), rejected };
  };
  const whole = await byHandle(1e6);
  expect(whole.products.map(({ variants }) => variants.length)).toEqual([3, 3, 3, 3, 1]);
  expect(new Set(whole.rejected.map(({ line }) => line))).toEqual(new Set([15, 16]));
  expect((await surveyFile(open(), () => true, 40)).passes).toBe(4);
  for (const maxHeld of [1, 40, 100]) expect(await byHandle(maxHeld)).toEqual(whole);
});

test('rows of a product beyond ten thousand are rejected', async () => {
  const rows = Array.from({ length: 10_002 }, (_, n) => `rope,${n ? '' : 'Rope'},Length,${n},1`);
  const { items, rejected } = await readText(
    ['Handle,Title,Option1 Name,Option1 Value,Variant Price', ...rows].join('\n'),
  );
  expect(items.map(({ product }) => product.variants.length)).toEqual([10_000]);
  expect(rejected.map(({ line }) => line)).toEqual([10_002, 10_003]);
});

test('descriptions keep their formatting and lose scripts', async () => {
  const html =
    '<h1>Hi</h1><p style=""x"" onclick=""a()"">A <b>b</b><script>c()</script> <a href=""javascript:d()"">e</a> <a href=""https://f.example"">f</a></p><iframe src=""https://g.example""></iframe>';
  const { products } = await readText(`Handle,Title,Body (HTML),Price\nx,X,"${html}",1\n`);
  expect(products[0]?.descriptionHtml).toBe(
    '<h2>Hi</h2><p>A <b>b</b> <a rel="noopener nofollow">e</a> <a href="https://f.example" rel="noopener nofollow">f</a></p>',
  );
});

test('values that are too long, options without a name or with a duplicate name', async () => {
  const { products, rejected } = await readText(
    [
      'Handle,Title,SKU,Price,Option1 Name,Option1 Value,Option2 Name,Option2 Value',
      `long-title,${'t'.repeat(256)},,1,,,,`,
      `long-sku,Long,${'s'.repeat(256)},1,,,,`,
      `${'h'.repeat(256)},Long,,1,,,,`,
      'unnamed,Unnamed,,1,,Red,,',
      'twice,Twice,,1,Size,S,Size,M',
    ].join('\n'),
  );
  expect(products).toEqual([]);
  expect(rejected.map(({ line, column, reason }) => [line, column, reason])).toEqual([
    [2, 'Title', 'the value has 256 characters, at most 255 are allowed'],
    [4, 'Handle', 'the value has 256 characters, at most 255 are allowed'],
    [3, 'SKU', 'the value has 256 characters, at most 255 are allowed'],
    [5, 'Option1 Name', 'the option has no name'],
    [6, 'Option2 Name', 'two options are named "Size"'],
  ]);
});
