import { asBearer, postAuth } from '../helpers/accounts.ts';
import { SoftwareAuthenticator } from '../helpers/authenticator.ts';
import {
  addPasskey,
  challengeOf,
  codeOf,
  dataOf,
  newMember,
  newTotpMember,
} from '../helpers/factors.ts';
import { addressIn, createVariant, openCart, startCartShop } from '../helpers/carts.ts';
import { createProduct } from '../helpers/catalog.ts';
import type { TestApp } from '../helpers/app.ts';
import { askMerge, mergeCart, openOwnCart, ownCart, quantitiesOf } from '../helpers/ownCarts.ts';
import { signInPerson } from '../helpers/people.ts';

const LIMITS = { MAX_LINE_QUANTITY: '50', MAX_ORDER_QUANTITY: '120' };

let shop: TestApp;
let mug: string;
let shirt: string;
beforeAll(async () => {
  shop = await startCartShop(LIMITS);
  mug = await createVariant(shop, { stock: 1000, prices: { USD: 1000, EUR: 900 } });
  shirt = await createVariant(shop, { stock: 1000 });
});
afterAll(() => shop.close());

const signIn = (options = {}) => signInPerson(shop.container, options);
const one = (variantId: string, quantity = 1) => ({ variantId, quantity });
const read = (id: string, headers = {}) => shop.api.get(`/api/v1/carts/${id}`).set(headers);

