import { Client } from 'pg';
import type { ErrorDetail } from '../../src/kernel/errors.ts';
import { newId } from '../../src/kernel/ids.ts';
import { createVariant } from '../helpers/carts.ts';
import { dumpDatabase } from '../helpers/databaseDump.ts';
import { assertInvariants } from '../helpers/invariants.ts';
import { deliver } from '../helpers/orders.ts';
import { signInPerson } from '../helpers/people.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { settleRefunds } from '../helpers/refunds.ts';
import { asStaff } from '../helpers/staff.ts';

let shop: SalesApp;
let variantId: string;

beforeAll(async () => {
  shop = await startSalesApp();
  variantId = await createVariant(shop, { stock: 1000 });
});

afterAll(() => shop.close());

type Person = Awaited<ReturnType<typeof signInPerson>>;

/** An order of a signed-in person, paid by hand. @returns its id. */
async function buy(
  { as }: Pick<Person, 'as'>,
  patch: Record<string, unknown>,
  { isPaid = true } = {},
): Promise<string> {
  const { body } = await shop.api
    .post('/api/v1/carts')
    .set(as)
    .send({ items: [{ variantId, quantity: 1 }] })
    .expect(201);
  const cartId: string = body.data.id;
  const { shippingOptionId } = shop;
  await shop.api
    .patch(`/api/v1/carts/${cartId}`)
    .set(as)
    .send({ shippingOptionId, ...patch })
    .expect(200);
  const answer = await shop.api
    .post(`/api/v1/carts/${cartId}/checkout`)
    .set({ ...as, 'Idempotency-Key': newId('request') })
    .send({ paymentProvider: 'manual' })
    .expect(201);
  const orderId: string = answer.body.data.order.id;
  if (isPaid) await staff(`orders/${orderId}/mark-paid`, {}, 200);
  return orderId;
}

const staff = (path: string, body: object, status: number) =>
  shop.api
    .post(`/api/v1/admin/${path}`)
    .set({ ...asStaff, 'Idempotency-Key': newId('request') })
    .send(body)
    .expect(status);

const askErasure = ({ as }: Pick<Person, 'as'>, body: object = {}) =>
  shop.api
    .post('/api/v1/me/erasure')
    .set(as)
    .send({ confirm: true, ...body });

const address = (plant: (name: string) => string, name: string) => ({
  firstName: plant(`${name}First`),
  lastName: plant(`${name}Last`),
  company: plant(`${name}Company`),
  line1: plant(`${name}Line1`),
  line2: plant(`${name}Line2`),
  city: plant(`${name}City`),
  region: 'OR',
  postalCode: '97201',
  country: 'US',
  phone: plant(`${name}Phone`),
});

