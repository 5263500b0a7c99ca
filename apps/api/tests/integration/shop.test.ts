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
  test('returns the default currency and no country for an empty shop', async () => {
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

  test('lists the currencies that have prices, the default one first', async () => {
    await createProduct(app.ctx, { variants: [{ prices: { USD: 1, CHF: 1 } }] });
    await createProduct(app.ctx, { variants: [{ prices: { USD: 1, JPY: 1, EUR: 1 } }] });
    expect(await getShop()).toMatchObject({ currencies: ['EUR', 'CHF', 'JPY', 'USD'] });
  });

  test('lists the countries that the shop ships to, and whether prices include tax', async () => {
    await apply(sampleText('eu'));
    const { countries, taxDisplay } = await getShop();
    expect(countries).toHaveLength(27);
    expect(countries).toEqual(countries.toSorted());
    expect(taxDisplay).toBe('inclusive');
  });

  test('counts a zone for the rest of the world, and none without an available option', async () => {
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

  test('is publicly cacheable, and has an entity tag', async () => {
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
