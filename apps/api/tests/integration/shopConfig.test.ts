import { composedStatement, type None } from '../../src/db/statement.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { createProduct } from '../helpers/catalog.ts';
import { sampleNames, sampleText } from '../helpers/shopConfigs.ts';

jest.setTimeout(60_000);

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
afterEach(async () => {
  const { prisma } = app.ctx.db;
  await prisma.shippingZone.deleteMany();
  await prisma.taxRate.deleteMany();
});

const apply = (source: string, options: { dryRun?: boolean } = {}) =>
  app.container.services.shopConfig.apply(app.ctx, source, {
    name: 'shop.config.yaml',
    ...options,
  });

const zone = (price: string, more = '') => `
shippingZones:
  - name: Home
    countries: [US]
    options:
      - { name: Standard, prices: { USD: ${price} } }
${more}`;

const addresses = {
  us: { country: 'US', region: 'CA', city: 'Fresno', postalCode: '93650' },
  eu: { country: 'FR', city: 'Paris', postalCode: '75001' },
  uk: { country: 'GB', city: 'London', postalCode: 'SW1A 1AA' },
};

/** A cart of one such variant that goes there by the first option. @returns the answer to its change. */
async function cartTo(variantId: string, currency: string, place: Record<string, string>) {
  const person = { firstName: 'Ada', lastName: 'Lovelace', line1: '12 Analytical Row' };
  const created = await app.api
    .post('/api/v1/carts')
    .send({ currency, items: [{ variantId, quantity: 1 }] })
    .expect(201);
  const path = `/api/v1/carts/${created.body.data.id}`;
  await app.api
    .patch(path)
    .send({ email: 'ada@example.com', shippingAddress: { ...person, ...place } })
    .expect(200);
  const { body } = await app.api.get(`${path}/shipping-options`).expect(200);
  const [option] = body.data;
  const changed = await app.api.patch(path).send({ shippingOptionId: option.id }).expect(200);
  return { path, option, cart: changed.body.data };
}

const checkout = (path: string, key: string) =>
  app.api.post(`${path}/checkout`).set('Idempotency-Key', key).send({ paymentProvider: 'manual' });

describe.each(sampleNames)('The sample %s.yaml', (name) => {
  test('is applied once, as its dry run says, and changes nothing when it is applied again', async () => {
    const forecast = await apply(sampleText(name), { dryRun: true });
    expect(await app.ctx.db.prisma.shippingZone.count()).toBe(0);
    expect(forecast.differs).toBe(true);
    expect(await apply(sampleText(name))).toEqual(forecast);
    expect(await apply(sampleText(name))).toEqual({ changes: [], differs: false });
  });

  test('has all that a first sale needs besides products', async () => {
    await apply(sampleText(name));
    // 20.00 of each currency, 100 g.
    const expected = {
      us: { currency: 'USD', shipping: 595, tax: 145, total: 2000 + 595 + 145 },
      eu: { currency: 'EUR', shipping: 990, tax: 498, total: 2000 + 990 },
      uk: { currency: 'GBP', shipping: 395, tax: 399, total: 2000 + 395 },
    }[name];
    const { currency, ...sums } = expected;
    const { variantIds } = await createProduct(app.ctx, {
      variants: [{ prices: { [currency]: 2000 }, weightGrams: 100 }],
    });
    const { path, cart } = await cartTo(variantIds[0] ?? '', currency, addresses[name]);
    for (const [member, amount] of Object.entries(sums)) {
      expect({ [member]: cart.totals[member] }).toEqual({ [member]: { amount, currency } });
    }
    const { body } = await checkout(path, `sale-${name}`).expect(201);
    expect(body.data.order).toMatchObject({ status: 'confirmed', totals: cart.totals });
  });
});