test('an erasure leaves none of sixty planted strings in a dump of the database, and amounts and taxes as they were (case 13)', async () => {
  const planted: string[] = [];
  const plant = (name: string) => {
    const text = `Zq${name}${planted.length}x${Math.random().toString(36).slice(2, 8)}`;
    planted.push(text);
    return text;
  };
  const email = `${plant('mail').toLowerCase()}@example.com`;
  const person = await signInPerson(shop.container, { email });
  const { userId, customerId, sessionId } = person;
  const { prisma } = shop.ctx.db;
  await prisma.user.update({
    where: { id: userId },
    data: { firstName: plant('userFirst'), lastName: plant('userLast'), locale: 'de-DE' },
  });
  await prisma.customer.update({
    where: { id: customerId },
    data: {
      note: plant('note'),
      tags: [plant('tag')],
      metafields: { [plant('metaKey')]: plant('metaValue') },
    },
  });
  await prisma.session.update({
    where: { id: sessionId },
    data: { userAgent: plant('agent'), ip: plant('ip'), factorAt: new Date() },
  });
  await prisma.userIdentity.create({
    data: {
      id: newId('identity'),
      userId,
      provider: 'acme',
      issuer: 'https://id.acme.example',
      subject: plant('subject'),
      email: `${plant('identity').toLowerCase()}@example.com`,
    },
  });
  await prisma.userToken.create({
    data: {
      id: newId('userToken'),
      hash: plant('hash'),
      userId,
      purpose: 'verify_email',
      email,
      expiresAt: new Date(),
    },
  });
  await prisma.savedView.create({
    data: {
      id: newId('view'),
      userId,
      resource: 'orders',
      name: plant('view'),
      filter: { q: plant('filter') },
      columns: [plant('column')],
    },
  });
  await prisma.staffPreference.create({ data: { userId, settings: { table: plant('setting') } } });
  await prisma.passkey.create({
    data: {
      id: newId('passkey'),
      userId,
      credentialId: plant('credential'),
      publicKey: Buffer.from('key'),
      counter: 0,
      isBackedUp: false,
      name: plant('passkey'),
    },
  });
  await prisma.rememberedDevice.create({
    data: {
      id: newId('rememberedDevice'),
      hash: plant('deviceHash'),
      userId,
      userAgent: plant('deviceAgent'),
      ip: plant('deviceIp'),
      expiresAt: new Date(),
    },
  });
  await prisma.savedPaymentMethod.create({
    data: {
      id: newId('paymentMethod'),
      customerId,
      provider: 'stripe',
      usage: 'on_session',
      consentVersion: plant('cardVersion'),
      consentText: plant('cardText'),
      ip: plant('cardIp'),
    },
  });
  const orderEmail = `${plant('order').toLowerCase()}@example.com`;
  const first = await buy(person, {
    email: orderEmail,
    purchaseOrderNumber: plant('purchaseOrder'),
    shippingAddress: address(plant, 'ship'),
    billingAddress: address(plant, 'bill'),
  });
  await deliver(shop, first);
  await shop.api
    .post('/api/v1/me/addresses')
    .set(person.as)
    .send({ address: address(plant, 'book') })
    .expect(201);
  await shop.container.services.consents.answerSignUp(shop.ctx, { email, topics: ['newsletter'] });
  // A guest's, under the address that is proved to be theirs.
  const guest = await buy(
    { as: {} as Person['as'] },
    { email, shippingAddress: address(plant, 'guest') },
    { isPaid: false },
  );
  await staff(`orders/${guest}/cancel`, { reason: plant('cancelReason') }, 200);
  // By card, so that Stripe's notifications are kept.
  const cartId = await shop.readyCart([{ variantId, quantity: 1 }], {
    email,
    shippingAddress: address(plant, 'card'),
  });
  const { body: paid } = await shop.checkout(cartId).expect(201);
  const { order, payment } = paid.data;
  // Shown its token, which a guest's order is attached by.
  await prisma.order.update({ where: { id: order.id }, data: { customerId } });
  await shop.confirm(payment.clientSecret);
  await shop.container.services.payments.sync(
    shop.ctx,
    'stripe',
    payment.clientSecret.split('_secret_')[0],
  );
  await prisma.providerEvent.create({
    data: {
      provider: 'stripe',
      id: 'evt_planted',
      type: 'charge.succeeded',
      objectId: payment.clientSecret.split('_secret_')[0],
      payload: JSON.stringify({ billing_details: { name: plant('cardName') } }),
      processedAt: new Date(),
      outcome: 'unused',
    },
  });
  await staff(
    `orders/${order.id}/refunds`,
    {
      reason: 'requested_by_customer',
      note: plant('refundNote'),
      amount: { amount: 100, currency: 'USD' },
    },
    201,
  );
  await deliver(shop, order.id);
  // An open cart.
  const open = await shop.api
    .post('/api/v1/carts')
    .set({ ...person.as, 'Idempotency-Key': newId('request') })
    .send({ items: [{ variantId, quantity: 2 }] })
    .expect(201);
  await shop.api
    .patch(`/api/v1/carts/${open.body.data.id}`)
    .set(person.as)
    .send({
      email: `${plant('cart').toLowerCase()}@example.com`,
      purchaseOrderNumber: plant('cartOrder'),
    })
    .expect(200);
  const credit = await shop.container.services.credit.issue(shop.ctx, {
    kind: 'store_credit',
    customerId,
    amount: { amount: 500, currency: 'USD' },
    note: plant('creditNote'),
  });
  await staff(
    `credit-accounts/${credit.account.id}/adjust`,
    { amount: { amount: 100, currency: 'USD' }, reason: plant('adjustReason') },
    200,
  );
  await shop.container.services.queue.enqueue(
    shop.ctx,
    (await import('../../src/jobs/email.send.job.ts')).sendEmailJob,
    { mail: 'none', about: { email } },
  );

  expect(planted.length).toBeGreaterThanOrEqual(60);
  const before = (await dumpDatabase(shop.container.database)).toLowerCase();
  const lacking = planted.filter((text) => !before.includes(text.toLowerCase()));
  expect(lacking).toEqual([]);
  const books = await booksOf([first, guest, order.id]);

  const { body: refused } = await askErasure(person).expect(409);
  expect(refused.code).toBe('erasure_blocked');
  expect(
    Object.fromEntries(refused.errors.map(({ path, code }: ErrorDetail) => [path, code])),
  ).toEqual({ [credit.account.id]: 'credit_left', [order.id]: 'refund_open' });
  await settleRefunds(shop, { orderId: order.id });

  const { body } = await askErasure(person, { forfeitCredit: true }).expect(202);
  await shop.container.services.dataRequests.erase(shop.ctx, body.data.id);

  const after = (await dumpDatabase(shop.container.database)).toLowerCase();
  const left = after
    .split('\n')
    .filter((line) => planted.some((text) => line.includes(text.toLowerCase())));
  expect(left).toEqual([]);
  expect(await booksOf([first, guest, order.id])).toEqual(books);
  const kept = await prisma.order.findUniqueOrThrow({ where: { id: first } });
  expect(kept.shippingAddress).toMatchObject({ country: 'US', region: 'OR', postalCode: '97' });
  await assertInvariants(shop.ctx);
  await shop.api
    .get('/api/v1/me/data-export/dr_00000000000000000000000000')
    .set(person.as)
    .expect(401);
});

