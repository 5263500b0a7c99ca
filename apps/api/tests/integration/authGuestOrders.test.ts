import { createProduct } from '../helpers/catalog.ts';
import { newId } from '../../src/kernel/ids.ts';
import {
  askForReset,
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

describe('A stranger who has signed in to an account with another’s address', () => {
  const theirs = 'mallory@example.com';

  /** Registers with an address and leaves something of each kind in the account. */
  async function usedAccount() {
    const account = await registerAccount(shop, { firstName: 'Mallory' });
    await logIn(shop, account);
    const { id: customerId } = await customerOf(account.userId);
    const { prisma } = shop.ctx.db;
    const orders: string[] = [];
    for (const email of [account.email, theirs]) {
      const cartId = await shop.readyCart([{ variantId, quantity: 1 }], { email });
      const order = await shop.checkout(cartId, { paymentProvider: 'manual' }).expect(201);
      const { id } = order.body.data.order as { id: string };
      await prisma.order.update({ where: { id }, data: { customerId } });
      orders.push(id);
    }
    const cartId = await shop.readyCart([{ variantId, quantity: 1 }], { email: account.email });
    await prisma.cart.update({ where: { id: cartId }, data: { customerId } });
    await prisma.creditAccount.create({
      data: { id: newId('cart'), kind: 'store_credit', customerId, currency: 'USD' },
    });
    await prisma.paymentCustomer.create({
      data: { customerId, provider: 'stripe', providerId: newId('cart') },
    });
    return { ...account, customerId, orders };
  }

  type Used = Awaited<ReturnType<typeof usedAccount>>;

  /** What belongs to a customer: orders, then how much of the rest. */
  async function belongingsOf(customerId: string) {
    const { prisma } = shop.ctx.db;
    const where = { customerId };
    const orders = await prisma.order.findMany({ where, orderBy: { id: 'asc' } });
    const rest = await Promise.all([
      prisma.cart.count({ where }),
      prisma.creditAccount.count({ where }),
      prisma.paymentCustomer.count({ where }),
    ]);
    return { orders: orders.map(({ id }) => id), rest };
  }

  const proofs: Record<string, (account: Used) => Promise<unknown>> = {
    'by the link alone': async ({ userId }) => {
      const token = await newestToken(shop, userId, 'verify_email');
      await postAuth(shop, 'verify-email', { token }).expect(200);
    },
    'by a new password': async (account) => {
      const token = await askForReset(shop, account);
      const newPassword = 'the owner’s password';
      await postAuth(shop, 'reset-password', { token, newPassword }).expect(200);
    },
  };

  test.each(Object.keys(proofs))(
    'leaves nothing but orders with the address to its owner, who proves it %s',
    async (way) => {
      const account = await usedAccount();
      await proofs[way]?.(account);
      const owner = await customerOf(account.userId);
      expect(owner.id).not.toBe(account.customerId);
      const [withAddress = '', withAnother = ''] = account.orders;
      expect(await belongingsOf(owner.id)).toEqual({ orders: [withAddress], rest: [0, 0, 0] });
      expect(await belongingsOf(account.customerId)).toEqual({
        orders: [withAnother],
        rest: [1, 1, 1],
      });
      const { user } = await shop.ctx.db.prisma.customer.findUniqueOrThrow({
        where: { id: account.customerId },
        include: { user: true },
      });
      expect(user).toMatchObject({ status: 'disabled', passwordHash: null, emailVerifiedAt: null });
      const proved = await shop.ctx.db.prisma.user.findUniqueOrThrow({
        where: { id: account.userId },
      });
      expect([user.firstName, proved.firstName]).toEqual(['Mallory', null]);
      const { email, password } = account;
      await postAuth(shop, 'login', { email, password }).expect(401);
    },
  );

  test('is no stranger with the password: then all stays as it is', async () => {
    const { userId, customerId, orders, password } = await usedAccount();
    const token = await newestToken(shop, userId, 'verify_email');
    await postAuth(shop, 'verify-email', { token, password }).expect(200);
    expect((await customerOf(userId)).id).toBe(customerId);
    expect(await belongingsOf(customerId)).toEqual({ orders, rest: [1, 1, 1] });
  });
});

test('An account that was never signed in to stays one when its address is proved by the link', async () => {
  const { userId, email } = await registerAccount(shop, { firstName: 'Ada' });
  const { id } = await customerOf(userId);
  const token = await newestToken(shop, userId, 'verify_email');
  await postAuth(shop, 'verify-email', { token }).expect(200);
  expect((await customerOf(userId)).id).toBe(id);
  const users = await shop.ctx.db.prisma.user.findMany({ where: { emailKey: email } });
  expect(users).toMatchObject([{ id: userId, firstName: 'Ada' }]);
});

test('Orders of an account whose address someone else proves go to that one, its cart and addresses stay', async () => {
  const email = newEmail();
  const stranger = await registerAccount(shop, { email, password: 'the stranger’s words' });
  const { id: customerId } = await customerOf(stranger.userId);
  const cartId = await shop.readyCart([{ variantId, quantity: 1 }], { email });
  await shop.checkout(cartId, { paymentProvider: 'manual' }).expect(201);
  const { prisma } = shop.ctx.db;
  await prisma.order.updateMany({ where: { email }, data: { customerId } });
  const kept = await shop.readyCart([{ variantId, quantity: 1 }], { email });
  await prisma.cart.update({ where: { id: kept }, data: { customerId } });
  const owner = await registerAccount(shop, { email });
  const token = await newestToken(shop, owner.userId, 'verify_email');
  await postAuth(shop, 'verify-email', { token, password: PASSWORD }).expect(200);
  const { id } = await customerOf(owner.userId);
  expect((await prisma.order.findUniqueOrThrow({ where: { cartId } })).customerId).toBe(id);
  expect((await prisma.cart.findUniqueOrThrow({ where: { id: kept } })).customerId).toBe(
    customerId,
  );
});
