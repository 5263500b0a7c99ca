import { newId } from '../../src/kernel/ids.ts';
import { createProduct } from '../helpers/catalog.ts';
import { signInPerson } from '../helpers/people.ts';
import { assertInvariants } from '../helpers/invariants.ts';
import { refund } from '../helpers/refunds.ts';
import { address, startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { asStaff } from '../helpers/staff.ts';

const VAT_ID = 'ATU13585627';
const inVienna = { ...address, region: null, city: 'Wien', postalCode: '1010', country: 'AT' };

type Person = Awaited<ReturnType<typeof signInPerson>>;

let shop: SalesApp;
let strict: SalesApp;
let goods: string;
let cheap: string;

beforeAll(async () => {
  const env = { DEFAULT_COUNTRY: 'DE', SHOP_VAT_ID: 'DE136695976' };
  shop = await startSalesApp({ env: { ...env, VAT_UNVERIFIED: 'provisional' } });
  strict = await startSalesApp({ env });
  for (const { ctx } of [shop, strict]) {
    await ctx.db.prisma.taxRate.create({
      data: { id: newId('taxRate'), country: 'AT', name: 'USt', ratePpm: 190_000, inclusive: true },
    });
  }
  [goods = '', cheap = ''] = await variantsIn(shop);
}, 60_000);
afterAll(async () => {
  await shop.close();
  await strict.close();
});

/** Goods that are not shipped, for 119.00 and 0.99. */
async function variantsIn({ ctx }: SalesApp): Promise<string[]> {
  const common = { requiresShipping: false, stock: 1000 };
  const { variantIds } = await createProduct(ctx, {
    variants: [
      { ...common, prices: { USD: 11_900 } },
      { ...common, prices: { USD: 99 } },
    ],
  });
  return variantIds;
}

interface LocationData {
  exemptionReason?: 'reverse_charge' | 'resale';
  exemptionCountry?: string;
  exemptionRegion?: string;
  exemptionValidUntil?: Date;
  exemptionCertificate?: string;
  vatId?: string;
  vatStatus?: 'unverified' | 'valid' | 'invalid';
  paymentTermsDays?: number;
}

/** A company with one location and a buyer. */
async function makeCompany(
  { container, ctx }: SalesApp,
  location: LocationData = {},
  member: { orderLimit?: bigint; orderLimitCurrency?: string } = {},
) {
  const buyer = await signInPerson(container);
  const [companyId, locationId] = [newId('company'), newId('companyLocation')];
  await ctx.db.prisma.company.create({
    data: {
      id: companyId,
      name: 'Ottakar',
      locations: { create: { id: locationId, name: 'Wien', ...location } },
      members: { create: { customerId: buyer.customerId, role: 'buyer', ...member } },
    },
  });
  return { buyer, companyId, locationId };
}

const exempt = { exemptionReason: 'reverse_charge', vatId: VAT_ID, vatStatus: 'valid' } as const;

interface Line {
  variantId: string;
  quantity: number;
}

const patch = ({ api }: SalesApp, { as }: Pick<Person, 'as'>, cartId: string, body: object) =>
  api.patch(`/api/v1/carts/${cartId}`).set(as).send(body);

async function openCart({ api }: SalesApp, { as }: Person, items: Line[]): Promise<string> {
  const { body } = await api.post('/api/v1/carts').set(as).send({ items }).expect(201);
  return (body as { data: { id: string } }).data.id;
}

/** A member's cart for a location, ready for checkout. */
async function companyCart(
  app: SalesApp,
  { buyer, locationId }: { buyer: Person; locationId: string },
  items: Line[],
): Promise<string> {
  const cartId = await openCart(app, buyer, items);
  const ready = { email: 'ada@example.com', billingAddress: inVienna };
  await patch(app, buyer, cartId, { ...ready, companyLocationId: locationId }).expect(200);
  return cartId;
}

const checkout = (app: SalesApp, { as }: Pick<Person, 'as'>, cartId: string, body: object = {}) =>
  app.checkout(cartId, { paymentProvider: 'manual', ...body }).set(as);

const amounts = (totals: Record<string, { amount: number }>) =>
  Object.fromEntries(Object.entries(totals).map(([name, { amount }]) => [name, amount]));

describe('An exempt company', () => {
  test('pays 100.00 for 119.00 gross at 19 %, without tax and with a note (case 9)', async () => {
    const company = await makeCompany(shop, exempt);
    const cartId = await companyCart(shop, company, [{ variantId: goods, quantity: 1 }]);
    const cart = await shop.api.get(`/api/v1/carts/${cartId}`).set(company.buyer.as).expect(200);
    expect(cart.body.data.totals.total.amount).toBe(10_000);
    const { body } = await checkout(shop, company.buyer, cartId).expect(201);
    const { order } = body.data;
    expect(amounts(order.totals)).toMatchObject({ subtotal: 10_000, tax: 0, total: 10_000 });
    expect(order.taxInclusive).toBe(false);
    expect(order.items).toMatchObject([
      { unitPrice: { amount: 10_000 }, tax: { amount: 0 }, total: { amount: 10_000 } },
    ]);
    expect(order.taxNote).toContain(VAT_ID);
    expect(order.taxNote).toContain('DE136695976');
    const staff = await shop.api.get(`/api/v1/admin/orders/${order.id}`).set(asStaff).expect(200);
    expect(staff.body.data.taxExemption).toMatchObject({
      reason: 'reverse_charge',
      isProvisional: false,
    });
    await assertInvariants(shop.ctx);
  });

  test.each([
    // Σ gross ÷ 1.19, rounded once: 3.96 ÷ 1.19 = 3.327…, where each unit rounded alone gives 3.32.
    [[4], 333],
    [[1], 83],
    [[250], 20_798],
  ])('pays net of the whole order, rounded once: %j of 0.99', async ([quantity = 0], total) => {
    const company = await makeCompany(shop, exempt);
    const cartId = await companyCart(shop, company, [{ variantId: cheap, quantity: 1 }]);
    await shop.ctx.db.prisma.cartItem.updateMany({ where: { cartId }, data: { quantity } });
    const { body } = await shop.api
      .get(`/api/v1/carts/${cartId}`)
      .set(company.buyer.as)
      .expect(200);
    expect(body.data.totals.total.amount).toBe(total);
    expect(body.data.totals.tax.amount).toBe(0);
  });

  test('gets back exactly what it paid, however the lines are refunded', async () => {
    const company = await makeCompany(shop, exempt);
    const cartId = await companyCart(shop, company, [
      { variantId: goods, quantity: 3 },
      { variantId: cheap, quantity: 7 },
    ]);
    const { body } = await checkout(shop, company.buyer, cartId).expect(201);
    const { order } = body.data;
    // (3 × 119.00 + 7 × 0.99) ÷ 1.19
    expect(order.totals.total.amount).toBe(30_582);
    const orderId = order.id as string;
    await shop.api
      .post(`/api/v1/admin/orders/${orderId}/mark-paid`)
      .set({ ...asStaff, 'Idempotency-Key': newId('request') })
      .send({ note: 'By transfer' })
      .expect(200);
    const pay = { orderId };
    const [first, second] = order.items as { id: string }[];
    const lines = (itemId: string | undefined, quantity: number) => ({
      lines: [{ itemId, quantity }],
      restock: false,
    });
    const parts = [
      lines(first?.id, 1),
      lines(second?.id, 4),
      lines(second?.id, 3),
      lines(first?.id, 2),
    ];
    let returned = 0;
    for (const part of parts) {
      const answer = await refund(shop, pay, part).expect(201);
      returned += (answer.body.data as { amount: { amount: number } }).amount.amount;
    }
    expect(returned).toBe(30_582);
    await assertInvariants(shop.ctx);
  });

  test('keeps the order that it placed when its status changes', async () => {
    const company = await makeCompany(shop, exempt);
    const cartId = await companyCart(shop, company, [{ variantId: goods, quantity: 1 }]);
    const { body } = await checkout(shop, company.buyer, cartId).expect(201);
    const path = `/api/v1/orders/${body.data.order.id}`;
    const { as } = company.buyer;
    const before = await shop.api.get(path).set(as).expect(200);
    await shop.ctx.db.prisma.companyLocation.update({
      where: { id: company.locationId },
      data: { vatStatus: 'invalid', exemptionReason: null },
    });
    expect((await shop.api.get(path).set(as).expect(200)).body).toEqual(before.body);
    const cart = await shop.api.get(`/api/v1/carts/${cartId}`).set(as).expect(200);
    expect(cart.body.data.totals.total.amount).toBe(10_000);
    expect(cart.body.data.taxNote).toBe(before.body.data.taxNote);
  });

  test.each<[string, LocationData, number]>([
    ['its VAT id is not valid', { ...exempt, vatStatus: 'invalid' }, 11_900],
    [
      'its certificate has ended',
      { ...exempt, exemptionValidUntil: new Date('2020-01-01') },
      11_900,
    ],
    ['the goods go elsewhere', { exemptionReason: 'resale', exemptionCountry: 'US' }, 11_900],
    ['it has none', {}, 11_900],
    [
      'the certificate is for the place',
      { exemptionReason: 'resale', exemptionCountry: 'AT' },
      10_000,
    ],
    ['it holds everywhere', { exemptionReason: 'resale', exemptionCertificate: 'R-1' }, 10_000],
  ])('pays tax by its certificate: %s', async (_why, location, total) => {
    const company = await makeCompany(shop, location);
    const cartId = await companyCart(shop, company, [{ variantId: goods, quantity: 1 }]);
    const { body } = await checkout(shop, company.buyer, cartId).expect(201);
    expect(body.data.order.totals.total.amount).toBe(total);
  });

  test('pays tax where the shop is, reverse charge or not', async () => {
    const company = await makeCompany(shop, exempt);
    await shop.ctx.db.prisma.taxRate.create({
      data: { id: newId('taxRate'), country: 'DE', name: 'USt', ratePpm: 190_000, inclusive: true },
    });
    const cartId = await companyCart(shop, company, [{ variantId: goods, quantity: 1 }]);
    const home = { billingAddress: { ...inVienna, country: 'DE', postalCode: '10115' } };
    const { body } = await patch(shop, company.buyer, cartId, home).expect(200);
    expect(body.data).toMatchObject({ totals: { total: { amount: 11_900 } }, taxNote: null });
  });
});

describe('A VAT id that VIES has not answered about (case 10)', () => {
  const unverified = { ...exempt, vatStatus: 'unverified' } as const;

  test('exempts with VAT_UNVERIFIED=provisional, and flags the order', async () => {
    const company = await makeCompany(shop, unverified);
    const cartId = await companyCart(shop, company, [{ variantId: goods, quantity: 1 }]);
    const { body } = await checkout(shop, company.buyer, cartId).expect(201);
    expect(body.data.order.totals.total.amount).toBe(10_000);
    const path = `/api/v1/admin/orders/${body.data.order.id}`;
    const staff = await shop.api.get(path).set(asStaff).expect(200);
    expect(staff.body.data.taxExemption).toMatchObject({ isProvisional: true });
  });

  test('is taxed with VAT_UNVERIFIED=strict', async () => {
    const company = await makeCompany(strict, unverified);
    const [variantId = ''] = await variantsIn(strict);
    const cartId = await companyCart(strict, company, [{ variantId, quantity: 1 }]);
    const { body } = await checkout(strict, company.buyer, cartId).expect(201);
    expect(amounts(body.data.order.totals)).toMatchObject({ tax: 1900, total: 11_900 });
    expect(body.data.order.taxNote).toBeNull();
  });
});

describe('Quantities of a company', () => {
  const rule = (companyId: string, locationId?: string, minimum = 10, step = 5) =>
    shop.ctx.db.prisma.quantityRule.create({
      data: {
        id: newId('quantityRule'),
        companyId,
        variantId: cheap,
        minimum,
        step,
        ...(locationId !== undefined && { locationId }),
      },
    });

  test('are refused between two steps, naming 10 and 15 (case 11)', async () => {
    const company = await makeCompany(shop);
    await rule(company.companyId);
    const cartId = await companyCart(shop, company, [{ variantId: cheap, quantity: 10 }]);
    const items = (quantity: number) => ({ items: [{ variantId: cheap, quantity }] });
    const refused = await patch(shop, company.buyer, cartId, items(12)).expect(422);
    expect(refused.body).toMatchObject({
      code: 'quantity_not_allowed',
      quantities: [{ variantId: cheap, quantity: 12, allowed: [10, 15] }],
    });
    expect(refused.body.errors[0].message).toContain('10 or 15');
    const tooFew = await patch(shop, company.buyer, cartId, items(3)).expect(422);
    expect(tooFew.body.quantities[0].allowed).toEqual([10]);
    await patch(shop, company.buyer, cartId, items(15)).expect(200);
    await patch(shop, company.buyer, cartId, items(0)).expect(200);
  });

  test.each([
    [6, 4, 7, [6, 10]],
    [6, 4, 5, [6]],
    [12, 12, 25, [24, 36]],
    [3, 1, 2, [3]],
  ])(
    'of at least %i in steps of %i: %i names the nearest',
    async (minimum, step, asked, allowed) => {
      const company = await makeCompany(shop);
      await rule(company.companyId, undefined, minimum, step);
      const cartId = await companyCart(shop, company, [{ variantId: cheap, quantity: minimum }]);
      const items = (quantity: number) => ({ items: [{ variantId: cheap, quantity }] });
      const refused = await patch(shop, company.buyer, cartId, items(asked)).expect(422);
      expect(refused.body.quantities).toEqual([{ variantId: cheap, quantity: asked, allowed }]);
      for (const quantity of allowed) {
        await patch(shop, company.buyer, cartId, items(quantity)).expect(200);
      }
    },
  );

  test('hold when the cart begins to be for the company, and again at checkout', async () => {
    const company = await makeCompany(shop);
    await rule(company.companyId, undefined, 2, 1);
    await rule(company.companyId, company.locationId);
    const cartId = await openCart(shop, company.buyer, [{ variantId: cheap, quantity: 12 }]);
    const forCompany = { companyLocationId: company.locationId };
    await patch(shop, company.buyer, cartId, forCompany).expect(422);
    const later = await makeCompany(shop);
    const other = await companyCart(shop, later, [{ variantId: cheap, quantity: 12 }]);
    await rule(later.companyId);
    // What the rule does not concern can still be changed.
    await patch(shop, later.buyer, other, { purchaseOrderNumber: 'PO-1' }).expect(200);
    const refused = await checkout(shop, later.buyer, other).expect(422);
    expect(refused.body.code).toBe('quantity_not_allowed');
  });

  test('bind no one who buys for themselves', async () => {
    const company = await makeCompany(shop);
    await rule(company.companyId);
    const cartId = await openCart(shop, company.buyer, [{ variantId: cheap, quantity: 12 }]);
    const ready = { email: 'ada@example.com', billingAddress: inVienna };
    await patch(shop, company.buyer, cartId, ready).expect(200);
    const { body } = await checkout(shop, company.buyer, cartId).expect(201);
    expect(body.data.order.items).toMatchObject([{ quantity: 12 }]);
  });
});

describe('A cart for a company', () => {
  test('is for its members alone: the location of another is a 404', async () => {
    const company = await makeCompany(shop);
    const stranger = await signInPerson(shop.container);
    const cartId = await openCart(shop, stranger, [{ variantId: cheap, quantity: 1 }]);
    const forCompany = { companyLocationId: company.locationId };
    await patch(shop, stranger, cartId, forCompany).expect(404);
    const guests = await shop.api.post('/api/v1/carts').send({}).expect(201);
    await patch(shop, { as: {} as Person['as'] }, guests.body.data.id, forCompany).expect(404);
    const refused = await patch(shop, company.buyer, guests.body.data.id, forCompany).expect(409);
    expect(refused.body.code).toBe('state_conflict');
  });

  test('above the order limit needs approval, and an approver completes the same cart', async () => {
    const company = await makeCompany(shop, {}, { orderLimit: 10_000n, orderLimitCurrency: 'USD' });
    const { companyId } = company;
    const [approver, colleague, stranger] = [
      await signInPerson(shop.container),
      await signInPerson(shop.container),
      await signInPerson(shop.container),
    ];
    await shop.ctx.db.prisma.companyMember.createMany({
      data: [
        { companyId, customerId: approver.customerId, role: 'approver' },
        { companyId, customerId: colleague.customerId, role: 'buyer' },
      ],
    });
    const cartId = await companyCart(shop, company, [{ variantId: goods, quantity: 1 }]);
    const refused = await checkout(shop, company.buyer, cartId).expect(409);
    expect(refused.body).toMatchObject({
      code: 'approval_required',
      orderLimit: { amount: 10_000, currency: 'USD' },
    });
    const path = `/api/v1/carts/${cartId}`;
    for (const { as } of [colleague, stranger]) await shop.api.get(path).set(as).expect(404);
    await shop.api.get(path).expect(404);
    await shop.api.get(path).set(approver.as).expect(200);
    await patch(shop, approver, cartId, { purchaseOrderNumber: 'PO-4711' }).expect(200);
    await checkout(shop, approver, cartId, { useStoreCredit: true }).expect(400);
    const { body } = await checkout(shop, approver, cartId).expect(201);
    const { order } = body.data;
    expect(order).toMatchObject({
      purchaseOrderNumber: 'PO-4711',
      companyLocationId: company.locationId,
    });
    const staff = await shop.api.get(`/api/v1/admin/orders/${order.id}`).set(asStaff).expect(200);
    expect(staff.body.data).toMatchObject({
      customerId: company.buyer.customerId,
      approvedBy: approver.customerId,
    });
    const orderPath = `/api/v1/orders/${order.id}`;
    for (const { as } of [company.buyer, approver]) {
      await shop.api.get(orderPath).set(as).expect(200);
    }
    for (const { as } of [colleague, stranger]) await shop.api.get(orderPath).set(as).expect(404);
  });

  test('within the limit needs none, and in another currency does', async () => {
    const limit = { orderLimit: 11_900n, orderLimitCurrency: 'USD' };
    const company = await makeCompany(shop, {}, limit);
    const one = await companyCart(shop, company, [{ variantId: goods, quantity: 1 }]);
    await checkout(shop, company.buyer, one).expect(201);
    const inEuro = await makeCompany(shop, {}, { ...limit, orderLimitCurrency: 'EUR' });
    const other = await companyCart(shop, inEuro, [{ variantId: cheap, quantity: 1 }]);
    const refused = await checkout(shop, inEuro.buyer, other).expect(409);
    expect(refused.body.code).toBe('approval_required');
  });

  test('is due by its terms when it is paid by hand', async () => {
    const company = await makeCompany(shop, { paymentTermsDays: 30 });
    const cartId = await companyCart(shop, company, [{ variantId: cheap, quantity: 1 }]);
    const { body } = await checkout(shop, company.buyer, cartId).expect(201);
    const { paymentTerms, placedAt } = body.data.order;
    expect(paymentTerms.days).toBe(30);
    expect(Date.parse(paymentTerms.dueAt) - Date.parse(placedAt)).toBe(30 * 86_400_000);
    const byCard = await companyCart(shop, company, [{ variantId: cheap, quantity: 1 }]);
    const card = await checkout(shop, company.buyer, byCard, { paymentProvider: 'stripe' });
    expect(card.body.data.order.paymentTerms).toBeNull();
  });

  test('cannot be checked out by someone who has left the company', async () => {
    const company = await makeCompany(shop, exempt);
    const cartId = await companyCart(shop, company, [{ variantId: goods, quantity: 1 }]);
    await shop.ctx.db.prisma.companyMember.deleteMany({ where: { companyId: company.companyId } });
    const refused = await checkout(shop, company.buyer, cartId).expect(422);
    expect(refused.body).toMatchObject({
      code: 'cart_incomplete',
      errors: [{ path: 'companyLocationId' }],
    });
    await patch(shop, company.buyer, cartId, { companyLocationId: null }).expect(200);
    const { body } = await checkout(shop, company.buyer, cartId).expect(201);
    expect(body.data.order.totals.total.amount).toBe(11_900);
  });
});
