import { createProduct } from '../helpers/catalog.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';

let shop: SalesApp;
let variantId: string;

beforeAll(async () => {
  shop = await startSalesApp();
  const { variantIds } = await createProduct(shop.ctx, { variants: [{ stock: 100 }] });
  variantId = variantIds[0] ?? '';
});

afterAll(() => shop.close());

describe('The locale of an order', () => {
  test.each([
    ['the body', { locale: 'de-at' }, 'fr-FR', 'de-AT'],
    ['Accept-Language', {}, 'fr;q=0.5, de-CH, *;q=0.1', 'de-CH'],
    ['Accept-Language, past what is no locale', {}, '*, x_y, pt-br;q=0.4', 'pt-BR'],
    ['the first language that has words', {}, 'fr,de', 'de'],
    ['the most preferred language that has words', {}, 'fr-CA, en;q=0.3, de-AT;q=0.8', 'de-AT'],
    ['a language that has no words, where there is no other', {}, 'fr-CA, es;q=0.8', 'fr-CA'],
    ['the body, whatever Accept-Language says', { locale: 'fr' }, 'de', 'fr'],
    ['nothing', {}, undefined, null],
    ['nothing that can be read', {}, '*', null],
    ['nothing that is short enough', {}, `en-${'x'.repeat(5000)}`, null],
  ])('comes from %s', async (_source, body, acceptLanguage, locale) => {
    const cartId = await shop.readyCart([{ variantId, quantity: 1 }]);
    const request = shop.checkout(cartId, { paymentProvider: 'manual', ...body });
    if (acceptLanguage !== undefined) request.set('Accept-Language', acceptLanguage);
    const { order, orderToken } = (await request.expect(201)).body.data;
    expect(order.locale).toBe(locale);
    const read = await shop.api.get(`/api/v1/orders/${order.id}`).set('X-Order-Token', orderToken);
    expect(read.body.data.locale).toBe(locale);
  });

  test('is not part of the idempotent request: a retry with another Accept-Language gets the first answer', async () => {
    const cartId = await shop.readyCart([{ variantId, quantity: 1 }]);
    const send = (acceptLanguage: string) =>
      shop
        .checkout(cartId, { paymentProvider: 'manual' })
        .set({ 'Idempotency-Key': `locale-${cartId}`, 'Accept-Language': acceptLanguage })
        .expect(201);
    const first = await send('de-DE');
    const second = await send('en-GB, de;q=0.8');
    expect(second.headers['idempotent-replayed']).toBe('true');
    expect(second.body).toEqual(first.body);
  });

  test.each(['de DE', 'de_DE', '*', 'd'.repeat(40)])('cannot be %j', async (locale) => {
    const cartId = await shop.readyCart([{ variantId, quantity: 1 }]);
    const { body } = await shop.checkout(cartId, { paymentProvider: 'manual', locale }).expect(400);
    expect(body).toMatchObject({ code: 'validation_failed', errors: [{ path: 'locale' }] });
  });
});
