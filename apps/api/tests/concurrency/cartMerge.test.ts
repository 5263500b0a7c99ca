import { createVariant, openCart } from '../helpers/carts.ts';
import { askMerge, openOwnCart, ownCart, quantitiesOf } from '../helpers/ownCarts.ts';
import { signInPerson } from '../helpers/people.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';

let shop: SalesApp;
let variantId: string;
beforeAll(async () => {
  shop = await startSalesApp();
  variantId = await createVariant(shop, { stock: 100_000 });
});
afterAll(() => shop.close());

const times = <T>(count: number, work: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => work(index));
const signIn = () => signInPerson(shop.container);
const one = (quantity = 1) => ({ variantId, quantity });

test('A doubled merge adds once', async () => {
  for (const mine of [[], [one(5)]]) {
    const person = await signIn();
    if (mine.length > 0) await openOwnCart(shop, person, mine);
    const guest = await openCart(shop, [one(2)]);
    const answers = await Promise.all(times(6, () => askMerge(shop, person, guest.id)));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
    const cart = await ownCart(shop, person);
    expect(cart && quantitiesOf(cart)).toEqual({ [variantId]: mine.length > 0 ? 7 : 2 });
  }
});

test('Merges of several guest carts make one cart with all of their units', async () => {
  const person = await signIn();
  const guests = await Promise.all(times(6, (index) => openCart(shop, [one(index + 1)])));
  const answers = await Promise.all(guests.map(({ id }) => askMerge(shop, person, id)));
  const adopted = answers.filter(({ body }) => body.data.outcome === 'adopted');
  const merged = answers.filter(({ body }) => body.data.outcome === 'merged');
  expect([adopted.length, merged.length]).toEqual([1, 5]);
  const cart = await ownCart(shop, person);
  expect(cart && quantitiesOf(cart)).toEqual({ [variantId]: 21 });
  const open = await shop.ctx.db.prisma.cart.count({ where: { customerId: person.customerId } });
  expect(open).toBe(1);
});

test('Two customers who take over one cart: one has it', async () => {
  const people = await Promise.all(times(4, signIn));
  const guest = await openCart(shop, [one(3)]);
  const answers = await Promise.all(people.map((person) => askMerge(shop, person, guest.id)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 404)).toHaveLength(3);
  const carts = await Promise.all(people.map((person) => ownCart(shop, person)));
  expect(carts.filter((cart) => cart !== undefined).map(quantitiesOf)).toEqual([
    { [variantId]: 3 },
  ]);
});

test("A merge and a checkout of the guest's cart: the goods are bought or merged, never both", async () => {
  const outcomes = new Set<string>();
  for (let round = 0; round < 12; round++) {
    const person = await signIn();
    await openOwnCart(shop, person, [one(1)]);
    const guestId = await shop.readyCart([one(2)]);
    const delay = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 12));
    const [checkout, merge] = await Promise.all([
      (async () => {
        await delay();
        return shop.checkout(guestId, { paymentProvider: 'manual' });
      })(),
      (async () => {
        await delay();
        return askMerge(shop, person, guestId);
      })(),
    ]);
    const cart = await ownCart(shop, person);
    const units = cart && quantitiesOf(cart)[variantId];
    const result = `${checkout.status} ${merge.status} ${units}`;
    expect(['201 409 1', '404 200 3']).toContain(result);
    outcomes.add(result);
  }
  expect(outcomes.size).toBeGreaterThan(0);
});

test("A merge and a checkout of the customer's cart: every unit is bought or in a cart", async () => {
  for (let round = 0; round < 8; round++) {
    const person = await signIn();
    const own = await openOwnCart(shop, person, [one(1)]);
    const ready = await shop.readyCart([one(1)]);
    const details = await shop.ctx.db.prisma.cart.findUniqueOrThrow({ where: { id: ready } });
    await shop.api
      .patch(`/api/v1/carts/${own.id}`)
      .set(person.as)
      .send({
        email: details.email,
        shippingAddress: details.shippingAddress,
        shippingOptionId: details.shippingOptionId,
      })
      .expect(200);
    const guest = await openCart(shop, [one(2)]);
    const [checkout, merge] = await Promise.all([
      shop.checkout(own.id, { paymentProvider: 'manual' }).set(person.as),
      askMerge(shop, person, guest.id),
    ]);
    expect(merge.status).toBe(200);
    const items = await shop.ctx.db.prisma.orderItem.findMany({
      where: { order: { customerId: person.customerId } },
    });
    const bought = items.reduce((units, { quantity }) => units + quantity, 0);
    const cart = await ownCart(shop, person);
    const left = (cart && quantitiesOf(cart)[variantId]) ?? 0;
    // A checkout after the merge is refused, since its total is not the agreed one.
    expect([201, 409]).toContain(checkout.status);
    expect(bought + left).toBe(3);
  }
});

test('Writes of the guest that a merge overtakes are refused, and those before it are merged', async () => {
  const person = await signIn();
  await openOwnCart(shop, person, [one(1)]);
  const guest = await openCart(shop, [one(1)]);
  const path = `/api/v1/carts/${guest.id}/items`;
  const [merge, ...writes] = await Promise.all([
    askMerge(shop, person, guest.id),
    ...times(10, () => shop.api.post(path).send(one(1))),
  ]);
  expect(merge.status).toBe(200);
  const added = writes.filter(({ status }) => status === 201).length;
  expect(writes.filter(({ status }) => status === 404)).toHaveLength(10 - added);
  const cart = await ownCart(shop, person);
  expect(cart && quantitiesOf(cart)).toEqual({ [variantId]: 2 + added });
});
