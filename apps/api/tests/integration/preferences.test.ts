import { startTestApp, type TestApp } from '../helpers/app.ts';
import { eventually } from '../helpers/eventually.ts';
import { signInPerson } from '../helpers/people.ts';
import { asStaff } from '../helpers/staff.ts';

type Headers = Record<string, string>;

interface View {
  id: string;
  isOwn: boolean;
}

let shop: TestApp;
beforeAll(async () => {
  shop = await startTestApp();
});
afterAll(() => shop.close());

const staff = () => signInPerson(shop.container, { role: 'support', isCustomer: false });
const session = (as: Headers) => shop.api.get('/api/v1/admin/session').set(as);
const preferences = (as: Headers) => shop.api.get('/api/v1/admin/preferences').set(as);
const set = (as: Headers, settings: object) =>
  shop.api.put('/api/v1/admin/preferences').set(as).send({ settings });
const views = '/api/v1/admin/views';
const save = async (as: Headers, body: object = {}) => {
  const answer = await shop.api
    .post(views)
    .set(as)
    .send({ resource: 'orders', name: 'Unpaid', filter: { status: 'open' }, ...body })
    .expect(201);
  return answer.body.data as View;
};
const idsOf = async (as: Headers, query = '') => {
  const { body } = await shop.api.get(`${views}${query}`).set(as).expect(200);
  return (body.data as View[]).map(({ id }) => id);
};

describe('The session of staff', () => {
  test('has identity, permissions and settings, and answers 304 until one of them changes', async () => {
    const { as, userId, sessionId } = await staff();
    const first = await session(as).expect(200);
    expect(first.body.data).toMatchObject({
      user: { id: userId },
      roles: ['support'],
      session: { id: sessionId, factorDueAt: null },
      settings: { shopName: shop.container.config.shop.name, stepUpMinutes: 10 },
      preferences: {},
    });
    expect((first.body.data as { permissions: string[] }).permissions).toContain('orders:read');
    const condition = { ...as, 'If-None-Match': first.headers['etag'] as string };
    await session(condition).expect(304);
    await set(as, { theme: 'dark' }).expect(200);
    const second = await session(condition).expect(200);
    expect(second.body.data).toMatchObject({ preferences: { theme: 'dark' } });
    await shop.ctx.db.prisma.roleGrant.deleteMany({ where: { userId } });
    const isRefused = async () => (await session(as)).status === 403;
    expect(await eventually(isRefused, 1000)).toBe(true);
  });

  test('is a person’s of the staff: no customer’s, no key’s', async () => {
    const customer = await signInPerson(shop.container);
    const answers = [await session(customer.as), await session(asStaff), await session({})];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 401]);
  });
});

describe('Preferences', () => {
  test('are kept for each person, up to 16 KiB', async () => {
    const [one, other] = [await staff(), await staff()];
    const settings = { columns: { orders: ['number', 'total'] }, size: 50 };
    await set(one.as, settings).expect(200);
    expect((await preferences(one.as).expect(200)).body.data).toMatchObject({ settings });
    expect((await preferences(other.as).expect(200)).body.data).toEqual({
      settings: {},
      updatedAt: null,
    });
    await set(one.as, { a: 'x'.repeat(16_000) }).expect(200);
    const large = await set(one.as, { a: 'ü'.repeat(8_200) });
    expect(large.body).toMatchObject({ status: 400, code: 'validation_failed' });
  });
});

describe('A saved view', () => {
  test('is its owner’s, who changes and deletes it', async () => {
    const { as } = await staff();
    const view = await save(as);
    expect(await idsOf(as, '?resource=orders')).toEqual([view.id]);
    expect(await idsOf(as, '?resource=customers')).toEqual([]);
    const changed = await shop.api
      .patch(`${views}/${view.id}`)
      .set(as)
      .send({ name: 'Late', columns: ['number'] })
      .expect(200);
    expect(changed.body.data).toMatchObject({
      name: 'Late',
      columns: ['number'],
      filter: { status: 'open' },
    });
    await shop.api.delete(`${views}/${view.id}`).set(as).expect(200);
    await shop.api.delete(`${views}/${view.id}`).set(as).expect(404);
    expect(await idsOf(as)).toEqual([]);
  });

  test('is seen by others once it is shared, and never changed by them', async () => {
    const [one, other] = [await staff(), await staff()];
    const hidden = await save(one.as);
    const shared = await save(one.as, { isShared: true });
    const { body } = await shop.api.get(views).set(other.as).expect(200);
    const seen = body.data as View[];
    expect(seen.find(({ id }) => id === shared.id)).toMatchObject({ isOwn: false });
    expect(seen.map(({ id }) => id)).not.toContain(hidden.id);
    for (const { id } of [hidden, shared]) {
      const change = shop.api.patch(`${views}/${id}`).set(other.as).send({ name: 'Mine' });
      expect((await change).status).toBe(404);
      await shop.api.delete(`${views}/${id}`).set(other.as).expect(404);
    }
    expect(await idsOf(one.as)).toEqual([shared.id, hidden.id]);
  });

  test.each(['userId', 'id', 'isOwn', 'createdAt'])('takes no member %s', async (member) => {
    const { as } = await staff();
    const answer = await shop.api
      .post(views)
      .set(as)
      .send({ resource: 'orders', name: 'Unpaid', [member]: 'x' });
    expect(answer.body).toMatchObject({ status: 400, code: 'validation_failed' });
  });
});
