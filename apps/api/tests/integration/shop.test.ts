import { startTestApp, type TestApp } from '../helpers/app.ts';
import { createProduct } from '../helpers/catalog.ts';
import { sampleText } from '../helpers/shopConfigs.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({
    SHOP_NAME: 'Emporium',
    DEFAULT_CURRENCY: 'EUR',
    DEFAULT_COUNTRY: 'DE',
    PAYMENT_PROVIDERS: 'stripe',
  });
});
afterAll(() => app.close());

const getShop = async () => {
  const { body } = await app.api.get('/api/v1/shop').expect(200);
  return body.data;
};

const apply = (source: string) =>
  app.container.services.shopConfig.apply(app.ctx, source, { name: 'shop.config.yaml' });

describe('GET /shop', () => {
  test('says of an empty shop what it will sell in, and that it sends nowhere yet', async () => {
    expect(await getShop()).toEqual({
      name: 'Emporium',
      defaultCurrency: 'EUR',
      currencies: ['EUR'],
      defaultCountry: 'DE',
      countries: [],
      taxDisplay: 'exclusive',
      paymentProviders: ['stripe'],
    });
  });

  test('names the currencies that have prices, the default one first', async () => {
    await createProduct(app.ctx, { variants: [{ prices: { USD: 1, CHF: 1 } }] });
    await createProduct(app.ctx, { variants: [{ prices: { USD: 1, JPY: 1, EUR: 1 } }] });
    expect(await getShop()).toMatchObject({ currencies: ['EUR', 'CHF', 'JPY', 'USD'] });
  });

  test('names the countries that goods are sent to, and how prices are shown', async () => {
    await apply(sampleText('eu'));
    const { countries, taxDisplay } = await getShop();
    expect(countries).toHaveLength(27);
    expect(countries).toEqual(countries.toSorted());
    expect(taxDisplay).toBe('inclusive');
  });

  test('counts a zone for everywhere else, and none without an option that can be had', async () => {
    await apply(`shippingZones:
      - { name: Home, countries: [DE], options: [{ name: A, prices: { EUR: 1 } }] }
      - { name: Not now, countries: [FR], options: [{ name: A, active: false, prices: { EUR: 1 } }] }
      - { name: Nothing, countries: [IT] }
      - { name: World, countries: ['*'], options: [{ name: A, prices: { EUR: 1 } }] }`);
    const { countries } = await getShop();
    expect(countries).toEqual(expect.arrayContaining(['DE', 'US', 'JP']));
    expect(countries).not.toEqual(expect.arrayContaining(['FR']));
    expect(countries).not.toContain('IT');
    expect(countries).not.toContain('*');
  });

  test('may be cached by anyone for a while, and has an entity tag', async () => {
    const { headers } = await app.api.get('/api/v1/shop').expect(200);
    expect(headers['cache-control']).toMatch(/^public, max-age=/);
    await app.api
      .get('/api/v1/shop')
      .set('If-None-Match', headers['etag'] ?? '')
      .expect(304);
    await apply('shippingZones: []');
    await app.api
      .get('/api/v1/shop')
      .set('If-None-Match', headers['etag'] ?? '')
      .expect(200);
  });
});
