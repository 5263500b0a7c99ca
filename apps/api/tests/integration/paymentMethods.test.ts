import { ERASED_TEXT } from '../../src/kernel/erased.ts';
import { newId } from '../../src/kernel/ids.ts';
import { createVariant } from '../helpers/carts.ts';
import { eventually } from '../helpers/eventually.ts';
import { openOwnCart } from '../helpers/ownCarts.ts';
import { signInPerson } from '../helpers/people.ts';
import {
  beginSetup,
  confirmSetup,
  consent,
  saveCard,
  savedCards,
  writeCards,
  type ShownCard,
} from '../helpers/savedCards.ts';
import { address, startSalesApp, type SalesApp } from '../helpers/salesApp.ts';

let shop: SalesApp;
let variantId: string;
beforeAll(async () => {
  shop = await startSalesApp({ env: { RATE_LIMIT_MAX: '100000' } });
  variantId = await createVariant(shop, { stock: 1000 });
});
afterEach(() => shop.control('DELETE', 'faults'));
afterAll(() => shop.close());

type Person = Awaited<ReturnType<typeof signInPerson>>;

const table = () => shop.ctx.db.prisma.savedPaymentMethod;
const service = () => shop.container.services.paymentMethods;
const read = async ({ as }: Person) =>
  (await shop.api.get(savedCards).set(as).expect(200)).body.data as ShownCard[];
const finish = ({ as }: Person, setupIntentId: string) =>
  shop.api.post(savedCards).set(as).send({ setupIntentId });
const remove = ({ as }: Person, id: string) => shop.api.delete(`${savedCards}/${id}`).set(as);
const makeDefault = ({ as }: Person, id: string, isDefault = true) =>
  shop.api.patch(`${savedCards}/${id}`).set(as).send({ isDefault });
const statusesOf = (answers: { status: number }[]) =>
  answers.map(({ status }) => status).toSorted((one, other) => one - other);

async function atStripe<T>(path: string, method = 'GET', body?: Record<string, string>) {
  const answer = await fetch(`${shop.sandbox.url}/v1/${path}`, {
    method,
    headers: { Authorization: `Bearer ${shop.sandbox.secretKey}` },
    ...(body && { body: new URLSearchParams(body) }),
  });
  return (await answer.json()) as T;
}

/** The provider's id of a saved card; undefined once it is forgotten. */
const methodIdOf = async (id: string) =>
  (await table().findUnique({ where: { id } }))?.methodId ?? undefined;
/** Whose it is at Stripe. */
const ownerOf = async (methodId: string | undefined) =>
  (await atStripe<{ customer: string | null }>(`payment_methods/${methodId}`)).customer;

