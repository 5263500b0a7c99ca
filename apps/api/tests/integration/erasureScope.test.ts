import { setTimeout } from 'node:timers/promises';
import { newId } from '../../src/kernel/ids.ts';
import {
  asBearer,
  logIn,
  newEmail,
  newestToken,
  PASSWORD,
  postAuth,
  registerAccount,
  verifiedAccount,
} from '../helpers/accounts.ts';
import { createVariant } from '../helpers/carts.ts';
import { dumpDatabase } from '../helpers/databaseDump.ts';
import { assertInvariants } from '../helpers/invariants.ts';
import { deliver } from '../helpers/orders.ts';
import { openOwnCart } from '../helpers/ownCarts.ts';
import { signInPerson } from '../helpers/people.ts';
import { address, startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { asStaff } from '../helpers/staff.ts';
import { unzip } from '../helpers/unzip.ts';

type Person = Awaited<ReturnType<typeof signInPerson>>;
type As = Pick<Person, 'as'>;

let shop: SalesApp;
let variantId: string;

beforeAll(async () => {
  shop = await startSalesApp({ env: { RATE_LIMIT_MAX: '100000' } });
  variantId = await createVariant(shop, { stock: 1000 });
});
afterEach(() => assertInvariants(shop.ctx));
afterAll(() => shop.close());

const prisma = () => shop.ctx.db.prisma;
const service = () => shop.container.services.dataRequests;
const askErasure = ({ as }: As) =>
  shop.api.post('/api/v1/me/erasure').set(as).send({ confirm: true });

/** Asks and erases. @returns how the request ended. */
async function erase(person: As) {
  const { body } = await askErasure(person).expect(202);
  const id: string = body.data.id;
  await service().erase(shop.ctx, id);
  return prisma().dataRequest.findUniqueOrThrow({ where: { id } });
}

/** A guest's order. @returns its id. */
async function buyAsGuest(email: string, name: string, { isPaid = true } = {}): Promise<string> {
  const patch = { email, shippingAddress: { ...address, lastName: name } };
  const cartId = await shop.readyCart([{ variantId, quantity: 1 }], patch);
  const { body } = await shop.checkout(cartId, { paymentProvider: 'manual' }).expect(201);
  const orderId: string = body.data.order.id;
  if (isPaid) {
    await shop.api
      .post(`/api/v1/admin/orders/${orderId}/mark-paid`)
      .set({ ...asStaff, 'Idempotency-Key': newId('request') })
      .send({})
      .expect(200);
  }
  return orderId;
}

const orderOf = (id: string) => prisma().order.findUniqueOrThrow({ where: { id } });

async function linesWith(text: string): Promise<string[]> {
  const dump = (await dumpDatabase(shop.container.database)).toLowerCase();
  return dump.split('\n').filter((line) => line.includes(text.toLowerCase()));
}

/** Changes the address as its holder does. */
async function changeEmail(userId: string, as: Person['as'], email: string): Promise<void> {
  await postAuth(shop, 'change-email', { email, password: PASSWORD }, as).expect(202);
  const token = await newestToken(shop, userId, 'change_email');
  await postAuth(shop, 'change-email/confirm', { token }, as).expect(200);
}

const subscribe = (as: Person['as'], subscribed = true) =>
  shop.api
    .put('/api/v1/me/consents')
    .set(as)
    .send({ consents: [{ topic: 'newsletter', subscribed }] })
    .expect(200);

describe('An erasure after a change of the address', () => {
  test('finds what is left under each former one, and ends its newsletters', async () => {
    const first = newEmail();
    const account = await verifiedAccount(shop, { email: first });
    const as = asBearer(account);
    await subscribe(as);
    const signUp = { email: first, topics: ['offers'] as const };
    await shop.container.services.consents.answerSignUp(shop.ctx, signUp);
    await shop.api.post('/api/v1/newsletter').send(signUp).expect(202);
    const guest = await buyAsGuest(first, 'Zqformer');
    await deliver(shop, guest);
    const second = newEmail();
    await changeEmail(account.userId, as, second);
    const third = newEmail();
    const session = asBearer(await logIn(shop, { email: second, password: PASSWORD }));
    await changeEmail(account.userId, session, third);
    const last = asBearer(await logIn(shop, { email: third, password: PASSWORD }));
    expect((await linesWith(first)).length).toBeGreaterThan(3);
    expect(await erase({ as: last })).toMatchObject({ state: 'done' });
    for (const text of [first, second, third, 'Zqformer'])
      expect(await linesWith(text)).toEqual([]);
    const { consents } = shop.container.services;
    const terms = await consents.marketingTerms(shop.ctx, { email: first, topic: 'newsletter' });
    expect(terms).toBeUndefined();
  });

  test('leaves what belongs to the one who has proved a former address since', async () => {
    const shared = newEmail();
    const account = await verifiedAccount(shop, { email: shared });
    await changeEmail(account.userId, asBearer(account), newEmail());
    const heir = await verifiedAccount(shop, { email: shared });
    await subscribe(asBearer(heir));
    const order = await buyAsGuest(shared, 'Zqheir');
    await deliver(shop, order);
    const { email } = await prisma().user.findUniqueOrThrow({ where: { id: account.userId } });
    const as = asBearer(await logIn(shop, { email, password: PASSWORD }));
    expect(await erase({ as })).toMatchObject({ state: 'done' });
    expect(await orderOf(order)).toMatchObject({ email: shared });
    const { consents } = shop.container.services;
    const given = { email: shared, topic: 'newsletter' } as const;
    expect(await consents.marketingTerms(shop.ctx, given)).toBeDefined();
    await logIn(shop, heir);
    const events = await prisma().event.findMany({ where: { type: 'user.verified' } });
    const named = events.filter(({ payload }) => JSON.stringify(payload).includes(shared));
    expect(named.map(({ payload }) => payload)).toMatchObject([{ userId: heir.userId }]);
  });

  test('finds an address that was never proved in the events of the account', async () => {
    const typo = newEmail();
    const { userId } = await registerAccount(shop, { email: typo });
    const as = asBearer(await logIn(shop, { email: typo, password: PASSWORD }));
    await changeEmail(userId, as, newEmail());
    const { email } = await prisma().user.findUniqueOrThrow({ where: { id: userId } });
    expect((await linesWith(typo)).length).toBeGreaterThan(0);
    await erase({ as: asBearer(await logIn(shop, { email, password: PASSWORD })) });
    expect(await linesWith(typo)).toEqual([]);
  });

  test('changes no other address that ends in the same letters', async () => {
    const email = `a.${newId('user').slice(4)}@example.com`;
    const longer = `ann${email}`;
    const person = await signInPerson(shop.container, { email });
    const userId = newId('user');
    const payload = { userId, customerId: null, email: longer };
    await prisma().event.create({
      data: { id: newId('event'), type: 'test.noted', payload },
    });
    await erase(person);
    const [kept] = await prisma().event.findMany({
      where: { payload: { path: ['userId'], equals: userId } },
    });
    expect(kept?.payload).toEqual(payload);
  });
});

describe('A guest’s order with the address of a customer', () => {
  const email = () => newEmail();

  test('never keeps the customer from being erased: unpaid it is canceled, and loses the address', async () => {
    const mail = email();
    const person = await signInPerson(shop.container, { email: mail });
    const unpaid = await buyAsGuest(mail, 'Zqunpaid', { isPaid: false });
    expect(await erase(person)).toMatchObject({ state: 'done' });
    expect(await orderOf(unpaid)).toMatchObject({ status: 'canceled', customerId: null });
    expect(await linesWith('Zqunpaid')).toEqual([]);
    expect(await linesWith(mail)).toEqual([]);
  });

  test('stays while it is paid and in work, and is erased by the clock once it is settled', async () => {
    const mail = email();
    const person = await signInPerson(shop.container, { email: mail });
    const inWork = await buyAsGuest(mail, 'Zqinwork');
    expect(await erase(person)).toMatchObject({ state: 'done' });
    expect(await orderOf(inWork)).toMatchObject({ email: mail, customerId: null });
    await service().eraseSettledOrders(shop.ctx);
    expect(await orderOf(inWork)).toMatchObject({ email: mail });
    const later = await buyAsGuest(mail, 'Zqlater');
    await deliver(shop, later);
    await deliver(shop, inWork);
    await service().eraseSettledOrders(shop.ctx);
    expect(await linesWith('Zqinwork')).toEqual([]);
    // Someone who buys after the erasure is a guest like any other.
    expect(await orderOf(later)).toMatchObject({ email: mail });
    await prisma().erasedAddress.updateMany({ data: { erasedAt: new Date(0) } });
    await service().eraseSettledOrders(shop.ctx);
    expect(await prisma().erasedAddress.count()).toBe(0);
  });

  test('is not in the customer’s export, nor is its cart', async () => {
    const mail = email();
    const person = await signInPerson(shop.container, { email: mail });
    await buyAsGuest(mail, 'Zqstranger');
    await shop.readyCart([{ variantId, quantity: 1 }], {
      email: mail,
      shippingAddress: { ...address, lastName: 'Zqcart' },
    });
    const { body } = await shop.api.post('/api/v1/me/data-export').set(person.as).expect(202);
    await service().buildExport(shop.ctx, body.data.id as string);
    const { fileKey } = await prisma().dataRequest.findUniqueOrThrow({
      where: { id: body.data.id },
    });
    const file = await shop.container.services.storage.get(fileKey ?? '');
    const chunks: Buffer[] = [];
    for await (const chunk of file?.stream ?? []) chunks.push(Buffer.from(chunk as Uint8Array));
    const all = Object.values(unzip(Buffer.concat(chunks))).join('');
    expect(all).toContain(mail);
    expect(all).not.toMatch(/Zqstranger|Zqcart/);
    await erase(person);
    expect(await linesWith('Zqcart')).toEqual([]);
  });
});

test('a refused erasure opens the accounts that it closed, and none that was disabled before', async () => {
  const survivor = await signInPerson(shop.container);
  const loser = await signInPerson(shop.container);
  await shop.api
    .post(`/api/v1/admin/customers/${survivor.customerId}/merge`)
    .set(asStaff)
    .send({ loserId: loser.customerId, reason: 'registered twice' })
    .expect(200);
  const { body } = await askErasure(survivor).expect(202);
  const order = await buyAsGuest('late@example.com', 'Late');
  await prisma().order.update({ where: { id: order }, data: { customerId: survivor.customerId } });
  await service().erase(shop.ctx, body.data.id as string);
  const statusOf = async (id: string) =>
    (await prisma().user.findUniqueOrThrow({ where: { id } })).status;
  expect(await prisma().dataRequest.findUnique({ where: { id: body.data.id } })).toMatchObject({
    state: 'refused',
  });
  expect(await statusOf(survivor.userId)).toBe('active');
  expect(await statusOf(loser.userId)).toBe('disabled');

  const disabled = await signInPerson(shop.container);
  const path = `/api/v1/admin/customers/${disabled.customerId}`;
  await shop.api.post(`${path}/disable`).set(asStaff).send({ reason: 'fraud' }).expect(200);
  const asked = await shop.api
    .post(`${path}/erasure`)
    .set(asStaff)
    .send({ reason: 'by letter' })
    .expect(202);
  await prisma().order.update({ where: { id: order }, data: { customerId: disabled.customerId } });
  await service().erase(shop.ctx, asked.body.data.id as string);
  expect(await statusOf(disabled.userId)).toBe('disabled');
});

test('an erasure and a checkout at the same time: no order that is in work is erased', async () => {
  const outcomes = new Set<string>();
  for (let round = 0; round < 12; round++) {
    const email = newEmail();
    const person = await signInPerson(shop.container, { email });
    const own = await openOwnCart(shop, person, [{ variantId, quantity: 1 }]);
    const details = { email, shippingAddress: address, shippingOptionId: shop.shippingOptionId };
    await shop.api.patch(`/api/v1/carts/${own.id}`).set(person.as).send(details).expect(200);
    const guestCart = await shop.readyCart([{ variantId, quantity: 1 }], { email });
    const { body } = await shop.api
      .post(`/api/v1/admin/customers/${person.customerId}/erasure`)
      .set(asStaff)
      .send({ reason: 'by letter' })
      .expect(202);
    // A request that was let in before the account was closed.
    const customer = { ...shop.ctx, actor: { kind: 'customer', id: person.customerId } as const };
    const purchase = { cartId: own.id, paymentProvider: 'manual', isVerified: true };
    const claim = () => Promise.resolve({ resumed: false });
    // In milliseconds: either may be first.
    const lead = ((round % 6) - 2) * 15;
    await Promise.all([
      setTimeout(Math.max(0, lead)).then(() =>
        shop.container.services.checkout
          .place(customer, { ...purchase, claim })
          .catch(() => undefined),
      ),
      setTimeout(Math.max(0, lead)).then(() =>
        shop.checkout(guestCart, { paymentProvider: 'manual' }),
      ),
      setTimeout(Math.max(0, -lead)).then(() => service().erase(shop.ctx, body.data.id as string)),
    ]);
    const request = await prisma().dataRequest.findUniqueOrThrow({ where: { id: body.data.id } });
    const order = await prisma().order.findFirst({ where: { customerId: person.customerId } });
    const seen = { round, state: request.state, email: order?.email };
    expect([
      { round, state: 'refused', email },
      { round, state: 'done', email: undefined },
    ]).toContainEqual(seen);
    outcomes.add(request.state);
    const guest = await prisma().order.findFirst({ where: { cartId: guestCart } });
    expect(guest === null || guest.email === email || guest.status === 'canceled').toBe(true);
  }
  expect([...outcomes]).toContain('done');
});
