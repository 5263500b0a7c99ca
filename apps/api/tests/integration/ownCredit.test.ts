import { createVariant } from '../helpers/carts.ts';
import { ledgerOf } from '../helpers/credit.ts';
import { openOwnCart, type Shopper } from '../helpers/ownCarts.ts';
import { signInPerson } from '../helpers/people.ts';
import { address, startSalesApp, type SalesApp } from '../helpers/salesApp.ts';

let shop: SalesApp;
let variantId: string;
beforeAll(async () => {
  shop = await startSalesApp();
  const prices = { USD: 5000, EUR: 5000 };
  variantId = await createVariant(shop, { stock: 1000, requiresShipping: false, prices });
});
afterAll(() => shop.close());

const money = (amount: number, currency = 'USD') => ({ amount, currency });
const signIn = (options = {}) => signInPerson(shop.container, options);
const grant = async ({ customerId }: Shopper, amount: number, over: object = {}) => {
  const { account } = await shop.container.services.credit.issue(shop.ctx, {
    kind: 'store_credit',
    amount: money(amount),
    customerId,
    note: 'a note of staff',
    ...over,
  });
  return account;
};
const read = (path: string, { as }: Shopper, query: object = {}) =>
  shop.api.get(`/api/v1/me/credit${path}`).query(query).set(as);

/** A checkout of one unit for 50.00 without tax, in a cart of the customer's. */
async function buy(person: Shopper, { currency = 'USD', ...body }: Record<string, unknown> = {}) {
  const { id } = await openOwnCart(shop, person, [{ variantId, quantity: 1 }], String(currency));
  const abroad = { ...address, country: 'DE', region: null };
  await shop.api
    .patch(`/api/v1/carts/${id}`)
    .set(person.as)
    .send({ email: 'grace@example.com', billingAddress: abroad })
    .expect(200);
  return shop
    .checkout(id, { paymentProvider: 'stripe', useStoreCredit: true, ...body })
    .set(person.as);
}

test('30.00 of store credit pay a part of 50.00, and are not offered for euros (case 7)', async () => {
  const person = await signIn();
  const account = await grant(person, 3000);
  const bought = await buy(person);
  expect(bought.status).toBe(201);
  const { order, payment } = bought.body.data;
  expect(order.totals.total).toEqual(money(5000));
  expect(order.payments).toMatchObject([
    { provider: 'credit', amount: money(3000) },
    { provider: 'stripe', amount: money(2000) },
  ]);
  await shop.confirm(payment.clientSecret);
  const [intentId = ''] = String(payment.clientSecret).split('_secret_');
  await shop.container.services.payments.sync(shop.ctx, 'stripe', intentId);
  const paid = await shop.api.get(`/api/v1/orders/${order.id}`).set(person.as).expect(200);
  expect(paid.body.data.paymentStatus).toBe('paid');
  expect(await ledgerOf(shop, account)).toEqual(['issued 3000', 'held -3000']);
  expect((await read('', person).expect(200)).body.data).toMatchObject([{ available: money(0) }]);

  const other = await signIn();
  await grant(other, 3000);
  const refused = await buy(other, { currency: 'EUR' });
  expect([refused.status, refused.body.errors]).toMatchObject([
    422,
    [{ path: 'useStoreCredit', code: 'empty' }],
  ]);
});

describe('The store credit of a customer', () => {
  test('is listed by currency, with what can be spent now', async () => {
    const person = await signIn();
    const first = await grant(person, 3000);
    const lapsed = await grant(person, 500);
    await grant(person, 700, { amount: money(700, 'EUR') });
    await shop.ctx.db.prisma.creditAccount.update({
      where: { id: lapsed.id },
      data: { expiresAt: new Date(0) },
    });
    const { body } = await read('', person).expect(200);
    expect(body.data).toMatchObject([
      { available: money(700, 'EUR'), accounts: [{ usable: true }] },
      {
        available: money(3000),
        accounts: [
          { id: first.id, balance: money(3000), usable: true, expiresAt: null },
          { id: lapsed.id, balance: money(500), usable: false },
        ],
      },
    ]);
  });

  test('has entries, page by page, without what staff wrote', async () => {
    const [person, stranger] = [await signIn(), await signIn()];
    const accounts = [await grant(person, 100), await grant(person, 200), await grant(person, 300)];
    await grant(stranger, 999);
    const first = await read('/entries', person, { limit: 2 }).expect(200);
    expect(first.body.data).toMatchObject([
      { accountId: accounts[2]?.id, kind: 'issued', amount: money(300) },
      { accountId: accounts[1]?.id, amount: money(200) },
    ]);
    const { nextCursor: cursor } = first.body.meta;
    const second = await read('/entries', person, { limit: 2, cursor }).expect(200);
    expect(second.body.data).toMatchObject([{ amount: money(100) }]);
    expect(first.text + second.text).not.toContain('note');
    const elsewhere = await read('/entries', stranger, { limit: 2, cursor }).expect(400);
    expect(elsewhere.body.code).toBe('invalid_cursor');
    expect((await read('/entries', person, { currency: 'EUR' })).body.data).toEqual([]);
  });

  test('is neither shown nor spent before the address is proved', async () => {
    const person = await signIn({ isVerified: false });
    const account = await grant(person, 3000);
    await read('', person).expect(403);
    await read('/entries', person).expect(403);
    const refused = await buy(person);
    expect([refused.status, refused.body.code]).toEqual([403, 'email_not_verified']);
    expect(await ledgerOf(shop, account)).toEqual(['issued 3000']);
    expect((await buy(person, { useStoreCredit: false })).status).toBe(201);
  });

  test("is no one else's to spend", async () => {
    const [owner, stranger] = [await signIn(), await signIn()];
    const account = await grant(owner, 3000);
    expect((await buy(stranger)).body.errors).toMatchObject([{ path: 'useStoreCredit' }]);
    expect(await ledgerOf(shop, account)).toEqual(['issued 3000']);
  });
});