/** What accounting reads of orders. */
async function booksOf(ids: string[]) {
  const orders = await shop.ctx.db.prisma.order.findMany({
    where: { id: { in: ids } },
    orderBy: { id: 'asc' },
    select: {
      number: true,
      subtotal: true,
      tax: true,
      total: true,
      shipping: true,
      currency: true,
    },
  });
  return orders;
}

const erase = (requestId: string) =>
  shop.container.services.dataRequests.erase(shop.ctx, requestId);

/** Makes the n-th statement of an erasure fail, as when the process dies there. */
function breakStatement(number: number) {
  let seen = 0;
  const query = Reflect.get(Client.prototype, 'query') as (...args: unknown[]) => unknown;
  return jest.spyOn(Client.prototype, 'query').mockImplementation(function (
    this: Client,
    ...args: unknown[]
  ) {
    const { name = '' } = (args[0] ?? {}) as { name?: string };
    if (name.startsWith('dataRequests.') && ++seen === number) throw new Error('The process died');
    return query.apply(this, args);
  });
}

test('an erasure that is interrupted at any of its statements is completed by the next run', async () => {
  const email = `resumed${Date.now()}@example.com`;
  const person = await signInPerson(shop.container, { email });
  const orderId = await buy(person, {
    email,
    shippingAddress: address((name) => `Resumed${name}`, 'x'),
  });
  await deliver(shop, orderId);
  const { body } = await askErasure(person).expect(202);
  let interruptions = 0;
  for (let number = 1; ; number++) {
    const spy = breakStatement(number);
    const isDone = await erase(body.data.id).then(
      () => true,
      () => false,
    );
    spy.mockRestore();
    if (isDone) break;
    interruptions++;
  }
  expect(interruptions).toBeGreaterThan(15);
  const dump = await dumpDatabase(shop.container.database);
  expect(dump.split('\n').filter((line) => line.includes(email) || /Resumed/.test(line))).toEqual(
    [],
  );
  const done = await shop.ctx.db.prisma.dataRequest.findUnique({ where: { id: body.data.id } });
  expect(done).toMatchObject({ state: 'done' });
  await assertInvariants(shop.ctx);
});

test('an erasure ends all sessions at once, and happens once', async () => {
  const person = await signInPerson(shop.container);
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => askErasure(person)));
  const made = answers.filter(({ status }) => status === 202);
  expect(new Set(made.map(({ body }) => body.data.id)).size).toBe(1);
  expect(answers.every(({ status }) => status === 202 || status === 401)).toBe(true);
  await shop.api
    .get('/api/v1/me/data-export/dr_00000000000000000000000000')
    .set(person.as)
    .expect(401);
  const requests = await shop.ctx.db.prisma.dataRequest.count({
    where: { customerId: person.customerId },
  });
  expect(requests).toBe(1);
});

test('an order that came in after the request stops the erasure, and the account works again', async () => {
  const person = await signInPerson(shop.container);
  const { body } = await askErasure(person).expect(202);
  const orderId = await buy(
    { as: {} as Person['as'] },
    { email: 'late@example.com', shippingAddress: address((n) => n, 'l') },
  );
  await shop.ctx.db.prisma.order.update({
    where: { id: orderId },
    data: { customerId: person.customerId },
  });
  await erase(body.data.id);
  const { prisma } = shop.ctx.db;
  const request = await prisma.dataRequest.findUnique({ where: { id: body.data.id } });
  expect(request).toMatchObject({ state: 'refused', blockers: ['unshipped'] });
  const user = await prisma.user.findUnique({ where: { id: person.userId } });
  expect(user).toMatchObject({ status: 'active' });
});