describe("A guest's cart", () => {
  test('becomes that of a customer who has none, as it is', async () => {
    const person = await signIn({ isVerified: false });
    expect(await ownCart(shop, person)).toBeUndefined();
    const guest = await openCart(shop, [one(mug, 2)]);
    await shop.api.patch(`/api/v1/carts/${guest.id}`).send({ email: 'ada@example.com' });
    const { cart, outcome, reduced } = await mergeCart(shop, person, guest.id);
    expect([cart.id, outcome, reduced]).toEqual([guest.id, 'adopted', []]);
    expect([quantitiesOf(cart), cart.email]).toEqual([{ [mug]: 2 }, 'ada@example.com']);
    expect(await ownCart(shop, person)).toEqual(cart);
  });

  test('is seen by its new owner alone from then on', async () => {
    const [person, stranger] = [await signIn(), await signIn()];
    const guest = await openCart(shop, [one(mug)]);
    await mergeCart(shop, person, guest.id);
    await read(guest.id, person.as).expect(200);
    for (const headers of [{}, stranger.as]) {
      await read(guest.id, headers).expect(404);
      const write = shop.api.post(`/api/v1/carts/${guest.id}/items`).set(headers);
      await write.send(one(mug)).expect(404);
    }
    expect((await askMerge(shop, stranger, guest.id)).status).toBe(404);
    expect(await ownCart(shop, stranger)).toBeUndefined();
  });

  test("adds its lines to the customer's cart, once, and is closed", async () => {
    const person = await signIn();
    const own = await openOwnCart(shop, person, [one(mug, 3)]);
    const guest = await openCart(shop, [one(mug, 2), one(shirt, 4)]);
    const { cart, outcome } = await mergeCart(shop, person, guest.id);
    expect([cart.id, outcome]).toEqual([own.id, 'merged']);
    expect(quantitiesOf(cart)).toEqual({ [mug]: 5, [shirt]: 4 });
    const again = await mergeCart(shop, person, guest.id);
    expect([again.outcome, again.cart]).toEqual(['unchanged', cart]);
    await read(guest.id).expect(404);
    await read(guest.id, person.as).expect(404);
    const stored = await shop.ctx.db.prisma.cart.findUniqueOrThrow({
      where: { id: guest.id },
      include: { items: true },
    });
    expect(stored).toMatchObject({ mergedIntoId: own.id, email: null, items: [] });
  });

  test("fills in only what the customer's cart lacks", async () => {
    const person = await signIn();
    const own = await openOwnCart(shop, person, [one(mug)]);
    const mine = shop.api.patch(`/api/v1/carts/${own.id}`).set(person.as);
    await mine.send({ email: 'mine@example.com' }).expect(200);
    const guest = await openCart(shop, [one(shirt)]);
    await shop.api
      .patch(`/api/v1/carts/${guest.id}`)
      .send({ email: 'typed@example.com', shippingAddress: addressIn('US', 'CA') })
      .expect(200);
    const { cart } = await mergeCart(shop, person, guest.id);
    expect(cart).toMatchObject({
      email: 'mine@example.com',
      shippingAddress: { country: 'US', region: 'CA' },
    });
    expect(await ownCart(shop, person)).toEqual(cart);
  });

  test('keeps all of its 65 lines', async () => {
    const variants = Array.from({ length: 65 }, () => ({ prices: { USD: 100 }, stock: 5 }));
    const { variantIds } = await createProduct(shop.ctx, { variants });
    const items = variantIds.map((variantId) => one(variantId));
    for (const mine of [[], [one(mug)], items.slice(0, 30)]) {
      const person = await signIn();
      await openOwnCart(shop, person, mine);
      const guest = await openCart(shop, items);
      const { cart } = await mergeCart(shop, person, guest.id);
      const wanted = new Set([...items, ...mine].map(({ variantId }) => variantId));
      expect(new Set(cart.items.map(({ variantId }) => variantId))).toEqual(wanted);
      expect(cart.items).toHaveLength(wanted.size);
    }
  });

  test('is kept apart where two carts exceed the lines of one, and nothing is lost', async () => {
    const variants = Array.from({ length: 110 }, () => ({ prices: { USD: 100 }, stock: 5 }));
    const { variantIds } = await createProduct(shop.ctx, { variants });
    const items = variantIds.map((variantId) => one(variantId));
    const person = await signIn();
    const own = await openOwnCart(shop, person, items.slice(0, 55));
    const guest = await openCart(shop, items.slice(55));
    const { cart, outcome } = await mergeCart(shop, person, guest.id);
    expect([cart.id, outcome, cart.items.length]).toEqual([guest.id, 'kept_apart', 55]);
    expect((await ownCart(shop, person))?.id).toBe(guest.id);
    expect((await read(own.id, person.as).expect(200)).body.data.items).toHaveLength(55);
  });

  test('in another currency is kept apart, and found by its currency', async () => {
    const person = await signIn();
    const own = await openOwnCart(shop, person, [one(mug)]);
    const guest = await openCart(shop, [one(mug, 2)], 'EUR');
    const { cart, outcome } = await mergeCart(shop, person, guest.id);
    expect([cart.id, cart.currency, outcome]).toEqual([guest.id, 'EUR', 'kept_apart']);
    expect((await ownCart(shop, person))?.id).toBe(guest.id);
    expect((await ownCart(shop, person, { currency: 'USD' }))?.id).toBe(own.id);
    const next = await openCart(shop, [one(mug, 1)], 'EUR');
    expect((await mergeCart(shop, person, next.id)).outcome).toBe('merged');
    const euros = await ownCart(shop, person, { currency: 'EUR' });
    expect(euros && quantitiesOf(euros)).toEqual({ [mug]: 3 });
  });

  test('that is bought, gone or unknown is no cart to take over', async () => {
    const person = await signIn();
    const { id } = await openCart(shop, [one(mug)]);
    await shop.ctx.db.prisma.cart.update({ where: { id }, data: { status: 'completed' } });
    expect((await askMerge(shop, person, id)).body.code).toBe('cart_completed');
    const expired = await openCart(shop, [one(mug)]);
    await shop.ctx.db.prisma.cart.update({
      where: { id: expired.id },
      data: { expiresAt: new Date(0) },
    });
    expect((await askMerge(shop, person, expired.id)).status).toBe(404);
    const unknown = `${expired.id.slice(0, -4)}0000`;
    expect((await askMerge(shop, person, unknown)).status).toBe(404);
    expect(await ownCart(shop, person)).toBeUndefined();
  });
});