describe('A file that is applied to a shop', () => {
  test('updates rows in place, so that carts keep the option that they chose', async () => {
    await apply(zone('5.00'));
    const { variantIds } = await createProduct(app.ctx);
    const { path, option } = await cartTo(variantIds[0] ?? '', 'USD', addresses.us);
    const { changes } = await apply(zone('6.50', '      - { name: Express, prices: { USD: 9 } }'));
    expect(changes).toEqual([
      expect.objectContaining({ action: 'change', details: ['USD: 5.00 → 6.50'] }),
      expect.objectContaining({ action: 'add', name: 'Home / Express' }),
    ]);
    const { body } = await app.api.get(path).expect(200);
    expect(body.data.shippingOption).toMatchObject({ id: option.id, amount: { amount: 650 } });
  });

  test('may remove a shipping option that carts and orders refer to', async () => {
    await apply(zone('5.00'));
    const { variantIds } = await createProduct(app.ctx);
    const ordered = await cartTo(variantIds[0] ?? '', 'USD', addresses.us);
    const { body } = await checkout(ordered.path, 'before').expect(201);
    const open = await cartTo(variantIds[0] ?? '', 'USD', addresses.us);
    const { changes } = await apply(zone('7.00').replace('Standard', 'Parcel'));
    expect(changes).toContainEqual(
      expect.objectContaining({
        action: 'remove',
        details: [expect.stringMatching(/^1 open carts/)],
      }),
    );

    const refused = await checkout(open.path, 'after').expect(422);
    expect(JSON.stringify(refused.body)).toContain('shippingOptionId');
    const { body: options } = await app.api.get(`${open.path}/shipping-options`).expect(200);
    await app.api.patch(open.path).send({ shippingOptionId: options.data[0].id }).expect(200);
    await checkout(open.path, 'again').expect(201);

    const order = await app.api
      .get(`/api/v1/orders/${body.data.order.id}`)
      .set('X-Order-Token', body.data.orderToken)
      .expect(200);
    expect(order.body.data.shippingOption).toMatchObject({ name: 'Standard' });
  });

  test('leaves sections that it does not contain unchanged, and locations with stock', async () => {
    await apply(sampleText('eu'));
    await createProduct(app.ctx);
    const before = await app.ctx.db.prisma.location.findMany({ orderBy: { id: 'asc' } });
    const other = 'locations: [{ handle: other, name: Other }]';
    const { changes } = await apply(other);
    expect(await app.ctx.db.prisma.taxRate.count()).toBe(27);
    expect(changes.filter(({ action }) => action === 'keep')).not.toEqual([]);
    const after = await app.ctx.db.prisma.location.findMany({ orderBy: { id: 'asc' } });
    const used = before.filter(({ handle }) => changes.some(({ name }) => name === handle));
    expect(after).toEqual(expect.arrayContaining(used));
    expect(await apply(other)).toMatchObject({ differs: false });
  });

  test('is applied completely or not at all', async () => {
    await apply(zone('5.00'));
    const before = await apply(sampleText('eu'), { dryRun: true });
    const run = (text: string) =>
      app.ctx.db.execute(composedStatement<None>(`test.${text.slice(0, 32)}`, text));
    await run("ALTER TABLE tax_rates ADD CONSTRAINT no_luxembourg CHECK (country <> 'LU')");
    await expect(apply(sampleText('eu'))).rejects.toThrow('no_luxembourg');
    await run('ALTER TABLE tax_rates DROP CONSTRAINT no_luxembourg');
    expect(await apply(sampleText('eu'), { dryRun: true })).toEqual(before);
  });

  test('may be applied by several processes at once', async () => {
    await Promise.all([0, 1, 2, 3, 4, 5].map(() => apply(sampleText('eu'))));
    expect(await apply(sampleText('eu'))).toEqual({ changes: [], differs: false });
    expect(await app.ctx.db.prisma.shippingOption.count()).toBe(3);
    const mixed = ['us', 'uk', 'eu', 'us', 'uk'] as const;
    await Promise.all(mixed.map((name) => apply(sampleText(name))));
    const differing = await Promise.all(
      sampleNames.map((name) => apply(sampleText(name), { dryRun: true })),
    );
    expect(differing.filter(({ differs }) => !differs)).toHaveLength(1);
  });

  test('is compared with the current tables, whichever program wrote them', async () => {
    await apply(sampleText('uk'));
    await app.ctx.db.prisma.taxRate.updateMany({ data: { ratePpm: 175_000 } });
    const option = await app.ctx.db.prisma.shippingOption.findFirstOrThrow();
    await app.ctx.db.prisma.shippingRate.deleteMany({ where: { optionId: option.id } });
    const { changes } = await apply(sampleText('uk'));
    expect(changes.map(({ what, action }) => `${action} ${what}`).toSorted()).toEqual([
      'change shipping option',
      'change tax rate',
      'change tax rate',
    ]);
    expect(changes.at(-1)?.details).toEqual(['rate: 17.5 % → 20 %']);
    expect(await apply(sampleText('uk'))).toMatchObject({ differs: false });
  });

  test('is recorded in the audit log', async () => {
    await apply(zone('5.00'));
    const entry = await app.ctx.db.prisma.auditEntry.findFirstOrThrow({
      where: { action: 'shop.apply' },
      orderBy: { createdAt: 'desc' },
    });
    expect(JSON.stringify(entry.details)).toContain('Home / Standard');
  });
});
