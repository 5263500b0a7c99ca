import { createProduct } from '../helpers/catalog.ts';
import {
  logIn,
  newEmail,
  newestToken,
  PASSWORD,
  postAuth,
  registerAccount,
} from '../helpers/accounts.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';

let shop: SalesApp;
let variantId = '';
beforeAll(async () => {
  shop = await startSalesApp();
  const product = await createProduct(shop.ctx, { variants: [{ stock: 50 }] });
  variantId = product.variantIds[0] ?? '';
}, 30_000);
afterAll(() => shop.close());

const customerOf = (userId: string) =>
  shop.ctx.db.prisma.customer.findUniqueOrThrow({ where: { userId } });

test('Guests’ orders come to the account that proves their address, and to no other before', async () => {
  const email = newEmail();
  for (let count = 0; count < 3; count++) {
    const cartId = await shop.readyCart([{ variantId, quantity: 1 }], { email });
    await shop.checkout(cartId, { paymentProvider: 'manual' }).expect(201);
  }
  const ownersOf = async () =>
    (await shop.ctx.db.prisma.order.findMany({ where: { email } })).map((row) => row.customerId);
  const stranger = await registerAccount(shop, { email, password: 'the stranger’s words' });
  await logIn(shop, stranger);
  expect(await ownersOf()).toEqual([null, null, null]);
  const owner = await registerAccount(shop, { email });
  const token = await newestToken(shop, owner.userId, 'verify_email');
  await postAuth(shop, 'verify-email', { token, password: PASSWORD }).expect(200);
  const { id } = await customerOf(owner.userId);
  expect(await ownersOf()).toEqual([id, id, id]);
});
