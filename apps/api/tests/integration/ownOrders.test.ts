import { createVariant } from '../helpers/carts.ts';
import { placeOrder, type PlacedOrder } from '../helpers/orders.ts';
import { signInPerson } from '../helpers/people.ts';
import { address, startSalesApp, type SalesApp } from '../helpers/salesApp.ts';

let shop: SalesApp;
let variantId: string;
beforeAll(async () => {
  shop = await startSalesApp({ env: { RATE_LIMIT_MAX: '100000', CODE_RATE_LIMIT_MAX: '20' } });
  variantId = await createVariant(shop, { stock: 1000 });
});
afterAll(() => shop.close());

type Person = Awaited<ReturnType<typeof signInPerson>>;
interface Summary {
  id: string;
  number: number;
  placedAt: string;
}

const orders = '/api/v1/me/orders';
const list = async ({ as }: Person, query: object = {}) =>
  (await shop.api.get(orders).query(query).set(as).expect(200)).body as {
    data: Summary[];
    meta: { nextCursor: string | null };
  };
const idsOf = async (person: Person, query: object = {}) =>
  (await list(person, query)).data.map(({ id }) => id);
const numberOf = async ({ orderId }: PlacedOrder) => {
  const { number } = await shop.ctx.db.prisma.order.findUniqueOrThrow({ where: { id: orderId } });
  return Number(number);
};
const statusesOf = (answers: { status: number }[]) =>
  answers.map(({ status }) => status).toSorted((one, other) => one - other);
let clients = 0;
const claim = ({ as }: Person, orderNumber: number, token: string) =>
  shop.api.post(`${orders}/claim`).set(as).send({ orderNumber, token });

/** An order that a customer places while signed in. */
async function buyAs({ as }: Person): Promise<string> {
  const cart = await shop.api
    .post('/api/v1/carts')
    .set(as)
    .send({ items: [{ variantId, quantity: 2 }] })
    .expect(201);
  const path = `/api/v1/carts/${cart.body.data.id}`;
  await shop.api
    .patch(path)
    .set(as)
    .send({
      email: `buyer${++clients}@example.com`,
      shippingAddress: address,
      shippingOptionId: shop.shippingOptionId,
    })
    .expect(200);
  const placed = await shop.api
    .post(`${path}/checkout`)
    .set({ ...as, 'Idempotency-Key': crypto.randomUUID() })
    .send({ paymentProvider: 'manual' })
    .expect(201);
  expect(placed.body.data.orderToken).toBeUndefined();
  return placed.body.data.order.id as string;
}

describe('The orders of a customer', () => {
  test('are listed newest first, by filters and page by page', async () => {
    const person = await signInPerson(shop.container);
    const ids: string[] = [];
    for (let bought = 0; bought < 3; bought++) ids.unshift(await buyAs(person));
    const { data } = await list(person);
    expect(data.map(({ id }) => id)).toEqual(ids);
    expect(data[0]).toMatchObject({
      status: 'confirmed',
      paymentStatus: 'unpaid',
      items: [{ quantity: 2 }],
      lineCount: 1,
      total: { currency: 'USD' },
    });
    expect(await idsOf(person, { status: 'canceled' })).toEqual([]);
    expect(await idsOf(person, { status: 'confirmed', paymentStatus: 'unpaid' })).toEqual(ids);
    const [newest, middle] = data;
    expect(await idsOf(person, { placedFrom: middle?.placedAt })).toEqual(ids.slice(0, 2));
    expect(await idsOf(person, { placedTo: newest?.placedAt })).toEqual(ids.slice(1));
    const first = await list(person, { limit: 2 });
    const cursor = first.meta.nextCursor ?? '';
    expect(await idsOf(person, { limit: 2, cursor })).toEqual(ids.slice(2));
    const stranger = await signInPerson(shop.container);
    const refused = await shop.api.get(orders).query({ limit: 2, cursor }).set(stranger.as);
    expect(refused.body.code).toBe('invalid_cursor');
    expect(await idsOf(stranger)).toEqual([]);
  });

  test('are served by a session alone: the order, its history, its payment, its cancellation', async () => {
    const [person, stranger] = [
      await signInPerson(shop.container),
      await signInPerson(shop.container),
    ];
    const id = await buyAs(person);
    const path = `/api/v1/orders/${id}`;
    for (const address of [path, `${path}/history`]) {
      await shop.api.get(address).set(person.as).expect(200);
      await shop.api.get(address).set(stranger.as).expect(404);
      await shop.api.get(address).expect(404);
    }
    const act = (action: string, { as }: Person) =>
      shop.api.post(`${path}/${action}`).set({ ...as, 'Idempotency-Key': crypto.randomUUID() });
    await act('payment', stranger).expect(404);
    await act('cancel', stranger).expect(404);
    // Paid by hand: there is nothing to pay online, but the order is found.
    expect((await act('payment', person)).body.code).toBe('state_conflict');
    const canceled = await act('cancel', person).expect(200);
    expect(canceled.body.data.status).toBe('canceled');
    expect(await idsOf(person, { status: 'canceled' })).toEqual([id]);
  });

  test('are paid by a session alone', async () => {
    const person = await signInPerson(shop.container);
    const placed = await placeOrder(shop, variantId);
    await claim(person, await numberOf(placed), placed.token).expect(200);
    const { body } = await shop.api
      .post(`/api/v1/orders/${placed.orderId}/payment`)
      .set({ ...person.as, 'Idempotency-Key': crypto.randomUUID() })
      .expect(200);
    expect(body.data.clientSecret).toBe(placed.secret);
  });
});

