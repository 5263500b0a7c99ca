import { newId } from '../../src/kernel/ids.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { insertFile } from '../helpers/files.ts';
import { signInPerson } from '../helpers/people.ts';
import { eraseCustomer, giveFile, mergeCustomers, pdf } from '../helpers/privateFiles.ts';
import { asStaff } from '../helpers/staff.ts';

const FILES = '/api/v1/me/files';

let shop: TestApp;
beforeAll(async () => {
  shop = await startTestApp({ RATE_LIMIT_MAX: '0' });
});
afterAll(() => shop.close());

type Person = Awaited<ReturnType<typeof signInPerson>>;

const signIn = (options = {}) => signInPerson(shop.container, options);
const list = ({ as }: Pick<Person, 'as'>, query: object = {}) =>
  shop.api.get(FILES).query(query).set(as);
const idsOf = async (person: Pick<Person, 'as'>) => {
  const { body } = await list(person).expect(200);
  return (body.data as { id: string }[]).map(({ id }) => id);
};
const download = ({ as }: Pick<Person, 'as'>, id: string) =>
  shop.api.get(`${FILES}/${id}/download`).set(as);

/** What the address gives that a person gets for a file. */
async function fetchAs(person: Person, id: string): Promise<Response> {
  const { body } = await download(person, id).expect(200);
  return fetch(shop.url + new URL(body.data.url as string).pathname);
}

test('Customers list what the shop keeps for them, page by page, without what staff noted', async () => {
  const [person, stranger] = [await signIn(), await signIn()];
  const given = [];
  for (const name of ['first.pdf', 'second.pdf', 'Garantie für Ada.pdf']) {
    given.push(await giveFile(shop, person, { name, text: name }));
  }
  await giveFile(shop, stranger);
  await giveFile(shop);
  const [, second, third] = given;
  await shop.api
    .patch(`/api/v1/admin/media/files/${third?.id}`)
    .set(asStaff)
    .send({ alt: 'a note of staff' })
    .expect(200);
  const first = await list(person, { limit: 2 }).expect(200);
  expect(first.body.data).toEqual([
    {
      id: third?.id,
      kind: 'document',
      name: 'Garantie für Ada.pdf',
      contentType: 'application/pdf',
      bytes: pdf('Garantie für Ada.pdf').length,
      createdAt: expect.any(String),
    },
    expect.objectContaining({ id: second?.id }),
  ]);
  const { nextCursor: cursor, hasMore } = first.body.meta;
  expect(hasMore).toBe(true);
  const rest = await list(person, { limit: 2, cursor }).expect(200);
  expect(rest.body).toMatchObject({ data: [{ name: 'first.pdf' }], meta: { hasMore: false } });
  const elsewhere = await list(stranger, { limit: 2, cursor }).expect(400);
  expect(elsewhere.body.code).toBe('invalid_cursor');
});

test('Customers fetch their files under their names, and the audit log has no entry of it', async () => {
  const person = await signIn();
  const { id } = await giveFile(shop, person, { text: 'two years', name: 'Garantie.pdf' });
  const answer = await fetchAs(person, id);
  expect([answer.status, await answer.text()]).toEqual([200, pdf('two years').toString()]);
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename=Garantie.pdf');
  const where = { subject: id, action: 'file.download' };
  expect(await shop.ctx.db.prisma.auditEntry.count({ where })).toBe(0);
  expect((await download(person, id)).headers['cache-control']).toBe('private, no-store');
});

test('A file of someone else, of staff, a public, a deleted, an unfinished and an unknown one are one 404', async () => {
  const [person, stranger] = [await signIn(), await signIn()];
  const deleted = await giveFile(shop, person);
  await shop.api.delete(`/api/v1/admin/media/files/${deleted.id}`).set(asStaff).expect(200);
  const announced = await shop.api
    .post('/api/v1/admin/media/uploads')
    .set(asStaff)
    .send({
      name: 'offer.pdf',
      contentType: 'application/pdf',
      bytes: 10,
      visibility: 'customer',
      customerId: person.customerId,
    })
    .expect(201);
  const ids = [
    (await giveFile(shop, stranger)).id,
    (await giveFile(shop)).id,
    (await insertFile(shop.ctx)).id,
    deleted.id,
    String(announced.body.data.id).replace('upl_', 'file_'),
    newId('file'),
  ];
  const answers = await Promise.all(ids.map((id) => download(person, id)));
  const said = answers.map(({ status, body }) => [status, body.code, body.detail]);
  expect(said).toEqual(ids.map(() => [404, 'not_found', 'There is no such file.']));
  expect(await idsOf(person)).toEqual([]);
});

test('Guests are asked to sign in, and staff who are no customers and machines are refused', async () => {
  const { id } = await giveFile(shop, await signIn());
  const clerk = await signIn({ isCustomer: false, permissions: ['media:read'] });
  for (const path of [FILES, `${FILES}/${id}/download`]) {
    const answers = [
      await shop.api.get(path),
      await shop.api.get(path).set(clerk.as),
      await shop.api.get(path).set(asStaff),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 403, 403]);
  }
});

test('Files are not shown before the address is proved, since a stranger may have registered with it', async () => {
  const person = await signIn({ isVerified: false });
  const { id } = await giveFile(shop, person);
  for (const refused of [await list(person), await download(person, id)]) {
    expect([refused.status, refused.body.code]).toEqual([403, 'email_not_verified']);
  }
  await shop.api.get(`/api/v1/admin/media/files/${id}/download`).set(asStaff).expect(200);
});

test('After a merge the survivor has the files of both, and the other session has none', async () => {
  const [survivor, loser] = [await signIn(), await signIn()];
  const kept = await giveFile(shop, survivor);
  const moved = await giveFile(shop, loser, { text: 'moved' });
  expect(await idsOf(loser)).toEqual([moved.id]);
  await mergeCustomers(shop, survivor, loser);
  expect(await idsOf(survivor)).toEqual([moved.id, kept.id]);
  expect(await (await fetchAs(survivor, moved.id)).text()).toBe(pdf('moved').toString());
  const refused = [await list(loser), await download(loser, moved.id)];
  expect(refused.map(({ status }) => status)).toEqual([401, 401]);
});

test('After an erasure there is no file, no address for staff, and nothing personal in the audit log', async () => {
  const person = await signIn();
  const { id } = await giveFile(shop, person);
  const path = `/api/v1/admin/media/files/${id}/download`;
  await shop.api.get(path).set(asStaff).expect(200);
  await eraseCustomer(shop, person);
  expect((await list(person)).status).toBe(401);
  expect((await download(person, id)).status).toBe(401);
  await shop.api.get(path).set(asStaff).expect(404);
  const { customerId } = person;
  expect(await shop.ctx.db.prisma.file.count({ where: { customerId } })).toBe(0);
  const where = { subject: id, action: 'file.download' };
  expect(await shop.ctx.db.prisma.auditEntry.findMany({ where })).toMatchObject([
    { details: {}, ip: null },
  ]);
});