describe('Saving a card', () => {
  test('keeps the consent, and of the card what is shown of it', async () => {
    const person = await signInPerson(shop.container);
    const setup = await beginSetup(shop, person, { usage: 'off_session' });
    expect(setup).toMatchObject({
      clientSecret: expect.stringContaining(`${setup.setupIntentId}_secret_`) as string,
      publishableKey: 'pk_test_shop',
      apiBase: shop.sandbox.url,
    });
    expect((await finish(person, setup.setupIntentId)).body.code).toBe('state_conflict');
    expect(await read(person)).toEqual([]);
    expect(await confirmSetup(setup, 'pm_card_mastercard')).toBe('succeeded');
    const { body } = await finish(person, setup.setupIntentId).expect(200);
    expect(body.data).toMatchObject({
      provider: 'stripe',
      brand: 'mastercard',
      last4: '4444',
      isDefault: true,
      consent: { ...consent, usage: 'off_session', at: expect.any(String) as string },
    });
    expect((await finish(person, setup.setupIntentId).expect(200)).body).toEqual(body);
    expect(await read(person)).toEqual([body.data]);
    const [row] = await table().findMany({ where: { customerId: person.customerId } });
    expect(row).toMatchObject({ consentText: consent.text, ip: expect.any(String) as string });
    const intent = await atStripe<object>(`setup_intents/${setup.setupIntentId}`);
    expect(intent).toMatchObject({
      usage: 'off_session',
      metadata: { customerId: person.customerId },
    });
  });

  test('asks for the consent', async () => {
    const { as } = await signInPerson(shop.container);
    const start = (body: object) => shop.api.post(`${savedCards}/setup`).set(as).send(body);
    const answers = [
      await start({}),
      await start({ consent: { version: 'cards-1', text: '' } }),
      await start({ consent: { text: consent.text } }),
    ];
    expect(statusesOf(answers)).toEqual([400, 400, 400]);
  });

  test('saves none that the bank declines', async () => {
    const person = await signInPerson(shop.container);
    const setup = await beginSetup(shop, person);
    expect(await confirmSetup(setup, 'pm_card_chargeDeclined')).toBe('card_declined');
    await finish(person, setup.setupIntentId).expect(409);
    expect(await confirmSetup(setup)).toBe('succeeded');
    await finish(person, setup.setupIntentId).expect(200);
  });

  test('saves it once, for the customer who began, however often they ask, and for no one else', async () => {
    const [person, other] = [
      await signInPerson(shop.container),
      await signInPerson(shop.container),
    ];
    const setup = await beginSetup(shop, person);
    await confirmSetup(setup);
    await finish(other, setup.setupIntentId).expect(404);
    await finish(person, 'seti_unknown').expect(404);
    const answers = await Promise.all([
      ...Array.from({ length: 5 }, () => finish(person, setup.setupIntentId)),
      service().syncSetup(shop.ctx, 'stripe', setup.setupIntentId),
    ]);
    const ids = answers.flatMap((answer) => (answer ? [answer.body.data.id as string] : []));
    expect(new Set(ids).size).toBe(1);
    expect(await read(person)).toHaveLength(1);
    expect(await read(other)).toEqual([]);
  });

  test('of two that begin at the same time both are saved, at one customer of Stripe', async () => {
    const person = await signInPerson(shop.container);
    const setups = await Promise.all([beginSetup(shop, person), beginSetup(shop, person)]);
    const names = ['pm_card_visa', 'pm_card_mastercard'];
    await Promise.all(setups.map((setup, index) => confirmSetup(setup, names[index])));
    const answers = await Promise.all(setups.map((setup) => finish(person, setup.setupIntentId)));
    expect(statusesOf(answers)).toEqual([200, 200]);
    const cards = await read(person);
    expect(cards.filter(({ isDefault }) => isDefault)).toHaveLength(1);
    const owners = await Promise.all(cards.map(async ({ id }) => ownerOf(await methodIdOf(id))));
    expect(new Set(owners).size).toBe(1);
  });

  test('of a card that is saved already replaces it, with its consent, and detaches the older', async () => {
    const person = await signInPerson(shop.container);
    const older = await saveCard(shop, person);
    const olderMethod = await methodIdOf(older.id);
    await saveCard(shop, person, 'pm_card_mastercard');
    const newer = await saveCard(shop, person, 'pm_card_visa', { usage: 'off_session' });
    const cards = await read(person);
    expect(cards.map(({ last4, isDefault }) => [last4, isDefault])).toEqual([
      ['4242', true],
      ['4444', false],
    ]);
    expect(cards[0]).toMatchObject({ id: newer.id, consent: { usage: 'off_session' } });
    await service().detach(shop.ctx, older.id);
    expect(await ownerOf(olderMethod)).toBeNull();
    expect(await ownerOf(await methodIdOf(newer.id))).toMatch(/^cus_/);
    expect(await table().findUnique({ where: { id: older.id } })).toBeNull();
  });

  test('of one card by many forms at the same time leaves it once', async () => {
    const person = await signInPerson(shop.container);
    const setups = await Promise.all([1, 2, 3, 4].map(() => beginSetup(shop, person)));
    await Promise.all(setups.map((setup) => confirmSetup(setup)));
    const answers = await Promise.all(setups.map((setup) => finish(person, setup.setupIntentId)));
    expect(answers.map(({ status }) => status)).toContain(200);
    expect(await read(person)).toMatchObject([{ last4: '4242', isDefault: true }]);
    const where = { customerId: person.customerId, state: 'removing' };
    expect(await table().count({ where })).toBe(3);
  });

  test('of a method that is saved already detaches nothing', async () => {
    const person = await signInPerson(shop.container);
    const { id } = await saveCard(shop, person);
    const methodId = (await methodIdOf(id)) ?? '';
    const again = await saveCard(shop, person, methodId);
    expect(await read(person)).toMatchObject([{ id: again.id, isDefault: true }]);
    expect(await ownerOf(methodId)).toMatch(/^cus_/);
    expect(await table().findUnique({ where: { id } })).toBeNull();
  });

  test('begins again at Stripe for a customer who was deleted there', async () => {
    const person = await signInPerson(shop.container);
    const { id } = await saveCard(shop, person);
    const before = await ownerOf(await methodIdOf(id));
    await atStripe(`customers/${before}`, 'DELETE');
    const next = await saveCard(shop, person);
    const after = await ownerOf(await methodIdOf(next.id));
    expect(after).toMatch(/^cus_/);
    expect(after).not.toBe(before);
  });

  test('says so when Stripe cannot be reached, and leaves nothing behind', async () => {
    const person = await signInPerson(shop.container);
    await shop.control('POST', 'faults', { path: '/v1/setup_intents', status: 503, times: 3 });
    await shop.api.post(`${savedCards}/setup`).set(person.as).send({ consent }).expect(503);
    expect(await table().count({ where: { customerId: person.customerId } })).toBe(0);
  });

  test('ends at 20 cards, also in a race', async () => {
    const person = await signInPerson(shop.container);
    await writeCards(shop, person, 18);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        shop.api.post(`${savedCards}/setup`).set(person.as).send({ consent }),
      ),
    );
    expect(statusesOf(answers)).toEqual([201, 201, 422, 422]);
  });

  test('that was not finished within a day is forgotten', async () => {
    const person = await signInPerson(shop.container);
    const [old, young] = [await beginSetup(shop, person), await beginSetup(shop, person)];
    await table().update({
      where: { setupId: old.setupIntentId },
      data: { createdAt: new Date(Date.now() - 25 * 3_600_000) },
    });
    const kept = await saveCard(shop, person);
    await table().update({
      where: { id: kept.id },
      data: { createdAt: new Date(Date.now() - 25 * 3_600_000) },
    });
    await service().purgeSetups(shop.ctx);
    const rows = await table().findMany({ where: { customerId: person.customerId } });
    expect(rows.map(({ setupId }) => setupId)).not.toContain(old.setupIntentId);
    expect(rows.map(({ setupId }) => setupId)).toContain(young.setupIntentId);
    expect(rows.map(({ id }) => id)).toContain(kept.id);
  });

  test('is for customers with a proved address', async () => {
    const unverified = await signInPerson(shop.container, { isVerified: false });
    const refused = await shop.api.get(savedCards).set(unverified.as).expect(403);
    expect(refused.body.code).toBe('email_not_verified');
    await shop.api.get(savedCards).expect(401);
  });
});

