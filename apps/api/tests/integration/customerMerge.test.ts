import { newId } from '../../src/kernel/ids.ts';
import { mergedTables } from '../../src/services/customers/mergedTables.ts';
import { asBearer, newEmail, verifiedAccount } from '../helpers/accounts.ts';
import { createVariant } from '../helpers/carts.ts';
import { dumpDatabase } from '../helpers/databaseDump.ts';
import { insertFile } from '../helpers/files.ts';
import { assertInvariants } from '../helpers/invariants.ts';
import { placePaidOrder } from '../helpers/orders.ts';
import { openOwnCart } from '../helpers/ownCarts.ts';
import { signInPerson } from '../helpers/people.ts';
import { saveCard, savedCards, type ShownCard } from '../helpers/savedCards.ts';
import { address, startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { asStaff } from '../helpers/staff.ts';

type Person = Awaited<ReturnType<typeof signInPerson>>;

let shop: SalesApp;
let variantId: string;

beforeAll(async () => {
  shop = await startSalesApp({ env: { RATE_LIMIT_MAX: '100000' } });
  variantId = await createVariant(shop, { stock: 1000 });
});
afterEach(() => assertInvariants(shop.ctx));
afterAll(() => shop.close());

const two = async () =>
  [await signInPerson(shop.container), await signInPerson(shop.container)] as const;
const merge = (survivor: Person, loser: Person) =>
  shop.api
    .post(`/api/v1/admin/customers/${survivor.customerId}/merge`)
    .set(asStaff)
    .send({ loserId: loser.customerId, reason: 'registered twice' });
const prisma = () => shop.ctx.db.prisma;

/** Columns that lead to a customer or user: by a foreign key, or by a name that others like them have. */
async function leadingColumns(): Promise<string[]> {
  const { rows } = await shop.container.database.pool.query<{ name: string }>(
    `SELECT c.relname || '.' || a.attname AS name
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE n.nspname = 'public' AND c.relkind = 'r' AND (
       a.attname IN ('customer_id', 'user_id', 'owner_id', 'member_id', 'actor', 'principal', 'requested_by')
       OR a.attname ~ '(^|_)(customer|user)_id$' AND a.attname <> 'remote_customer_id'
       OR a.attname ~ '_by$' OR c.relname || '.' || a.attname = 'audit_entries.subject'
       OR EXISTS (SELECT FROM pg_constraint f WHERE f.contype = 'f' AND f.conrelid = c.oid
         AND a.attnum = ANY (f.conkey) AND f.confrelid IN ('customers'::regclass, 'users'::regclass)))
     ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

test('a merge moves every column that leads to a customer, or says why it stays', async () => {
  expect(Object.keys(mergedTables).toSorted()).toEqual((await leadingColumns()).toSorted());
});

test('a merge keeps what staff have noted of both, the survivor’s first', async () => {
  const [survivor, loser] = await two();
  const taxExemption = { reason: 'nonprofit', certificate: 'C-1' };
  const write = (customerId: string | null, data: object) =>
    prisma().customer.update({ where: { id: customerId ?? '' }, data });
  await write(survivor.customerId, { tags: ['b'], metafields: { size: 'M' } });
  const theirs = { tags: ['a', 'b'], note: 'Pays late', metafields: { size: 'S', shoe: 40 } };
  await write(loser.customerId, { ...theirs, taxExemption });
  await merge(survivor, loser).expect(200);
  const kept = { tags: ['a', 'b'], note: 'Pays late', metafields: { size: 'M', shoe: 40 } };
  expect(
    await prisma().customer.findUnique({ where: { id: survivor.customerId ?? '' } }),
  ).toMatchObject({ ...kept, taxExemption });
});

test('a merge leaves nothing with the duplicate in what it moves', async () => {
  const [survivor, loser] = await two();
  const { customerId } = loser;
  const { orderId } = await placePaidOrder(shop, variantId);
  await prisma().order.update({ where: { id: orderId }, data: { customerId } });
  const approved = await placePaidOrder(shop, variantId);
  await prisma().order.update({
    where: { id: approved.orderId },
    data: { approvedBy: customerId, customerId: survivor.customerId },
  });
  await openOwnCart(shop, loser, [{ variantId, quantity: 1 }]);
  await shop.api.post('/api/v1/me/addresses').set(loser.as).send({ address }).expect(201);
  await saveCard(shop, loser);
  await shop.container.services.credit.issue(shop.ctx, {
    kind: 'store_credit',
    customerId,
    amount: { amount: 500, currency: 'USD' },
  });
  await prisma().customerGroup.create({
    data: {
      id: newId('customerGroup'),
      name: `Group of ${customerId}`,
      members: { create: { customerId, source: 'manual' } },
    },
  });
  await prisma().company.create({
    data: {
      id: newId('company'),
      name: 'Ottakar',
      members: { create: { customerId, role: 'buyer' } },
    },
  });
  await insertFile(shop.ctx, { kind: 'document', visibility: 'customer', customerId });
  await shop.container.services.media.createUpload(shop.ctx, {
    purpose: 'file',
    name: 'offer.pdf',
    contentType: 'application/pdf',
    bytes: 10,
    visibility: 'customer',
    customerId,
    alt: '',
    keep: false,
  });
  const earlier = await signInPerson(shop.container);
  await merge(loser, earlier).expect(200);
  const moved = Object.keys(mergedTables).filter((column) => mergedTables[column] === 'moved');
  const holding = async (id: string) => {
    const found: string[] = [];
    for (const column of moved) {
      const [table = '', name = ''] = column.split('.');
      const sql = `SELECT 1 FROM ${table} WHERE ${name} = $1 LIMIT 1`;
      const { rowCount } = await shop.container.database.pool.query(sql, [id]);
      if (rowCount) found.push(column);
    }
    return found;
  };
  expect(await holding(customerId)).toEqual(moved);
  await merge(survivor, loser).expect(200);
  expect(await holding(customerId)).toEqual([]);
  expect(await holding(survivor.customerId)).toEqual(moved);
});

test('store credit of both sides pays for one order of the survivor, a currency at a time (case 8)', async () => {
  const [survivor, loser] = await two();
  for (const [{ customerId }, amount, currency] of [
    [survivor, 100, 'USD'],
    [loser, 200, 'USD'],
    [loser, 9999, 'EUR'],
  ] as const) {
    await shop.container.services.credit.issue(shop.ctx, {
      kind: 'store_credit',
      customerId,
      amount: { amount, currency },
    });
  }
  await merge(survivor, loser).expect(200);
  const { body: credit } = await shop.api.get('/api/v1/me/credit').set(survivor.as).expect(200);
  const available = (credit.data as { available: unknown }[]).map((account) => account.available);
  expect(available).toHaveLength(2);
  expect(available).toEqual(
    expect.arrayContaining([
      { amount: 300, currency: 'USD' },
      { amount: 9999, currency: 'EUR' },
    ]),
  );
  const { id: cartId } = await openOwnCart(shop, survivor, [{ variantId, quantity: 1 }]);
  const { shippingOptionId } = shop;
  await shop.api
    .patch(`/api/v1/carts/${cartId}`)
    .set(survivor.as)
    .send({ email: 'ada@example.com', shippingAddress: address, shippingOptionId })
    .expect(200);
  const { body } = await shop
    .checkout(cartId, { paymentProvider: 'stripe', useStoreCredit: true })
    .set(survivor.as)
    .expect(201);
  const { totals, payments } = body.data.order as {
    totals: { total: { amount: number } };
    payments: { provider: string; amount: { amount: number } }[];
  };
  const paid = payments.map(({ provider, amount }) => `${provider} ${amount.amount}`);
  const rest = `stripe ${totals.total.amount - 300}`;
  expect(new Set(paid)).toEqual(new Set(['credit 100', 'credit 200', rest]));
});

describe('Companies of a duplicate', () => {
  const companyOf = (members: { customerId: string; role: 'buyer' | 'approver' | 'admin' }[]) => {
    const id = newId('company');
    return prisma().company.create({
      data: { id, name: id, members: { create: members } },
      select: { id: true },
    });
  };
  const rolesOf = ({ customerId }: Person) =>
    prisma().companyMember.findMany({
      where: { customerId },
      orderBy: { companyId: 'asc' },
      select: { companyId: true, role: true },
    });

  test('are the survivor’s; in one of both the role that may do more stays', async () => {
    const [survivor, loser] = await two();
    const [one, other] = [survivor, loser].map(({ customerId }) => customerId) as [string, string];
    const own = await companyOf([{ customerId: other, role: 'approver' }]);
    const less = await companyOf([
      { customerId: one, role: 'buyer' },
      { customerId: other, role: 'approver' },
    ]);
    const more = await companyOf([
      { customerId: one, role: 'admin' },
      { customerId: other, role: 'buyer' },
    ]);
    await merge(survivor, loser).expect(200);
    expect(await rolesOf(survivor)).toEqual([
      { companyId: own.id, role: 'approver' },
      { companyId: less.id, role: 'approver' },
      { companyId: more.id, role: 'admin' },
    ]);
    expect(await rolesOf(loser)).toEqual([]);
  });

  test('are none, though one adds the duplicate while it is merged', async () => {
    for (const _ of [1, 2, 3, 4, 5]) {
      const [survivor, loser] = await two();
      const { id } = await companyOf([]);
      const [added] = await Promise.all([
        shop.api
          .put(`/api/v1/admin/companies/${id}/members/${loser.customerId}`)
          .set(asStaff)
          .send({ role: 'buyer', orderLimit: null }),
        merge(survivor, loser).expect(200),
      ]);
      expect(await rolesOf(loser)).toEqual([]);
      expect(await rolesOf(survivor)).toHaveLength(added.status === 200 ? 1 : 0);
    }
  });
});

describe('Saved cards of a duplicate', () => {
  const cardsOf = async ({ as }: Person) =>
    (await shop.api.get(savedCards).set(as).expect(200)).body.data as ShownCard[];
  async function atStripe<T>(path: string) {
    const headers = { Authorization: `Bearer ${shop.sandbox.secretKey}` };
    const answer = await fetch(`${shop.sandbox.url}/v1/${path}`, { headers });
    return (await answer.json()) as T;
  }

  test('pay for the survivor, who is another customer at the provider', async () => {
    const [survivor, loser] = await two();
    const own = await saveCard(shop, survivor, 'pm_card_visa');
    const moved = await saveCard(shop, loser, 'pm_card_mastercard');
    await merge(survivor, loser).expect(200);
    const cards = await cardsOf(survivor);
    expect(cards.filter(({ isDefault }) => isDefault).map(({ id }) => id)).toEqual([own.id]);
    expect(cards.map(({ id }) => id).toSorted()).toEqual([own.id, moved.id].toSorted());
    const row = await prisma().savedPaymentMethod.findUniqueOrThrow({ where: { id: moved.id } });
    const { id: cartId } = await openOwnCart(shop, survivor, [{ variantId, quantity: 1 }]);
    const { shippingOptionId } = shop;
    await shop.api
      .patch(`/api/v1/carts/${cartId}`)
      .set(survivor.as)
      .send({ email: 'ada@example.com', shippingAddress: address, shippingOptionId })
      .expect(200);
    const { body } = await shop
      .checkout(cartId, { paymentProvider: 'stripe', paymentMethodId: moved.id })
      .set(survivor.as)
      .expect(201);
    const { clientSecret } = body.data.payment as { clientSecret: string };
    const intent = await atStripe<{ customer: string; payment_method: string }>(
      `payment_intents/${clientSecret.split('_secret_')[0]}`,
    );
    expect(intent).toMatchObject({
      payment_method: row.methodId,
      customer: row.remoteCustomerId,
    });
    expect(await shop.confirm(clientSecret, row.methodId ?? '')).toMatchObject({
      status: 'succeeded',
    });
    // The next card is saved at the survivor's own customer there.
    const next = await saveCard(shop, survivor, 'pm_card_amex');
    const later = await prisma().savedPaymentMethod.findUniqueOrThrow({ where: { id: next.id } });
    expect(later.remoteCustomerId).not.toBe(row.remoteCustomerId);
  });

  test('are detached where the survivor has saved the same card', async () => {
    const [survivor, loser] = await two();
    const own = await saveCard(shop, survivor);
    const double = await saveCard(shop, loser);
    const { methodId } = await prisma().savedPaymentMethod.findUniqueOrThrow({
      where: { id: double.id },
    });
    await merge(survivor, loser).expect(200);
    expect((await cardsOf(survivor)).map(({ id }) => id)).toEqual([own.id]);
    await shop.container.services.paymentMethods.detach(shop.ctx, double.id);
    const left = await atStripe<{ customer: string | null }>(`payment_methods/${methodId}`);
    expect(left.customer).toBeNull();
  });

  test('are forgotten by the survivor’s erasure, at both customers of the provider', async () => {
    const [survivor, loser] = await two();
    const cards = [
      await saveCard(shop, survivor),
      await saveCard(shop, loser, 'pm_card_mastercard'),
    ];
    const ids = cards.map(({ id }) => id);
    const rows = await prisma().savedPaymentMethod.findMany({ where: { id: { in: ids } } });
    await merge(survivor, loser).expect(200);
    const { body } = await shop.api
      .post('/api/v1/me/erasure')
      .set(survivor.as)
      .send({ confirm: true })
      .expect(202);
    await shop.container.services.dataRequests.erase(shop.ctx, body.data.id as string);
    for (const { methodId } of rows) {
      const left = await atStripe<{ customer: string | null }>(`payment_methods/${methodId}`);
      expect(left.customer).toBeNull();
    }
  });
});

describe('Consents of two addresses', () => {
  const say = ({ as }: Person, topic: string, subscribed: boolean) =>
    shop.api
      .put('/api/v1/me/consents')
      .set(as)
      .send({ consents: [{ topic, subscribed }] })
      .expect(200);
  const statesOf = async ({ customerId }: Person) => {
    const said = await shop.container.services.consents.own(shop.ctx, customerId);
    return Object.fromEntries(said.map(({ topic, state }) => [topic, state]));
  };

  test('become what either has said last, for the survivor’s address alone', async () => {
    const [survivor, loser] = await two();
    await say(loser, 'newsletter', true);
    await say(survivor, 'offers', true);
    await say(survivor, 'newsletter', true);
    await say(survivor, 'newsletter', false);
    await say(loser, 'offers', true);
    await say(loser, 'offers', false);
    await say(loser, 'surveys', true);
    await merge(survivor, loser).expect(200);
    expect(await statesOf(survivor)).toEqual({
      newsletter: 'unsubscribed',
      offers: 'unsubscribed',
      surveys: 'subscribed',
    });
    expect(Object.values(await statesOf(loser))).not.toContain('subscribed');
  });

  test('stay apart where the duplicate’s address is not proved', async () => {
    const survivor = await signInPerson(shop.container);
    const loser = await signInPerson(shop.container, { isVerified: false });
    const { email } = await prisma().user.findUniqueOrThrow({ where: { id: loser.userId } });
    await shop.container.services.consents.import(shop.ctx, [
      { email, topic: 'offers', state: 'subscribed', level: 'confirmed_opt_in', wording: 'x' },
    ]);
    await merge(survivor, loser).expect(200);
    expect(await statesOf(survivor)).toMatchObject({ offers: 'not_subscribed' });
    expect(await statesOf(loser)).toMatchObject({ offers: 'subscribed' });
  });
});

test('a duplicate with a role of staff is not merged, and staff are not disabled as customers', async () => {
  const survivor = await signInPerson(shop.container);
  const member = await signInPerson(shop.container, { permissions: ['orders:read'] });
  expect((await merge(survivor, member).expect(409)).body.code).toBe('state_conflict');
  for (const act of ['disable', 'enable']) {
    await shop.api
      .post(`/api/v1/admin/customers/${member.customerId}/${act}`)
      .set(asStaff)
      .send({ reason: 'a try' })
      .expect(409);
  }
  const { status } = await prisma().user.findUniqueOrThrow({ where: { id: member.userId } });
  expect(status).toBe('active');
});

describe('An erasure', () => {
  const ask = ({ customerId }: Person) =>
    shop.api
      .post(`/api/v1/admin/customers/${customerId}/erasure`)
      .set(asStaff)
      .send({ reason: 'by letter' });

  test('that is running keeps both sides from being merged, and from being enabled', async () => {
    const [survivor, loser] = await two();
    await ask(loser).expect(202);
    await merge(survivor, loser).expect(409);
    await merge(loser, survivor).expect(409);
    const { body } = await shop.api
      .post(`/api/v1/admin/customers/${loser.customerId}/enable`)
      .set(asStaff)
      .send({ reason: 'a try' })
      .expect(409);
    expect(body.code).toBe('state_conflict');
  });

  test('is asked of the survivor, and of a race with a merge one comes first', async () => {
    for (const _ of [1, 2, 3, 4, 5]) {
      const [survivor, loser] = await two();
      const [merged, asked] = await Promise.all([merge(survivor, loser), ask(loser)]);
      expect([merged.status, asked.status]).toContain(409);
      expect([merged.status, asked.status].filter((status) => status < 300)).toHaveLength(1);
    }
  });
});

describe('The account of a duplicate', () => {
  const send = (method: 'post' | 'patch' | 'put' | 'delete', path: string, body: object = {}) =>
    shop.api[method](`/api/v1/admin/${path}`)
      .set({ ...asStaff, 'Idempotency-Key': newId('request') })
      .send(body);

  test('takes no change by staff, who are told the survivor instead, and is still read', async () => {
    const [survivor, loser] = await two();
    await merge(survivor, loser).expect(200);
    const id = loser.customerId;
    const group = await prisma().customerGroup.create({
      data: { id: newId('customerGroup'), name: `For ${id}` },
    });
    const company = await prisma().company.create({ data: { id: newId('company'), name: id } });
    const amount = { amount: 500, currency: 'USD' };
    const reason = 'a try';
    const refusals = [
      send('patch', `customers/${id}`, { note: 'lost' }),
      send('post', `customers/${id}/disable`, { reason }),
      send('post', `customers/${id}/enable`, { reason }),
      send('post', `customers/${id}/data-export`, { reason }),
      send('post', `customers/${id}/erasure`, { reason }),
      send('post', 'credit-accounts', { kind: 'store_credit', customerId: id, amount }),
      send('put', `customer-groups/${group.id}/members/${id}`),
      send('delete', `customer-groups/${group.id}/members/${id}`),
      send('put', `companies/${company.id}/members/${id}`, { role: 'buyer', orderLimit: null }),
      send('delete', `companies/${company.id}/members/${id}`),
      merge(loser, await signInPerson(shop.container)),
      merge(await signInPerson(shop.container), loser),
    ];
    for (const [index, refusal] of refusals.entries()) {
      const { status, body } = await refusal;
      expect({ index, status, code: body.code }).toEqual({
        index,
        status: 409,
        code: 'state_conflict',
      });
      expect(body.detail).toContain(survivor.customerId);
    }
    const { body } = await shop.api.get(`/api/v1/admin/customers/${id}`).set(asStaff).expect(200);
    expect(body.data).toMatchObject({ id, mergedIntoId: survivor.customerId });
  });

  test('frees its address, with which a new account is registered and proved', async () => {
    const email = newEmail();
    const survivor = await signInPerson(shop.container);
    const loser = await signInPerson(shop.container, { email });
    await merge(survivor, loser).expect(200);
    const account = await verifiedAccount(shop, { email });
    expect(account.userId).not.toBe(loser.userId);
    const { body } = await shop.api.get('/api/v1/me/orders').set(asBearer(account)).expect(200);
    expect(body.data).toEqual([]);
    const token = await prisma().userToken.findFirstOrThrow({
      where: { userId: account.userId, purpose: 'verify_email' },
    });
    expect(token.usedAt).not.toBeNull();
  });

  test('is erased with the survivor, with its address where no one else has it since', async () => {
    const email = newEmail();
    const survivor = await signInPerson(shop.container);
    const loser = await signInPerson(shop.container, { email });
    await shop.api
      .put('/api/v1/me/consents')
      .set(loser.as)
      .send({ consents: [{ topic: 'offers', subscribed: true }] })
      .expect(200);
    await merge(survivor, loser).expect(200);
    const { body } = await shop.api
      .post('/api/v1/me/erasure')
      .set(survivor.as)
      .send({ confirm: true })
      .expect(202);
    await shop.container.services.dataRequests.erase(shop.ctx, body.data.id as string);
    expect(await dumpDatabase(shop.container.database)).not.toContain(email);
  });
});

test('a verified customer is not merged into one whose address is not verified', async () => {
  const verified = await signInPerson(shop.container);
  const unverified = await signInPerson(shop.container, { isVerified: false });
  const { body } = await merge(unverified, verified).expect(409);
  expect(body).toMatchObject({
    code: 'state_conflict',
    detail: expect.stringContaining('not verified'),
  });
  await shop.api.get('/api/v1/me/credit').set(unverified.as).expect(403);
  await merge(verified, unverified).expect(200);
});
