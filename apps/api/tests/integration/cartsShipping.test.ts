import { newId } from '../../src/kernel/ids.ts';
import { seedShippingAndTax } from '../../prisma/demo/shippingAndTax.ts';
import type { TestApp } from '../helpers/app.ts';
import { addressIn, createVariant, openCart, startCartShop } from '../helpers/carts.ts';

interface Option {
  id: string;
  name: string;
  amount: { amount: number; currency: string };
}

describe('Shipping and tax of a cart', () => {
  let shop: TestApp;
  let shirt: string;

  beforeAll(async () => {
    shop = await startCartShop();
    shirt = await createVariant(shop, {
      prices: { USD: 2000, EUR: 1190, JPY: 3300 },
      weightGrams: 400,
      stock: 100,
    });
  });
  afterAll(() => shop.close());

  const patch = (id: string, body: object) => shop.api.patch(`/api/v1/carts/${id}`).send(body);
  async function optionsOf(id: string): Promise<Option[]> {
    const { body } = await shop.api.get(`/api/v1/carts/${id}/shipping-options`).expect(200);
    return (body as { data: Option[] }).data;
  }
  async function cartIn(country: string, quantity = 1, currency = 'USD') {
    const { id } = await openCart(shop, [{ variantId: shirt, quantity }], currency);
    await patch(id, { shippingAddress: addressIn(country) }).expect(200);
    return id;
  }

  test('can be seeded again without a change', async () => {
    const { prisma } = shop.ctx.db;
    const count = async () => [
      await prisma.shippingZone.count(),
      await prisma.shippingOption.count(),
      await prisma.shippingRate.count(),
      await prisma.taxRate.count(),
    ];
    const before = await count();
    await seedShippingAndTax(shop.ctx);
    expect(await count()).toEqual(before);
  });

  test('are offered by country, weight and currency', async () => {
    const prices = async (id: string) =>
      (await optionsOf(id)).map(({ name, amount }) => [name, amount.amount, amount.currency]);
    expect(await prices(await cartIn('US'))).toEqual([
      ['Standard', 595, 'USD'],
      ['Express', 1495, 'USD'],
    ]);
    expect(await prices(await cartIn('US', 3))).toContainEqual(['Express', 1995, 'USD']);
    expect(await prices(await cartIn('DE', 5, 'EUR'))).toEqual([
      ['Standard', 499, 'EUR'],
      ['Express', 1990, 'EUR'],
    ]);
    expect(await prices(await cartIn('NZ', 1, 'JPY'))).toEqual([['International', 2950, 'JPY']]);
  });

  test('wait for an address, unless nothing is to be sent', async () => {
    const { id } = await openCart(shop, [{ variantId: shirt, quantity: 1 }]);
    const early = await shop.api.get(`/api/v1/carts/${id}/shipping-options`).expect(422);
    expect(early.body).toMatchObject({
      code: 'cart_incomplete',
      errors: [{ path: 'shippingAddress' }],
    });
    const download = await createVariant(shop, { requiresShipping: false });
    const digital = await openCart(shop, [{ variantId: download, quantity: 1 }]);
    expect(digital.requiresShipping).toBe(false);
    expect(await optionsOf(digital.id)).toEqual([]);
  });

  test('are chosen together with the address, and stay correct as the cart grows', async () => {
    const express = (await optionsOf(await cartIn('US')))[1]?.id;
    const { id } = await openCart(shop, [{ variantId: shirt, quantity: 1 }]);
    const chosen = await patch(id, {
      shippingAddress: addressIn('US', 'TX'),
      shippingOptionId: express,
    }).expect(200);
    expect(chosen.body.data).toMatchObject({
      shippingOption: { id: express, amount: { amount: 1495, currency: 'USD' } },
      // 6.25 % of 20.00 + 14.95: Texas taxes shipping.
      totals: { shipping: { amount: 1495 }, tax: { amount: 218 }, total: { amount: 3713 } },
    });
    const grown = await shop.api
      .post(`/api/v1/carts/${id}/items`)
      .send({ variantId: shirt, quantity: 2 })
      .expect(201);
    expect(grown.body.data.shippingOption.amount.amount).toBe(1995);
  });

  test('are dropped when the country changes, and refused when they do not fit', async () => {
    const id = await cartIn('US');
    const [american] = await optionsOf(id);
    const european = (await optionsOf(await cartIn('FR')))[0]?.id;
    await patch(id, { shippingOptionId: american?.id }).expect(200);
    for (const body of [
      { shippingOptionId: european },
      { shippingOptionId: newId('shippingOption') },
      { shippingAddress: addressIn('FR'), shippingOptionId: american?.id },
      { shippingAddress: null, shippingOptionId: american?.id },
    ]) {
      const refused = await patch(id, body).expect(422);
      expect(refused.body).toMatchObject({
        code: 'shipping_unavailable',
        errors: [{ path: 'shippingOptionId' }],
      });
    }
    const kept = await shop.api.get(`/api/v1/carts/${id}`);
    expect(kept.body.data).toMatchObject({ version: 3, shippingOption: { id: american?.id } });
    const moved = await patch(id, { shippingAddress: addressIn('FR') }).expect(200);
    expect(moved.body.data.shippingOption).toBeNull();
    const back = await patch(id, { shippingAddress: addressIn('US') }).expect(200);
    expect(back.body.data.shippingOption).toBeNull();
  });

  test('can be cleared, as can the addresses', async () => {
    const id = await cartIn('US');
    const [standard] = await optionsOf(id);
    await patch(id, { shippingOptionId: standard?.id, billingAddress: addressIn('DE') });
    const cleared = await patch(id, {
      shippingOptionId: null,
      shippingAddress: null,
      billingAddress: null,
    }).expect(200);
    expect(cleared.body.data).toMatchObject({
      shippingOption: null,
      shippingAddress: null,
      billingAddress: null,
    });
  });

  test.each([
    ['US', 'CA', 'USD', 145, 2145, false],
    ['US', 'us-ca', 'USD', 145, 2145, false],
    ['US', 'OR', 'USD', 0, 2000, false],
    ['US', undefined, 'USD', 0, 2000, false],
    ['DE', undefined, 'EUR', 190, 1190, true],
    ['DE', 'BY', 'EUR', 190, 1190, true],
    ['GB', undefined, 'EUR', 198, 1190, true],
    ['JP', '13', 'JPY', 300, 3300, true],
    ['NZ', undefined, 'USD', 0, 2000, false],
  ])(
    'tax in %s %s, paid in %s, is %i of %i',
    async (country, region, currency, tax, total, inclusive) => {
      const { id } = await openCart(shop, [{ variantId: shirt, quantity: 1 }], currency);
      const { body } = await patch(id, { shippingAddress: addressIn(country, region) }).expect(200);
      expect(body.data).toMatchObject({
        taxInclusive: inclusive,
        totals: { tax: { amount: tax }, total: { amount: total } },
        items: [{ tax: { amount: tax } }],
      });
      expect((await shop.api.get(`/api/v1/carts/${id}`)).body.data).toEqual(body.data);
    },
  );

  test('tax follows the billing address where nothing is sent', async () => {
    const download = await createVariant(shop, { requiresShipping: false, prices: { USD: 1000 } });
    const { id } = await openCart(shop, [{ variantId: download, quantity: 1 }]);
    const { body } = await patch(id, { billingAddress: addressIn('US', 'WA') }).expect(200);
    expect(body.data.totals.tax.amount).toBe(65);
  });

  test('tax leaves out what is not taxable', async () => {
    const book = await createVariant(shop, { taxable: false, prices: { USD: 5000 } });
    const { id } = await openCart(shop, [
      { variantId: shirt, quantity: 1 },
      { variantId: book, quantity: 1 },
    ]);
    const { body } = await patch(id, { shippingAddress: addressIn('US', 'NY') }).expect(200);
    expect(body.data.totals.tax.amount).toBe(80);
  });
});

describe('A shop in a country whose prices contain tax', () => {
  test('shows that tax before any address is known', async () => {
    const shop = await startCartShop({ DEFAULT_COUNTRY: 'DE', DEFAULT_CURRENCY: 'EUR' });
    const variantId = await createVariant(shop, { prices: { EUR: 1190 } });
    const cart = await openCart(shop, [{ variantId, quantity: 1 }]);
    expect(cart).toMatchObject({
      taxInclusive: true,
      totals: { tax: { amount: 190, currency: 'EUR' }, total: { amount: 1190 } },
    });
    expect((await shop.api.get(`/api/v1/carts/${cart.id}`)).body.data).toEqual(cart);
    await shop.close();
  });
});