test.each([
  ['unpaid', { isPaid: false }],
  ['unshipped', { isPaid: true }],
])('an erasure is refused while an order is %s', async (code, options) => {
  const person = await signInPerson(shop.container);
  const orderId = await buy(
    person,
    { email: 'a@example.com', shippingAddress: address((name) => name, 'b') },
    options,
  );
  const { body } = await askErasure(person).expect(409);
  expect(body.errors).toEqual([{ path: orderId, code, message: expect.any(String) }]);
  await shop.api
    .get('/api/v1/me/data-export/dr_00000000000000000000000000')
    .set(person.as)
    .expect(404);
});

test('staff who say that the goods have left erase a customer whose order the shop has not shipped', async () => {
  const person = await signInPerson(shop.container);
  const patch = { email: 'a@example.com', shippingAddress: address((name) => name, 's') };
  const shipped = await buy(person, patch);
  const path = `customers/${person.customerId}/erasure`;
  const { body: refused } = await staff(path, { reason: 'by letter' }, 409);
  expect(refused.errors).toMatchObject([{ path: shipped, code: 'unshipped' }]);
  const { body } = await staff(path, { reason: 'by letter', assumeShipped: true }, 202);
  await erase(body.data.id);
  const user = await shop.ctx.db.prisma.user.findUnique({ where: { id: person.userId } });
  expect(user).toMatchObject({ status: 'erased' });
  const unpaid = await signInPerson(shop.container);
  await buy(unpaid, patch, { isPaid: false });
  await staff(
    `customers/${unpaid.customerId}/erasure`,
    { reason: 'by letter', assumeShipped: true },
    409,
  );
  await askErasure(person, { assumeShipped: true }).expect(401);
  await askErasure(unpaid, { assumeShipped: true }).expect(400);
});

test('an erasure is refused to someone with a role, and to a session that is not fresh', async () => {
  const member = await signInPerson(shop.container, { permissions: ['orders:read'] });
  const { body } = await askErasure(member).expect(409);
  expect(body.errors).toMatchObject([{ code: 'staff_role' }]);
  const stale = await signInPerson(shop.container);
  await shop.ctx.db.prisma.session.update({
    where: { id: stale.sessionId },
    data: { authenticatedAt: new Date(Date.now() - 3_600_000) },
  });
  const { body: refusal } = await askErasure(stale).expect(403);
  expect(refusal.code).toBe('factor_required');
});

test('an erasure deletes the customer at Stripe, with the cards that are saved there', async () => {
  const person = await signInPerson(shop.container);
  const atStripe = (path: string, method = 'GET') =>
    fetch(`${shop.sandbox.url}/v1/customers${path}`, {
      method,
      headers: { Authorization: `Bearer ${shop.sandbox.secretKey}` },
    }).then(async (answer) => (await answer.json()) as { id: string; deleted?: boolean });
  const { id } = await atStripe('', 'POST');
  await shop.ctx.db.prisma.paymentCustomer.create({
    data: { customerId: person.customerId, provider: 'stripe', providerId: id },
  });
  const { body } = await askErasure(person).expect(202);
  await erase(body.data.id);
  expect(await atStripe(`/${id}`)).toMatchObject({ deleted: true });
  const left = await shop.ctx.db.prisma.paymentCustomer.count({
    where: { customerId: person.customerId },
  });
  expect(left).toBe(0);
});

test('staff erase a customer with a reason, which is erased with the rest', async () => {
  const person = await signInPerson(shop.container);
  const reason = 'asked by letter from Zqletter Street';
  const path = `customers/${person.customerId}/erasure`;
  await shop.api.post(`/api/v1/admin/${path}`).set(person.as).send({ reason }).expect(403);
  const { body } = await staff(path, { reason }, 202);
  expect(body.data).toMatchObject({ kind: 'erasure', requestedBy: 'adminKey' });
  await erase(body.data.id);
  const dump = await dumpDatabase(shop.container.database);
  expect(dump).not.toContain('Zqletter');
  const { body: list } = await shop.api
    .get(`/api/v1/admin/customers/${person.customerId}/data-requests`)
    .set(asStaff)
    .expect(200);
  expect(list.data).toMatchObject([{ id: body.data.id, state: 'done' }]);
});
