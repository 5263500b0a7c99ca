import { startTestApp, type TestApp } from '../helpers/app.ts';
import { signInPerson } from '../helpers/people.ts';
import { address } from '../helpers/salesApp.ts';

let shop: TestApp;
beforeAll(async () => {
  shop = await startTestApp();
});
afterAll(() => shop.close());

type Person = Awaited<ReturnType<typeof signInPerson>>;
type Headers = Record<string, string>;

const me = '/api/v1/me';
const book = `${me}/addresses`;
const read = (path: string, { as }: Person, headers: Headers = {}) =>
  shop.api.get(path).set({ ...as, ...headers });
const patch = (path: string, { as }: Person, body: object, headers: Headers = {}) =>
  shop.api
    .patch(path)
    .set({ ...as, ...headers })
    .send(body);
const save = ({ as }: Person, body: object = {}) =>
  shop.api
    .post(book)
    .set(as)
    .send({ address, ...body });
const saved = async (person: Person, body: object = {}) =>
  (await save(person, body).expect(201)).body.data as { id: string };
const remove = (id: string, { as }: Person) => shop.api.delete(`${book}/${id}`).set(as);
const defaultsOf = async (person: Person) => {
  const { body } = await read(book, person).expect(200);
  const list = body.data as { id: string; isDefaultShipping: boolean; isDefaultBilling: boolean }[];
  return {
    shipping: list.filter((entry) => entry.isDefaultShipping).map(({ id }) => id),
    billing: list.filter((entry) => entry.isDefaultBilling).map(({ id }) => id),
  };
};

describe('A profile', () => {
  test('shows the customer, and is theirs to change', async () => {
    const person = await signInPerson(shop.container, { email: 'grace@example.com' });
    const { body } = await patch(me, person, { firstName: '  Grace ', locale: 'de-de' }).expect(
      200,
    );
    expect(body.data).toMatchObject({
      id: person.customerId,
      email: 'grace@example.com',
      emailVerified: true,
      firstName: 'Grace',
      lastName: null,
      locale: 'de-DE',
    });
    const cleared = await patch(me, person, { locale: null }).expect(200);
    expect(cleared.body.data).toMatchObject({ firstName: 'Grace', locale: null });
    expect((await read(me, person).expect(200)).body).toEqual(cleared.body);
  });

  test('is changed only as it was read, with If-Match', async () => {
    const person = await signInPerson(shop.container);
    const { headers } = await read(me, person).expect(200);
    const etag = headers['etag'] ?? '';
    await read(me, person, { 'If-None-Match': etag }).expect(304);
    const condition = { 'If-Match': etag };
    const changed = await patch(me, person, { firstName: 'Ada' }, condition).expect(200);
    const refused = await patch(me, person, { firstName: 'Eve' }, condition).expect(412);
    expect(refused.headers['etag']).toBe(changed.headers['etag']);
    expect((await read(me, person)).body.data.firstName).toBe('Ada');
  });

  test('takes one of many writes with the same If-Match', async () => {
    const person = await signInPerson(shop.container);
    const condition = { 'If-Match': (await read(me, person)).headers['etag'] ?? '' };
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, tab) =>
        patch(me, person, { firstName: `Tab ${tab}` }, condition),
      ),
    );
    const refused = answers.filter(({ status }) => status === 412);
    expect([answers.length, refused.length]).toEqual([8, 7]);
  });

  test.each([
    { email: 'other@example.com' },
    { emailVerified: true },
    { emailVerifiedAt: '2026-01-01T00:00:00.000Z' },
    { passwordHash: 'x' },
    { status: 'active' },
    { id: 'cus_01kagvrz8y0g2m4q6t8w0x2z4b' },
    { tags: ['vip'] },
  ])('does not let anyone set %j', async (body) => {
    const person = await signInPerson(shop.container);
    const before = await read(me, person);
    await patch(me, person, body).expect(400);
    expect((await read(me, person)).body).toEqual(before.body);
  });

  test('belongs to customers alone', async () => {
    const staff = await signInPerson(shop.container, { isCustomer: false });
    await read(me, staff).expect(403);
    await shop.api.get(me).expect(401);
    const unverified = await signInPerson(shop.container, { isVerified: false });
    expect((await read(me, unverified).expect(200)).body.data.emailVerified).toBe(false);
  });
});