describe('Quantities of two carts', () => {
  test('add up as far as there is stock, and say where they do not', async () => {
    const scarce = await createVariant(shop, { stock: 5 });
    const person = await signIn();
    await openOwnCart(shop, person, [one(scarce, 3)]);
    const guest = await openCart(shop, [one(scarce, 4)]);
    const { cart, reduced } = await mergeCart(shop, person, guest.id);
    expect(quantitiesOf(cart)).toEqual({ [scarce]: 5 });
    expect(reduced).toEqual([{ variantId: scarce, requested: 7, quantity: 5 }]);
  });

  test('add up without stock where a variant can be ordered in advance', async () => {
    const preorder = await createVariant(shop, { stock: 0, inventoryPolicy: 'continue' });
    const person = await signIn();
    await openOwnCart(shop, person, [one(preorder, 3)]);
    const guest = await openCart(shop, [one(preorder, 4)]);
    const { cart, reduced } = await mergeCart(shop, person, guest.id);
    expect([quantitiesOf(cart), reduced]).toEqual([{ [preorder]: 7 }, []]);
  });

  test('stay a line each once something is sold out, which is shown', async () => {
    const soldOut = await createVariant(shop, { stock: 5 });
    const person = await signIn();
    await openOwnCart(shop, person, [one(mug)]);
    const guest = await openCart(shop, [one(soldOut, 4)]);
    await shop.ctx.db.prisma.stockLevel.updateMany({
      where: { variantId: soldOut },
      data: { reserved: 5 },
    });
    const { cart } = await mergeCart(shop, person, guest.id);
    expect(cart.items).toMatchObject([
      { variantId: mug, quantity: 1, available: true },
      { variantId: soldOut, quantity: 1, available: false },
    ]);
  });

  test('add up to what one line, and one order, may hold', async () => {
    const person = await signIn();
    await openOwnCart(shop, person, [one(mug, 30)]);
    const first = await openCart(shop, [one(mug, 40)]);
    expect(quantitiesOf((await mergeCart(shop, person, first.id)).cart)).toEqual({ [mug]: 50 });
    const second = await openCart(shop, [one(shirt, 50)]);
    await mergeCart(shop, person, second.id);
    const other = await createVariant(shop, { stock: 100 });
    const third = await openCart(shop, [one(other, 50)]);
    const { cart, reduced } = await mergeCart(shop, person, third.id);
    expect(quantitiesOf(cart)).toEqual({ [mug]: 50, [shirt]: 50, [other]: 20 });
    expect(reduced).toEqual([{ variantId: other, requested: 50, quantity: 20 }]);
  });
});

describe('A sign-in', () => {
  const password = 'correct horse battery staple';
  const register = async () => {
    const email = `guest${crypto.randomUUID()}@example.com`;
    await shop.api.post('/api/v1/auth/register').send({ email, password }).expect(202);
    return email;
  };
  const signInWith = async (email: string, cartId: string) => {
    const login = { email, password, cartId };
    const { body } = await shop.api.post('/api/v1/auth/login').send(login).expect(200);
    return { as: { Authorization: `Bearer ${String(body.data.accessToken)}` } };
  };

  test('takes the cart over that it names, and again adds nothing', async () => {
    const email = await register();
    const guest = await openCart(shop, [one(mug, 2)]);
    for (let tried = 0; tried < 2; tried++) {
      const { as } = await signInWith(email, guest.id);
      const { body } = await shop.api.get('/api/v1/me/cart').set(as).expect(200);
      expect([body.data.id, quantitiesOf(body.data)]).toEqual([guest.id, { [mug]: 2 }]);
    }
  });

  test('takes the cart over with its second factor', async () => {
    const member = await newTotpMember(shop);
    const guest = await openCart(shop, [one(mug, 2)]);
    const { token } = await challengeOf(shop, member, { cartId: guest.id });
    expect((await read(guest.id).expect(200)).body.data.id).toBe(guest.id);
    const answer = { token, code: codeOf(member.secret), cartId: guest.id };
    const { body } = await postAuth(shop, 'challenge', answer).expect(200);
    const cart = await read(guest.id, asBearer(body.data)).expect(200);
    expect(quantitiesOf(cart.body.data)).toEqual({ [mug]: 2 });
    await read(guest.id).expect(404);
  });

  test('takes the cart over with a passkey', async () => {
    const member = await newMember(shop);
    const authenticator = new SoftwareAuthenticator();
    await addPasskey(shop, member, authenticator);
    const guest = await openCart(shop, [one(mug, 2)]);
    const options = dataOf<never>(await postAuth(shop, 'passkeys/sign-in/options', {}));
    const proof = { passkey: authenticator.get(options), cartId: guest.id };
    const { body } = await postAuth(shop, 'passkeys/sign-in', proof).expect(200);
    expect((await read(guest.id, asBearer(body.data))).body.data.id).toBe(guest.id);
    await read(guest.id).expect(404);
  });

  test("succeeds whatever the cart is now, and takes no one else's", async () => {
    const owner = await signIn();
    const theirs = await openOwnCart(shop, owner, [one(mug)]);
    const { as } = await signInWith(await register(), theirs.id);
    await shop.api.get('/api/v1/me/cart').set(as).expect(404);
    expect((await ownCart(shop, owner))?.id).toBe(theirs.id);
  });

  test('with a wrong password takes nothing over', async () => {
    const email = await register();
    const guest = await openCart(shop, [one(mug)]);
    const login = { email, password: 'another password', cartId: guest.id };
    await shop.api.post('/api/v1/auth/login').send(login).expect(401);
    const { body } = await read(guest.id).expect(200);
    expect(body.data.id).toBe(guest.id);
  });
});
