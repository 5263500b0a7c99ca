import type { TestApp } from '../helpers/app.ts';
import { createVariant, openCart, startCartShop } from '../helpers/carts.ts';

const ada = { firstName: 'Ada', lastName: 'Lovelace', line1: '1 Main St' };

describe('A cart accepts', () => {
  let shop: TestApp;
  let path: string;
  beforeAll(async () => {
    shop = await startCartShop();
    const variantId = await createVariant(shop);
    path = `/api/v1/carts/${(await openCart(shop, [{ variantId, quantity: 1 }])).id}`;
  });
  afterAll(() => shop.close());

  const patch = (body: object) => shop.api.patch(path).send(body);

  test.each([
    ['HK', { city: 'Mong Kok', region: 'Kowloon' }],
    ['AE', { city: 'Dubai' }],
    ['QA', { city: 'Doha' }],
    ['IE', { city: 'Dublin' }],
    ['XK', { city: 'Prishtina' }],
    ['SG', { postalCode: '018956' }],
  ])('an address in %s unchanged', async (country, place) => {
    const shippingAddress = { ...ada, ...place, country };
    const { body } = await patch({ shippingAddress, billingAddress: shippingAddress }).expect(200);
    expect(body.data).toMatchObject({ shippingAddress, billingAddress: shippingAddress });
    expect(Object.keys(body.data.shippingAddress)).not.toContain('line2');
    const again = await shop.api.get(path).expect(200);
    expect(again.body.data.shippingAddress).toEqual(body.data.shippingAddress);
  });

  test('empty form fields as absent, and a pasted phone number without its invisible characters', async () => {
    const shippingAddress = {
      ...ada,
      company: '',
      line2: ' ',
      region: '',
      phone: '\u202a+974\u00a04412\u202c',
      city: 'Doha',
      postalCode: '',
      country: 'QA',
    };
    const { body } = await patch({ shippingAddress, email: 'ada@example.com' }).expect(200);
    expect(body.data.shippingAddress).toEqual({
      ...ada,
      city: 'Doha',
      country: 'QA',
      phone: '+974 4412',
    });
    const { body: same } = await patch({ email: '', shippingOptionId: '' }).expect(200);
    expect(same.data).toMatchObject({ email: 'ada@example.com', shippingOption: null });
    const created = await shop.api.post('/api/v1/carts').send({ currency: '' }).expect(201);
    expect(created.body.data.currency).toBe('USD');
  });

  test('e-mail addresses that browsers accept, and domains of all scripts', async () => {
    for (const email of ['smith&jones@example.com', 'a/b=c@example.com', 'user@müller.example']) {
      const { body } = await patch({ email }).expect(200);
      expect(body.data.email).toBe(email);
    }
  });

  test('a state by its name, and taxes it as the state', async () => {
    const place = { city: 'Los Angeles', postalCode: '90001', country: 'US' };
    const taxIn = async (region: string) => {
      const { body } = await patch({ shippingAddress: { ...ada, ...place, region } }).expect(200);
      expect(body.data.shippingAddress.region).toBe('CA');
      return body.data.totals.tax.amount as number;
    };
    const tax = await taxIn('CA');
    expect(tax).toBeGreaterThan(0);
    expect(await taxIn('california')).toBe(tax);
    expect(await taxIn('US-CA')).toBe(tax);
  });
});

describe('A list', () => {
  let shop: TestApp;
  beforeAll(async () => {
    shop = await startCartShop();
    for (let i = 0; i < 3; i++) await createVariant(shop);
  });
  afterAll(() => shop.close());

  test.each([
    'q=',
    'q=%20',
    'category=&collection=&tag=&vendor=&type=&inStock=&sort=&count=&facets=&fields=&expand=',
    'price[gte]=&price[lte]=',
    'price=',
    'limit=&cursor=&currency=',
    'tag=&tag=',
  ])('ignores parameters without a value: ?%s', async (query) => {
    const plain = await shop.api.get('/api/v1/products').expect(200);
    const { body } = await shop.api.get(`/api/v1/products?${query}`).expect(200);
    expect(body).toEqual(plain.body);
    expect(body.data).toHaveLength(3);
  });

  test('continues by a cursor beside such parameters', async () => {
    const first = await shop.api.get('/api/v1/products?limit=2&q=&price[gte]=').expect(200);
    const cursor: string = first.body.meta.nextCursor;
    const next = await shop.api.get(`/api/v1/products?limit=2&cursor=${cursor}`).expect(200);
    expect(next.body.data).toHaveLength(1);
  });

  test('refuses unknown parameters, also without a value', async () => {
    const unknown = await shop.api.get('/api/v1/products?colour=').expect(400);
    expect(unknown.body.errors).toMatchObject([{ path: 'query.colour', code: 'unknown' }]);
    const member = await shop.api.get('/api/v1/products?price[gt]=').expect(400);
    expect(member.body.errors).toMatchObject([{ path: 'query.price.gt', code: 'unknown' }]);
  });
});