describe('A saved card', () => {
  test('is the one default, also when many become it at once', async () => {
    const person = await signInPerson(shop.container);
    const ids = await writeCards(shop, person, 5);
    const answers = await Promise.all(ids.map((id) => makeDefault(person, id)));
    expect(statusesOf(answers)).toEqual(Array(5).fill(200));
    const [chosen, ...more] = (await read(person)).filter(({ isDefault }) => isDefault);
    expect(more).toEqual([]);
    await makeDefault(person, chosen?.id ?? '', false).expect(200);
    expect((await read(person)).filter(({ isDefault }) => isDefault)).toEqual([]);
  });

  test('that was the default leaves the newest of the others as the default', async () => {
    const person = await signInPerson(shop.container);
    const ids = await writeCards(shop, person, 4);
    const [oldest = '', second = '', third = '', newest = ''] = ids.toSorted();
    const defaults = async () =>
      (await read(person)).filter(({ isDefault }) => isDefault).map(({ id }) => id);
    await makeDefault(person, second).expect(200);
    await remove(person, oldest).expect(200);
    expect(await defaults()).toEqual([second]);
    await remove(person, second).expect(200);
    expect(await defaults()).toEqual([newest]);
    await service().syncMethod(shop.ctx, 'stripe', `pm_${newest}`);
    expect(await defaults()).toEqual([third]);
    await remove(person, third).expect(200);
    expect(await read(person)).toEqual([]);
  });

  test("is not another customer's to see, to change or to remove", async () => {
    const [person, other] = [
      await signInPerson(shop.container),
      await signInPerson(shop.container),
    ];
    const [id = ''] = await writeCards(shop, person, 1);
    await makeDefault(other, id).expect(404);
    await remove(other, id).expect(404);
    expect(await read(other)).toEqual([]);
    expect(await read(person)).toHaveLength(1);
  });

  test('is removed once, of two requests at the same time, and detached by a job', async () => {
    const person = await signInPerson(shop.container);
    const { id } = await saveCard(shop, person);
    const methodId = await methodIdOf(id);
    const answers = await Promise.all([remove(person, id), remove(person, id)]);
    expect(statusesOf(answers)).toEqual([200, 404]);
    expect(await read(person)).toEqual([]);
    await makeDefault(person, id).expect(404);
    // The intent is written; the job has not run.
    expect(await ownerOf(methodId)).toMatch(/^cus_/);
    await shop.control('POST', 'faults', { path: '/v1/payment_methods/*', status: 503 });
    await expect(service().detach(shop.ctx, id)).rejects.toMatchObject({
      name: 'ProviderUnavailable',
    });
    expect(await methodIdOf(id)).toBe(methodId);
    await service().detach(shop.ctx, id);
    expect(await ownerOf(methodId)).toBeNull();
    expect(await table().findUnique({ where: { id } })).toBeNull();
    await service().detach(shop.ctx, id);
  });

  test('is forgotten though the shop crashed after Stripe had detached it', async () => {
    const person = await signInPerson(shop.container);
    const { id } = await saveCard(shop, person);
    await remove(person, id).expect(200);
    await atStripe(`payment_methods/${await methodIdOf(id)}/detach`, 'POST');
    await service().detach(shop.ctx, id);
    expect(await table().findUnique({ where: { id } })).toBeNull();
  });

  test('that was detached at Stripe is forgotten, by its webhook', async () => {
    const person = await signInPerson(shop.container);
    const { id } = await saveCard(shop, person);
    const methodId = (await methodIdOf(id)) ?? '';
    await service().syncMethod(shop.ctx, 'stripe', methodId);
    expect(await read(person)).toHaveLength(1);
    await atStripe(`payment_methods/${methodId}/detach`, 'POST');
    await service().syncMethod(shop.ctx, 'stripe', methodId);
    expect(await read(person)).toEqual([]);
  });

  test('is detached and forgotten by an erasure, with those that only Stripe knows', async () => {
    const person = await signInPerson(shop.container);
    const { id } = await saveCard(shop, person);
    const methodId = await methodIdOf(id);
    const customer = await ownerOf(methodId);
    const lost = await atStripe<{ id: string }>('payment_methods/pm_card_visa/attach', 'POST', {
      customer: customer ?? '',
    });
    await beginSetup(shop, person);
    const { dataRequests } = shop.container.services;
    const { body } = await shop.api
      .post('/api/v1/me/erasure')
      .set(person.as)
      .send({ confirm: true })
      .expect(202);
    await dataRequests.erase(shop.ctx, body.data.id as string);
    expect([await ownerOf(methodId), await ownerOf(lost.id)]).toEqual([null, null]);
    expect(await table().count({ where: { customerId: person.customerId } })).toBe(0);
  });

  test('is charged without its customer only when they agreed to that', async () => {
    const [person, other] = [
      await signInPerson(shop.container),
      await signInPerson(shop.container),
    ];
    const { customerId } = person;
    const present = await saveCard(shop, person);
    const absent = await saveCard(shop, person, 'pm_card_mastercard', { usage: 'off_session' });
    const ask = (customer: string, paymentMethodId: string) =>
      service().requireOffSessionConsent(shop.ctx, { customerId: customer, paymentMethodId });
    expect(await ask(customerId, absent.id)).toMatchObject({
      methodId: await methodIdOf(absent.id),
      consent: { ...consent, usage: 'off_session', at: expect.any(Date) as Date },
    });
    const refused = { code: 'consent_missing' };
    await expect(ask(customerId, present.id)).rejects.toMatchObject(refused);
    await expect(ask(other.customerId, absent.id)).rejects.toMatchObject(refused);
    await remove(person, absent.id).expect(200);
    await expect(ask(customerId, absent.id)).rejects.toMatchObject(refused);
  });
});

