import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { eventually } from '../helpers/eventually.ts';
import { toCsv } from '../helpers/importShop.ts';
import { asStaff } from '../helpers/staff.ts';

const PRODUCTS = 300;

let shop: TestApp;
beforeAll(async () => {
  shop = await startTestApp();
  const rows = Array.from({ length: PRODUCTS }, (_, index) => ({
    Handle: `product-${index}`,
    Title: `Product ${index}`,
    Vendor: index % 3 === 0 ? 'Acme' : 'Other',
    Tags: index % 2 === 0 ? 'even, all' : 'all',
    Type: 'Thing',
    Status: index === 5 ? 'draft' : 'active',
    'Product Category': index < 10 ? 'Apparel > Shirts' : index < 20 ? 'Apparel' : '',
    Collections: index === 7 ? 'Gifts' : '',
    'Variant SKU': `SKU-${index}`,
    'Variant Inventory Tracker': index === 0 ? '' : 'shopify',
    'Variant Inventory Qty': index,
    'Variant Price': '19.99',
    'Variant Price / EUR': '18',
    'Cost per item': '7.5',
    'Body (HTML)': 'x'.repeat(10_000),
    'Google Shopping / Gender': index === 1 ? 'unisex' : '',
  }));
  await shop.container.services.catalogImport.importCatalog(
    shop.ctx,
    () => Readable.from([toCsv(rows)]),
    { currency: 'USD' },
  );
});
afterAll(() => shop.close());

const ask = (path: string) => shop.api.get(`/api/v1/admin/${path}`).set(asStaff);
const body = (path: string) =>
  ask(path)
    .buffer(true)
    .parse((res, done) => {
      res.setEncoding('utf8');
      let all = '';
      res.on('data', (part: string) => (all += part));
      res.on('end', () => done(null, all));
    });

async function csvOf(path: string): Promise<Record<string, string>[]> {
  const answer = await body(path).expect(200);
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
  return parse(answer.body as string, { columns: true });
}

describe('The export of products', () => {
  test('is a CSV file of all of them, in the order in which they were made', async () => {
    const rows = await csvOf('products/export');
    expect(rows.map(({ Handle }) => Handle)).toEqual(
      Array.from({ length: PRODUCTS }, (_, index) => `product-${index}`),
    );
    expect(rows[1]).toMatchObject({
      Title: 'Product 1',
      Status: 'active',
      'Option1 Name': 'Title',
      'Option1 Value': 'Default Title',
      'Product Category': 'Apparel > Shirts',
      'Variant Inventory Qty': '1',
      'Variant Price': '19.99',
      'Variant Price / EUR': '18.00',
      'Cost per item': '7.50',
      'Google Shopping / Gender': 'unisex',
    });
    const { headers } = await ask('products/export').expect(200);
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="products-\d{4}-\d\d-\d\d\.csv"$/,
    );
    expect(headers['cache-control']).toBe('private, no-store');
  });

  test('has the columns of the whole shop, also where a filter leaves one product', async () => {
    const [all] = await csvOf('products/export');
    const gifts = await csvOf('products/export?collection=gifts');
    expect(gifts.map(({ Handle }) => Handle)).toEqual(['product-7']);
    expect(Object.keys(gifts[0] ?? {})).toEqual(Object.keys(all ?? {}));
  });

  test.each([
    ['status=draft', 1],
    ['vendor=Acme', 100],
    ['tag=even', 150],
    ['type=Thing&vendor=Acme&tag=even', 50],
    ['category=apparel', 20],
    ['category=shirts', 10],
    ['vendor=No%20one', 0],
  ])('is of the products that a filter leaves: %s', async (query, count) => {
    expect(await csvOf(`products/export?${query}`)).toHaveLength(count);
  });

  test('is NDJSON on demand: a document for each product', async () => {
    const answer = await body('products/export?format=ndjson&collection=gifts').expect(200);
    expect(answer.headers['content-type']).toBe('application/x-ndjson; charset=utf-8');
    const lines = (answer.body as string).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      {
        handle: 'product-7',
        category: ['Apparel', 'Shirts'],
        collections: ['Gifts'],
        variants: [
          {
            sku: 'SKU-7',
            onHand: 7,
            cost: { amount: 750, currency: 'USD' },
            prices: [
              { price: { amount: 1800, currency: 'EUR' }, compareAtPrice: null },
              { price: { amount: 1999, currency: 'USD' }, compareAtPrice: null },
            ],
          },
        ],
      },
    ]);
  });

  test('is for those who may export, and an entry of the audit log', async () => {
    await shop.api.get('/api/v1/admin/products/export').expect(401);
    await ask('products/export?vendor=Acme').expect(200);
    const { body } = await ask('audit-log?action=products.export&limit=1').expect(200);
    expect(body.data).toMatchObject([{ subject: 'products', details: { vendor: 'Acme' } }]);
  });

  test('refuses what it does not know', async () => {
    const { body } = await ask('products/export?format=xlsx').expect(400);
    expect(body.code).toBe('validation_failed');
    await ask('products/export?colour=red').expect(400);
  });
});

describe('The export of stock', () => {
  test('is Shopify’s inventory file of what is counted', async () => {
    const rows = await csvOf('inventory/export');
    expect(rows).toHaveLength(PRODUCTS - 1);
    expect(rows[0]).toEqual({
      Handle: 'product-1',
      Title: 'Product 1',
      'Option1 Name': 'Title',
      'Option1 Value': 'Default Title',
      'Option2 Name': '',
      'Option2 Value': '',
      'Option3 Name': '',
      'Option3 Value': '',
      SKU: 'SKU-1',
      'HS Code': '',
      COO: '',
      Location: 'Main',
      'Incoming (not editable)': '0',
      'Unavailable (not editable)': '0',
      'Committed (not editable)': '0',
      'Available (not editable)': '1',
      'On hand (current)': '1',
      'On hand (new)': '1',
    });
  });
});

describe('A client of an export', () => {
  const open = (): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const { port } = shop.server.address() as AddressInfo;
      const path = '/api/v1/admin/products/export';
      get({ port, host: '127.0.0.1', path, headers: asStaff }, resolve).on('error', reject);
    });
  const streams = () => shop.container.services.stream.openStreams();

  test('that does not read holds neither a transaction nor a connection of the database', async () => {
    const answer = await open();
    answer.pause();
    expect(streams()).toBe(1);
    const { rows } = await shop.container.database.pool.query<{ count: number }>(
      `SELECT count(*) FROM pg_stat_activity
       WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
    );
    expect(rows[0]?.count).toBe(0);
    answer.destroy();
    await eventually(() => streams() === 0);
  });

  test('that goes away ends the reading', async () => {
    const answer = await open();
    expect(streams()).toBe(1);
    answer.destroy();
    await eventually(() => streams() === 0);
  });

  test('that comes fifth is told to come again', async () => {
    const open4 = await Promise.all([open(), open(), open(), open()]);
    for (const answer of open4) answer.pause();
    expect(streams()).toBe(4);
    const { body, headers } = await ask('products/export').expect(503);
    expect(body.code).toBe('service_unavailable');
    expect(headers['retry-after']).toBe('30');
    for (const answer of open4) answer.destroy();
    await eventually(() => streams() === 0);
  });
});
