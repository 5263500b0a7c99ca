import { createProduct } from '../helpers/catalog.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';

let shop: SalesApp;
let variantId: string;

beforeAll(async () => {
  shop = await startSalesApp({ env: { STRIPE_CAPTURE_METHOD: 'manual' } });
  variantId = (await createProduct(shop.ctx, { variants: [{ stock: 5 }] })).variantIds[0] ?? '';
}, 30_000);

afterAll(() => shop.close());

const optionsOf = (cartId: string, query: Record<string, string> = {}) =>
  shop.api.get(`/api/v1/carts/${cartId}/payment-options`).query(query);

const usd = (amount: number) => ({ amount, currency: 'USD' });

describe('GET /carts/{cartId}/payment-options', () => {
  test('returns what a payment form needs before the order exists', async () => {
    const cartId = await shop.readyCart([{ variantId, quantity: 1 }]);
    const { body } = await optionsOf(cartId).expect(200);
    expect(body.data).toEqual([
      {
        provider: 'stripe',
        captureMethod: 'manual',
        amount: usd(2699),
        publishableKey: 'pk_test_shop',
        apiBase: shop.sandbox.url,
      },
      { provider: 'manual', captureMethod: 'automatic', amount: usd(2699) },
    ]);
    const { body: placed } = await shop.checkout(cartId).expect(201);
    expect(placed.data.payment).toMatchObject({
      amount: usd(2699),
      publishableKey: 'pk_test_shop',
    });
  });

  test('subtracts what credit pays', async () => {
    const cartId = await shop.readyCart([{ variantId, quantity: 1 }]);
    const amounts = async (credit: string) =>
      (await optionsOf(cartId, { credit }).expect(200)).body.data.map(
        ({ provider, amount }: { provider: string; amount: { amount: number } }) =>
          `${provider} ${amount.amount}`,
      );
    expect(await amounts('1000')).toEqual(['stripe 1699', 'manual 1699']);
    // Less than Stripe takes is left.
    expect(await amounts('2690')).toEqual(['manual 9']);
    expect(await amounts('2699')).toEqual([]);
    expect(await amounts('99999')).toEqual([]);
  });

  test('rounds to the steps of the provider, as the checkout does', async () => {
    const { variantIds } = await createProduct(shop.ctx, {
      variants: [{ prices: { KWD: 5120 }, requiresShipping: false, taxable: false }],
    });
    const items = [{ variantId: variantIds[0] ?? '', quantity: 1 }];
    const cartId = await shop.readyCart(items, { shippingOptionId: null }, { currency: 'KWD' });
    const { body } = await optionsOf(cartId, { credit: '4117' }).expect(200);
    expect(body.data[0]).toMatchObject({
      provider: 'stripe',
      amount: { amount: 1010, currency: 'KWD' },
    });
  });

  const wanted = "must be 0 or more, in whole minor units of the cart's currency, such as 2500";

  test.each([
    ['credit=-1', wanted],
    ['credit=1.5', wanted],
    ['credit=1e3', wanted],
    ['credit=much', wanted],
    ['credit=99999999999999999999', wanted],
    ['credit[]=1', 'must be one value, without brackets'],
    ['credit[0]=1', 'must be one value, without brackets'],
    ['credit[a]=1', 'must be one value, without brackets'],
    ['credit=1&credit=2', 'must be given once, as one value'],
  ])('refuses %s and says what is wrong', async (query, message) => {
    const cartId = await shop.readyCart([{ variantId, quantity: 1 }]);
    const path = `/api/v1/carts/${cartId}/payment-options`;
    const { body } = await shop.api.get(`${path}?${query}`).expect(400);
    expect(body.code).toBe('validation_failed');
    expect(body.errors).toMatchObject([{ path: 'query.credit', message }]);
  });

  test('refuses a completed cart, and one that does not exist', async () => {
    const cartId = await shop.readyCart([{ variantId, quantity: 1 }]);
    await shop.checkout(cartId, { paymentProvider: 'manual' }).expect(201);
    expect((await optionsOf(cartId).expect(409)).body.code).toBe('cart_completed');
    await optionsOf('cart_01k9g8nq2n8q3v5k2b7f9x4c1d').expect(404);
  });
});