describe('A checkout with a saved card', () => {
  async function cartOf(person: Person): Promise<string> {
    const { id } = await openOwnCart(shop, person, [{ variantId, quantity: 1 }]);
    await complete(id, person.as);
    return id;
  }
  const complete = (id: string, as: Readonly<Record<string, string>>) =>
    shop.api
      .patch(`/api/v1/carts/${id}`)
      .set(as)
      .send({
        email: `buyer${Math.random()}@example.com`,
        shippingAddress: address,
        shippingOptionId: shop.shippingOptionId,
      })
      .expect(200);
  const checkout = (
    cartId: string,
    as: Readonly<Record<string, string>>,
    paymentMethodId: string,
    paymentProvider = 'stripe',
  ) =>
    shop.api
      .post(`/api/v1/carts/${cartId}/checkout`)
      .set({ ...as, 'Idempotency-Key': newId('request') })
      .send({ paymentProvider, paymentMethodId });
  interface Intent {
    payment_method: string | null;
    customer: string | null;
    status: string;
  }
  const intentOf = (secret: string) =>
    atStripe<Intent>(`payment_intents/${secret.split('_secret_')[0]}`);

  test('opens the payment with it, and the browser confirms it', async () => {
    const person = await signInPerson(shop.container);
    const { id } = await saveCard(shop, person);
    const methodId = await methodIdOf(id);
    const { body } = await checkout(await cartOf(person), person.as, id).expect(201);
    const { clientSecret } = body.data.payment as { clientSecret: string };
    expect(await intentOf(clientSecret)).toMatchObject({
      payment_method: methodId,
      customer: await ownerOf(methodId),
      status: 'requires_confirmation',
    });
    expect(JSON.stringify(body)).not.toContain(methodId);
    expect(await shop.confirm(clientSecret, methodId)).toMatchObject({ status: 'succeeded' });
  });

  test('is refused for a card that is not theirs, and places no order', async () => {
    const [person, other] = [
      await signInPerson(shop.container),
      await signInPerson(shop.container),
    ];
    const [id = ''] = await writeCards(shop, other, 1);
    const [mine = ''] = await writeCards(shop, person, 1);
    const cartId = await cartOf(person);
    await checkout(cartId, person.as, id).expect(404);
    await checkout(cartId, person.as, newId('paymentMethod')).expect(404);
    await checkout(cartId, person.as, mine, 'manual').expect(404);
    await remove(person, mine).expect(200);
    await checkout(cartId, person.as, mine).expect(404);
    const guest = await shop.readyCart([{ variantId, quantity: 1 }]);
    const refused = await checkout(guest, {}, id).expect(400);
    expect(refused.body.errors).toMatchObject([{ path: 'paymentMethodId' }]);
    const unverified = await signInPerson(shop.container, { isVerified: false });
    const early = await checkout(await cartOf(unverified), unverified.as, id).expect(403);
    expect(early.body.code).toBe('email_not_verified');
    const carts = { in: [cartId, guest] };
    expect(await shop.ctx.db.prisma.order.count({ where: { cartId: carts } })).toBe(0);
  });

  test('goes on without a card that Stripe no longer knows', async () => {
    const person = await signInPerson(shop.container);
    const { id } = await saveCard(shop, person);
    await atStripe(`payment_methods/${await methodIdOf(id)}/detach`, 'POST');
    const { body } = await checkout(await cartOf(person), person.as, id).expect(201);
    const { order } = body.data as { order: { id: string } };
    const payment = await shop.ctx.db.prisma.payment.findFirstOrThrow({
      where: { orderId: order.id },
    });
    expect(payment).toMatchObject({ status: 'pending', savedMethodId: null });
    await shop.container.services.payments.openLater(shop.ctx, payment.id);
    const opened = await shop.ctx.db.prisma.payment.findUnique({ where: { id: payment.id } });
    expect(await intentOf(opened?.clientSecret ?? '')).toMatchObject({
      payment_method: null,
      status: 'requires_payment_method',
    });
  });
});

describe('With webhooks and jobs', () => {
  let live: SalesApp;
  beforeAll(async () => {
    live = await startSalesApp({ worker: true });
  });
  afterAll(() => live.close());

  test('a card is saved though its browser never comes back, and detached after it was removed', async () => {
    const person = await signInPerson(live.container);
    await confirmSetup(await beginSetup(live, person));
    const cards = async () =>
      (await live.api.get(savedCards).set(person.as)).body.data as ShownCard[];
    const [card] = await eventually(async () => {
      const found = await cards();
      return found.length > 0 && found;
    });
    const id = card?.id ?? '';
    await live.api.delete(`${savedCards}/${id}`).set(person.as).expect(200);
    const { prisma } = live.ctx.db;
    await eventually(async () => (await prisma.savedPaymentMethod.count({ where: { id } })) === 0);
    const events = await eventually(async () => {
      const found = await prisma.providerEvent.findMany({
        where: { type: 'payment_method.detached', processedAt: { not: null } },
      });
      return found.length > 0 && found;
    });
    expect(events.map(({ payload }) => payload)).toEqual([ERASED_TEXT]);
  });
});