describe('An order of a guest', () => {
  test('is claimed with its token, again and again', async () => {
    const person = await signInPerson(shop.container);
    const placed = await placeOrder(shop, variantId);
    const number = await numberOf(placed);
    const first = await claim(person, number, placed.token).expect(200);
    const again = await claim(person, number, placed.token).expect(200);
    expect(again.body.data).toMatchObject({ id: placed.orderId, number });
    expect(first.body.data.id).toBe(placed.orderId);
    expect(await idsOf(person)).toEqual([placed.orderId]);
    // The link in the mail still works.
    await shop.api
      .get(`/api/v1/orders/${placed.orderId}`)
      .set('X-Order-Token', placed.token)
      .expect(200);
  });

  test('is refused by the same statements for a wrong number and for a wrong token', async () => {
    const person = await signInPerson(shop.container);
    const placed = await placeOrder(shop, variantId);
    const number = await numberOf(placed);
    await claim(person, 1, placed.token).expect(404);
    const query = jest.spyOn(shop.container.database, 'query');
    const sentBy = async (tried: number, token: string) => {
      query.mockClear();
      expect((await claim(person, tried, token)).status).toBe(404);
      return query.mock.calls.map(([{ name }]) => name);
    };
    const ofToken = await sentBy(number, 'x'.repeat(placed.token.length));
    expect(ofToken).toContain('orders.claim');
    expect(await sentBy(999_999_999, placed.token)).toEqual(ofToken);
  });

  test('goes to one of those who claim it at once, and stays theirs', async () => {
    const placed = await placeOrder(shop, variantId);
    const number = await numberOf(placed);
    const people = await Promise.all(Array.from({ length: 4 }, () => signInPerson(shop.container)));
    const answers = await Promise.all(people.map((person) => claim(person, number, placed.token)));
    expect(statusesOf(answers)).toEqual([200, 404, 404, 404]);
    const owner = people[answers.findIndex(({ status }) => status === 200)];
    const { customerId } = await shop.ctx.db.prisma.order.findUniqueOrThrow({
      where: { id: placed.orderId },
    });
    expect(customerId).toBe(owner?.customerId);
  });

  test('is not claimed by someone who has not proved an address', async () => {
    const unverified = await signInPerson(shop.container, { isVerified: false });
    const placed = await placeOrder(shop, variantId);
    const answer = await claim(unverified, await numberOf(placed), placed.token).expect(403);
    expect(answer.body.code).toBe('email_not_verified');
  });
});

describe('A customer who proves an address', () => {
  const email = 'bob@example.com';
  const attach = (person: Person, address = email) =>
    shop.container.services.orders.attachGuestOrders(shop.ctx, {
      customerId: person.customerId,
      formerCustomerId: null,
      email: address,
    });
  const guestOrder = async (patch: Record<string, unknown> = { email }) => {
    const cartId = await shop.readyCart([{ variantId, quantity: 1 }], patch);
    const { body } = await shop.checkout(cartId, { paymentProvider: 'manual' }).expect(201);
    return body.data.order.id as string;
  };

  test('has the orders that were placed with it as a guest, and not before (case 1)', async () => {
    const ids = [await guestOrder(), await guestOrder(), await guestOrder()];
    const alice = await signInPerson(shop.container, { email, isVerified: false });
    expect(await idsOf(alice)).toEqual([]);
    const bob = await signInPerson(shop.container, { email });
    expect(await idsOf(bob)).toEqual([]);
    expect((await attach(bob)).toSorted()).toEqual(ids.toSorted());
    expect(await idsOf(bob)).toEqual(ids.toReversed());
    expect(await idsOf(alice)).toEqual([]);
    // Typing the address of an account is allowed, says nothing, and attaches nothing.
    const later = await guestOrder();
    expect(await idsOf(bob)).not.toContain(later);
  });

  test('has the orders of whichever spelling the address was typed in', async () => {
    const id = await guestOrder({ email: ' Carol@EXAMPLE.com ' });
    const carol = await signInPerson(shop.container, { email: 'carol@example.com' });
    expect(await attach(carol, 'carol@example.com')).toEqual([id]);
  });

  test('takes no order of another customer, and shares none when two prove it at once', async () => {
    const shared = 'shared@example.com';
    const [one, other] = [await signInPerson(shop.container), await signInPerson(shop.container)];
    const ids = [];
    for (let placed = 0; placed < 5; placed++) ids.push(await guestOrder({ email: shared }));
    const taken = await Promise.all([attach(one, shared), attach(other, shared)]);
    expect(taken.flat().toSorted()).toEqual(ids.toSorted());
    expect(await attach(one, shared)).toEqual([]);
  });
});

test('Twenty wrong claims are a 404 each, and then the limit answers (case 3)', async () => {
  const limited = await startSalesApp({
    env: { RATE_LIMIT_MAX: '100000', CODE_RATE_LIMIT_MAX: '20' },
  });
  try {
    const guesser = await signInPerson(limited.container);
    const id = await createVariant(limited, { stock: 10 });
    const placed = await placeOrder(limited, id);
    const order = await limited.ctx.db.prisma.order.findFirstOrThrow();
    const guess = (orderNumber: number, token: string) =>
      limited.api.post(`${orders}/claim`).set(guesser.as).send({ orderNumber, token });
    const texts = new Set<string>();
    for (let tried = 0; tried < 20; tried++) {
      const wrongNumber = tried % 2 === 0;
      const number = Number(order.number) + (wrongNumber ? 1000 : 0);
      const { body } = await guess(number, wrongNumber ? placed.token : 'wrong').expect(404);
      texts.add(`${body.code} ${body.detail}`);
    }
    expect(texts.size).toBe(1);
    await guess(Number(order.number), placed.token).expect(429);
  } finally {
    await limited.close();
  }
});
