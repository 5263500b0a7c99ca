import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { CatalogFileError } from '../../../src/services/catalogImport/errors.ts';
import { MAX_RECORD_CHARS } from '../../../src/services/catalogImport/read/lines.ts';
import { readShopifyProducts } from '../../../src/services/catalogImport/read/shopifyCsv.ts';
import { surveyFile } from '../../../src/services/catalogImport/read/survey.ts';
import { AmountError } from '../../../src/kernel/money.ts';
import { readFixture, readText } from './readFixture.ts';

describe('the text of the file', () => {
  test('a byte-order mark, CRLF, quoted HTML over several lines; lines are counted as the file has them', async () => {
    const { items, rejected } = await readFixture('bom-crlf.csv');
    expect(items).toEqual([expect.objectContaining({ lines: [2] })]);
    expect(items[0]?.product).toMatchObject({
      handle: 'teapot',
      descriptionHtml: '<p>Holds one litre.</p>\n<p>Pours “cleanly”, says "Ada".</p>',
    });
    expect(rejected.map(({ line }) => line)).toEqual([4]);
  });

  test('the same result for every size of chunks', async () => {
    const text = readFileSync(
      new URL('../../fixtures/catalog/bom-crlf.csv', import.meta.url),
      'utf8',
    );
    const whole = await readText(text);
    for (const size of [1, 2, 3, 5, 7]) expect(await readText(text, size)).toEqual(whole);
  });

  test('line ends of CR alone', async () => {
    const { products } = await readFixture('old-mac.csv');
    expect(products.map(({ handle }) => handle)).toEqual(['cafe', 'tea']);
  });

  test('padding of headers and cells, quoted or not', async () => {
    const { products, rejected } = await readFixture('padded.csv');
    expect(rejected).toEqual([]);
    expect(products).toHaveLength(1);
    expect(products[0]).toMatchObject({
      handle: 'linen-apron',
      title: 'Linen Apron',
      options: [{ name: 'Colour', values: ['Oat', 'Moss'] }],
    });
    expect(products[0]?.variants.map(({ prices }) => prices[0]?.amount)).toEqual([400, 400]);
  });

  test('a row with bad quotation marks is rejected alone', async () => {
    const { products, rejected } = await readFixture('bad-quotes.csv');
    expect(products.map(({ handle }) => handle)).toEqual(['before', 'pipe', 'between', 'after']);
    expect(products[1]).toMatchObject({
      title: '5" pipe',
      descriptionHtml: '<p>5" wide</p>',
    });
    expect(rejected).toEqual([
      expect.objectContaining({ line: 3, reason: expect.stringContaining('behind a closing') }),
      expect.objectContaining({ line: 7, reason: expect.stringContaining('never closed') }),
    ]);
  });

  test('a quotation mark that is never closed does not swallow a long file', async () => {
    const row = `filler,Filler,${'x'.repeat(1000)},1\n`;
    const rows = Math.ceil(MAX_RECORD_CHARS / row.length) + 10;
    const text = `Handle,Title,Vendor,Variant Price\nopen,"Open,,1\n${row.repeat(rows)}last,Last,,2\n`;
    const { products, rejected } = await readText(text);
    expect(products.map(({ handle }) => handle)).toEqual(['last']);
    expect(rejected).toHaveLength(rows + 1);
    expect(rejected[0]).toMatchObject({ line: 2, reason: expect.stringContaining('never closed') });
  });
});

describe('files that cannot be read', () => {
  test.each([
    ['latin1.csv', /not UTF-8/],
    ['utf16.csv', /not UTF-8/],
    ['semicolons.csv', /no column Handle .*commas/],
  ])('%s', async (name, message) => {
    await expect(readFixture(name)).rejects.toThrow(CatalogFileError);
    await expect(readFixture(name)).rejects.toThrow(message);
  });

  test.each([
    ['', /empty/],
    ['\n\n', /empty/],
    ['Handle,Title,handle\n', /"Handle" and "handle" mean the same/],
    ['Handle,Title,Title\n', /"Title" appears twice/],
    ['Handle,Title,SKU,Variant SKU\n', /"SKU" and "Variant SKU" mean the same/],
    ['Handle,Title,Variant Price / EUX\n', /"Variant Price \/ EUX" names no ISO 4217 currency/],
    ['Handle,"Title\n', /header \(line 1\).*never closed/],
    ['x'.repeat(MAX_RECORD_CHARS + 1), /Line 1 is longer/],
  ])('%#', async (text, message) => {
    await expect(readText(text)).rejects.toThrow(message);
  });

  test('a file with a header alone has no products', async () => {
    expect(await readText('Handle,Title\n')).toMatchObject({ products: [], rejected: [] });
  });

  test('an unknown default currency', async () => {
    const open = () => Readable.from(['Handle,Title\n']);
    const survey = await surveyFile(open());
    const source = readShopifyProducts(open, survey, { defaultCurrency: 'XXX' });
    await expect(source.next()).rejects.toThrow(AmountError);
  });
});

test('reads ahead only as far as requested', async () => {
  let pulled = 0;
  const survey = await surveyFile(Readable.from(['Handle,Title,Variant Price\n']));
  const endless = Readable.from(
    (function* () {
      yield 'Handle,Title,Variant Price\n';
      for (;;) yield `p-${(pulled += 1)},P,1\n`;
    })(),
  );
  const items = readShopifyProducts(() => endless, survey, { defaultCurrency: 'USD' });
  for await (const item of items) {
    if (item.kind === 'product' && item.product.handle === 'p-100') break;
  }
  expect(pulled).toBeLessThan(200);
  expect(endless.destroyed).toBe(true);
});
