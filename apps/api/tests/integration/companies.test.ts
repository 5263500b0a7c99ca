import { createProduct } from '../helpers/catalog.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { signInPerson } from '../helpers/people.ts';
import { address } from '../helpers/salesApp.ts';
import { asStaff } from '../helpers/staff.ts';

let shop: TestApp;
let variantId: string;
beforeAll(async () => {
  shop = await startTestApp();
  const { variantIds } = await createProduct(shop.ctx, { variants: [{}] });
  variantId = variantIds[0] ?? '';
});
afterAll(() => shop.close());

interface Company {
  id: string;
  locations: { id: string; vatId: string | null }[];
}

const companies = '/api/v1/admin/companies';

async function makeCompany(location: object = {}): Promise<Company & { path: string }> {
  const { body } = await shop.api.post(companies).set(asStaff).send({ name: 'Ottakar' });
  const path = `${companies}/${body.data.id}`;
  const added = await shop.api
    .post(`${path}/locations`)
    .set(asStaff)
    .send({ name: 'Linz', ...location })
    .expect(201);
  return { ...(added.body.data as Company), path };
}

describe('A company', () => {
  test('is made, changed, listed and deleted by staff', async () => {
    const { id, path, locations } = await makeCompany({ shippingAddress: address });
    await shop.api.patch(path).set(asStaff).send({ name: 'Ottakar & Sons' }).expect(200);
    const listed = await shop.api.get(`${companies}?name=kar%20%26`).set(asStaff).expect(200);
    expect(listed.body.data).toMatchObject([{ id, name: 'Ottakar & Sons' }]);
    const location = `${path}/locations/${locations[0]?.id}`;
    const terms = {
      paymentTermsDays: 30,
      exemption: { reason: 'resale', validUntil: '2030-06-30' },
    };
    const changed = await shop.api.patch(location).set(asStaff).send(terms).expect(200);
    expect(changed.body.data.locations).toMatchObject([
      { paymentTermsDays: 30, shippingAddress: { city: address.city }, billingAddress: null },
    ]);
    expect(changed.body.data.locations[0].exemption).toEqual({
      reason: 'resale',
      certificate: null,
      country: null,
      region: null,
      validUntil: '2030-06-30',
    });
    const without = { exemption: null, shippingAddress: null };
    const cleared = await shop.api.patch(location).set(asStaff).send(without).expect(200);
    expect(cleared.body.data.locations).toMatchObject([
      { exemption: null, shippingAddress: null, paymentTermsDays: 30 },
    ]);
    await shop.api.delete(location).set(asStaff).expect(200);
    await shop.api.delete(location).set(asStaff).expect(404);
    await shop.api.delete(path).set(asStaff).expect(200);
    await shop.api.get(path).set(asStaff).expect(404);
  });

  test('is changed only as it was read, with If-Match', async () => {
    const { path } = await makeCompany();
    const { headers } = await shop.api.get(path).set(asStaff).expect(200);
    const asRead = { ...asStaff, 'If-Match': headers['etag'] ?? '' };
    await shop.api.patch(path).set(asRead).send({ note: 'One' }).expect(200);
    const refused = await shop.api.patch(path).set(asRead).send({ note: 'Two' }).expect(412);
    expect(refused.headers['etag']).not.toBe(headers['etag']);
  });

  test('keeps a VAT id in one spelling, if its format and check digits are right', async () => {
    const { locations } = await makeCompany({ vatId: 'atu 135.856-27' });
    expect(locations[0]?.vatId).toBe('ATU13585627');
    const { path } = await makeCompany();
    for (const vatId of ['ATU13585628', 'DE136695975', 'XX123456789', 'DE', 'US123456789']) {
      const wrong = { name: 'Wrong', vatId };
      const refused = await shop.api.post(`${path}/locations`).set(asStaff).send(wrong).expect(422);
      expect(refused.body).toMatchObject({ code: 'vat_id_invalid', errors: [{ path: 'vatId' }] });
    }
    const valid = 'DE136695976 FR40303265045 IT00743110157 XI980780684 EL094259216 NL004495445B01';
    for (const vatId of valid.split(' ')) {
      const right = { name: vatId, vatId };
      await shop.api.post(`${path}/locations`).set(asStaff).send(right).expect(201);
    }
  });

  test('forgets what was said of a VAT id when it gets another', async () => {
    const { path, locations } = await makeCompany({ vatId: 'ATU13585627' });
    const { id = '' } = locations[0] ?? {};
    const data = { vatStatus: 'valid', vatCheckedAt: new Date() } as const;
    await shop.ctx.db.prisma.companyLocation.update({ where: { id }, data });
    const change = (body: object) =>
      shop.api.patch(`${path}/locations/${id}`).set(asStaff).send(body).expect(200);
    const kept = await change({ vatId: 'ATU13585627', name: 'Wels' });
    expect(kept.body.data.locations[0]).toMatchObject({ vatCheck: { status: 'valid' } });
    const another = await change({ vatId: 'DE136695976' });
    expect(another.body.data.locations[0].vatCheck).toMatchObject({
      status: 'unverified',
      checkedAt: null,
    });
  });

  test('is shown to its members alone, without notes and other members', async () => {
    const { id, path } = await makeCompany();
    const [buyer, stranger] = [
      await signInPerson(shop.container),
      await signInPerson(shop.container),
    ];
    const orderLimit = { amount: 10_000, currency: 'EUR' };
    const member = `${path}/members/${buyer.customerId}`;
    await shop.api.put(member).set(asStaff).send({ role: 'buyer', orderLimit }).expect(200);
    const mine = await shop.api.get('/api/v1/me/companies').set(buyer.as).expect(200);
    expect(mine.body.data).toMatchObject([{ id, role: 'buyer', orderLimit }]);
    expect(mine.body.data[0]).not.toHaveProperty('note');
    expect(mine.body.data[0]).not.toHaveProperty('members');
    const theirs = await shop.api.get('/api/v1/me/companies').set(stranger.as).expect(200);
    expect(theirs.body.data).toEqual([]);
    await shop.api.delete(member).set(asStaff).expect(200);
    const left = await shop.api.get('/api/v1/me/companies').set(buyer.as).expect(200);
    expect(left.body.data).toEqual([]);
    const unknown = `${path}/members/cus_01kagvrz8y0g2m4q6t8w0x2z4b`;
    await shop.api.put(unknown).set(asStaff).send({ role: 'buyer' }).expect(404);
  });

  test('has rules for quantities of what exists, one for each variant and location', async () => {
    const [{ path, locations }, other] = [await makeCompany(), await makeCompany()];
    const put = (rules: object[]) =>
      shop.api.put(`${path}/quantity-rules`).set(asStaff).send({ rules });
    const here = { variantId, locationId: locations[0]?.id, minimum: 4 };
    const set = await put([{ variantId, minimum: 10, step: 5 }, here]).expect(200);
    expect(set.body.data.quantityRules).toMatchObject([
      { locationId: null, minimum: 10, step: 5 },
      { locationId: here.locationId, minimum: 4, step: 1 },
    ]);
    await put([here, here]).expect(400);
    const foreign = { ...here, locationId: other.locations[0]?.id };
    const refused = await put([here, foreign]).expect(422);
    expect(refused.body.errors).toMatchObject([{ path: 'rules.1.locationId' }]);
    const replaced = await put([]).expect(200);
    expect(replaced.body.data.quantityRules).toEqual([]);
  });
});