describe('An address book', () => {
  test('keeps addresses as their country writes them, newest first', async () => {
    const person = await signInPerson(shop.container);
    const first = await saved(person);
    const british = { ...address, country: 'GB', region: null, postalCode: 'sw1a 1aa' };
    const second = await save(person, { address: british }).expect(201);
    expect(second.headers['location']).toBe(`${book}/${second.body.data.id}`);
    const { body } = await read(book, person).expect(200);
    expect(body.data.map(({ id }: { id: string }) => id)).toEqual([second.body.data.id, first.id]);
    expect(body.data[0].address.postalCode).toBe('SW1A 1AA');
    const { postalCode: _, ...incomplete } = address;
    const refused = await save(person, { address: incomplete }).expect(400);
    expect(refused.body.errors).toMatchObject([{ path: 'address.postalCode' }]);
  });

  test('has one default of each kind, also when many become it at once', async () => {
    const person = await signInPerson(shop.container);
    const first = await saved(person, { isDefaultShipping: true, isDefaultBilling: true });
    const second = await saved(person, { isDefaultShipping: true });
    expect(await defaultsOf(person)).toEqual({ shipping: [second.id], billing: [first.id] });
    const entries = await Promise.all(Array.from({ length: 6 }, () => saved(person)));
    const answers = await Promise.all(
      entries.map(({ id }) => patch(`${book}/${id}`, person, { isDefaultBilling: true })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
    expect((await defaultsOf(person)).billing).toHaveLength(1);
    await patch(`${book}/${second.id}`, person, { isDefaultShipping: false }).expect(200);
    expect((await defaultsOf(person)).shipping).toEqual([]);
  });

  test('holds at most 50 addresses, also in a race', async () => {
    const person = await signInPerson(shop.container);
    const answers = await Promise.all(Array.from({ length: 55 }, () => save(person)));
    const refused = answers.filter(({ status }) => status === 422);
    expect(refused.map(({ body }) => body.code)).toEqual(Array(5).fill('address_limit_exceeded'));
    const [{ id }] = (await read(book, person)).body.data as [{ id: string }];
    await remove(id, person).expect(200);
    await save(person).expect(201);
    expect((await read(book, person)).body.data).toHaveLength(50);
  });

  test('is changed only as it was read, with If-Match', async () => {
    const person = await signInPerson(shop.container);
    const { id } = await saved(person);
    const path = `${book}/${id}`;
    const condition = { 'If-Match': (await read(path, person)).headers['etag'] ?? '' };
    const moved = { ...address, line1: '1 New Street' };
    await patch(path, person, { address: moved }, condition).expect(200);
    await patch(path, person, { address }, condition).expect(412);
    const stale = { ...person.as, ...condition };
    await shop.api.delete(path).set(stale).expect(412);
    expect((await read(path, person)).body.data.address.line1).toBe('1 New Street');
  });

  test("of someone else does not exist, not even under an entry's id", async () => {
    const [owner, stranger] = [
      await signInPerson(shop.container),
      await signInPerson(shop.container),
    ];
    const { id } = await saved(owner, { isDefaultShipping: true });
    const path = `${book}/${id}`;
    await read(path, stranger).expect(404);
    await patch(path, stranger, { isDefaultShipping: false }).expect(404);
    await remove(id, stranger).expect(404);
    expect((await read(book, stranger)).body.data).toEqual([]);
    expect((await defaultsOf(owner)).shipping).toEqual([id]);
    expect((await remove(id, owner).expect(200)).body.data.id).toBe(id);
    await remove(id, owner).expect(404);
  });

  test('waits until the address of its owner is proved', async () => {
    const unverified = await signInPerson(shop.container, { isVerified: false });
    expect((await save(unverified).expect(403)).body.code).toBe('email_not_verified');
    await read(book, unverified).expect(403);
  });
});
