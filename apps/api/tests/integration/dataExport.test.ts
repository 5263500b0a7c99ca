import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { newId } from '../../src/kernel/ids.ts';
import { loadContent } from '../../src/mails/registry.ts';
import { StorageUnavailableError } from '../../src/ports/fileStoreErrors.ts';
import { createVariant } from '../helpers/carts.ts';
import { signInPerson } from '../helpers/people.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { asStaff } from '../helpers/staff.ts';
import { unzip } from '../helpers/unzip.ts';

let shop: SalesApp;
let variantId: string;

beforeAll(async () => {
  shop = await startSalesApp();
  variantId = await createVariant(shop, { stock: 100 });
});

afterAll(() => shop.close());

type Person = Awaited<ReturnType<typeof signInPerson>>;

const service = () => shop.container.services.dataRequests;
const ask = ({ as }: Pick<Person, 'as'>) => shop.api.post('/api/v1/me/data-export').set(as);
const read = ({ as }: Pick<Person, 'as'>, id: string) =>
  shop.api.get(`/api/v1/me/data-export/${id}`).set(as);
const fetchFile = (url: string) =>
  shop.api
    .get(new URL(url).pathname)
    .buffer(true)
    .parse((res, done) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () => done(null, Buffer.concat(chunks)));
    });
const storedFiles = async () =>
  readdir(path.join(shop.container.config.dataDir, 'files/private/exports')).catch(() => []);
const linesOf = (file = '') =>
  file
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** The token in the mail's link. */
async function mailedToken(requestId: string): Promise<string> {
  const content = await loadContent('dataExport.ready');
  const draft = await content.prepare(shop.ctx, { requestId });
  let url = '';
  draft?.write({
    language: 'en',
    format: (message: string) => message,
    date: () => '',
    accountPage: (action: string, token: string) => (url = `${action} ${token}`),
    exportToken: service().linkTokenOf,
  } as unknown as Parameters<typeof draft.write>[0]);
  return url.split(' ')[1] ?? '';
}

async function readyExport(person: Person) {
  const { body } = await ask(person).expect(202);
  const id: string = body.data.id;
  await service().buildExport(shop.ctx, id);
  return id;
}

test('an export has the profile, the orders with their lines, and no secret', async () => {
  const person = await signInPerson(shop.container, { email: 'export.one@example.com' });
  await shop.ctx.db.prisma.user.update({
    where: { id: person.userId },
    data: { firstName: 'Ada', passwordHash: 'not-for-export' },
  });
  const { body: cart } = await shop.api
    .post('/api/v1/carts')
    .set(person.as)
    .send({ items: [{ variantId, quantity: 3 }] })
    .expect(201);
  await shop.api
    .patch(`/api/v1/carts/${cart.data.id}`)
    .set(person.as)
    .send({
      email: 'export.one@example.com',
      shippingOptionId: shop.shippingOptionId,
      shippingAddress: {
        firstName: 'Ada',
        lastName: 'Lovelace',
        line1: '12 Analytical Row',
        city: 'Portland',
        region: 'OR',
        postalCode: '97201',
        country: 'US',
      },
    })
    .expect(200);
  const { body: sale } = await shop.api
    .post(`/api/v1/carts/${cart.data.id}/checkout`)
    .set({ ...person.as, 'Idempotency-Key': newId('request') })
    .send({ paymentProvider: 'manual' })
    .expect(201);
  const id = await readyExport(person);
  const { body } = await read(person, id).expect(200);
  expect(body.data).toMatchObject({ state: 'done', download: { url: expect.any(String) } });
  const answer = await fetchFile(body.data.download.url).expect(200);
  expect(answer.headers).toMatchObject({
    'content-type': 'application/zip',
    'content-disposition': 'attachment; filename="my-data.zip"',
    'cache-control': 'no-store',
  });
  expect((answer.body as Buffer).length).toBe(body.data.bytes);
  const files = unzip(answer.body as Buffer);
  expect(linesOf(files['profile.ndjson'])).toMatchObject([
    { id: person.userId, first_name: 'Ada', email: 'export.one@example.com' },
  ]);
  expect(linesOf(files['orders.ndjson'])).toMatchObject([
    {
      id: sale.data.order.id,
      shipping_address: { line1: '12 Analytical Row' },
      items: [{ variant_id: variantId, quantity: 3 }],
      history: [{ to_state: expect.any(String) }, expect.anything()],
    },
  ]);
  const all = Object.values(files).join('');
  expect(all).not.toMatch(/not-for-export|token_hash|client_secret|password_hash/);
});

test('five that ask at the same time get one request, one job and one file (case 14)', async () => {
  const person = await signInPerson(shop.container);
  const before = (await storedFiles()).length;
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => ask(person).expect(202)));
  const ids = new Set(answers.map(({ body }) => body.data.id as string));
  expect(ids.size).toBe(1);
  const [id = ''] = ids;
  const { rows } = await shop.container.database.pool.query(
    `SELECT FROM graphile_worker._private_jobs WHERE payload ->> 'requestId' = $1`,
    [id],
  );
  expect(rows).toHaveLength(1);
  // A job may run twice at the same time, too.
  await Promise.all([1, 2].map(() => service().buildExport(shop.ctx, id)));
  expect((await storedFiles()).length).toBe(before + 1);
  const { body } = await ask(person).expect(202);
  expect(body.data.id).toBe(id);
});

test('the link of the mail opens the export for 7 days; then it is dead and the file deleted (case 14)', async () => {
  const person = await signInPerson(shop.container);
  const id = await readyExport(person);
  const token = await mailedToken(id);
  const open = (given: string) => shop.api.post('/api/v1/data-exports/open').send({ token: given });
  const { body } = await open(token).expect(200);
  await fetchFile(body.data.url).expect(200);
  await open(`${token.slice(0, -1)}_`).expect(404);
  // The short token of a download opens nothing else, nor does the mail's download.
  await open(new URL(body.data.url).pathname.split('/').at(-1) ?? '').expect(404);
  await shop.api.get(`/downloads/data-exports/${token}`).expect(404);
  const { fileKey } = await shop.ctx.db.prisma.dataRequest.findUniqueOrThrow({ where: { id } });
  await shop.api.get(`/media/${fileKey}`).expect(404);

  await service().purgeExports(shop.ctx);
  await fetchFile(body.data.url).expect(200);
  await shop.ctx.db.prisma.dataRequest.update({
    where: { id },
    data: { expiresAt: new Date(Date.now() - 1000), finishedAt: new Date(0) },
  });
  await open(token).expect(404);
  await shop.api.get(new URL(body.data.url).pathname).expect(404);
  const before = (await storedFiles()).length;
  await service().purgeExports(shop.ctx);
  expect((await storedFiles()).length).toBe(before - 1);
  const { body: later } = await read(person, id).expect(200);
  expect(later.data).toMatchObject({ state: 'expired', download: null });
});

test('an export whose storage fails before the first byte is a 503, and is fetched once it works', async () => {
  const person = await signInPerson(shop.container);
  const { body } = await read(person, await readyExport(person)).expect(200);
  const { url } = body.data.download as { url: string };
  const failing = async function* () {
    yield* [] as Buffer[];
    throw new StorageUnavailableError('The bucket cannot be used now');
  };
  const spy = jest.spyOn(shop.container.services.storage, 'get').mockImplementation(async () => ({
    stream: Readable.from(failing()),
    contentType: 'application/zip',
    size: 100,
    modifiedAt: new Date(),
  }));
  const { status, body: problem, headers } = await shop.api.get(new URL(url).pathname);
  spy.mockRestore();
  expect([status, problem.code]).toEqual([503, 'storage_unavailable']);
  expect(headers['content-disposition']).toBeUndefined();
  await fetchFile(url).expect(200);
});

test('an export is the customer’s alone, and needs a proved address', async () => {
  const person = await signInPerson(shop.container);
  const other = await signInPerson(shop.container);
  const id = await readyExport(person);
  await read(other, id).expect(404);
  const { body } = await ask(await signInPerson(shop.container, { isVerified: false })).expect(403);
  expect(body.code).toBe('email_not_verified');
  await shop.api.post('/api/v1/me/data-export').expect(401);
});

test('staff have a link sent to the customer, and get none', async () => {
  const person = await signInPerson(shop.container);
  const { body } = await shop.api
    .post(`/api/v1/admin/customers/${person.customerId}/data-export`)
    .set(asStaff)
    .send({ reason: 'asked by phone' })
    .expect(202);
  expect(body.data).not.toHaveProperty('download');
  await service().buildExport(shop.ctx, body.data.id);
  const { prisma } = shop.ctx.db;
  const mails = await prisma.event.findMany({
    where: { type: 'dataExport.ready', payload: { path: ['requestId'], equals: body.data.id } },
  });
  expect(mails).toHaveLength(1);
  const entry = await prisma.auditEntry.findFirst({ where: { subject: person.customerId } });
  expect(entry).toMatchObject({ action: 'customer.export', reason: 'asked by phone' });
});

test('the page of a link does nothing before its button is pressed', async () => {
  const { text, headers } = await shop.api.get('/account/data-export').expect(200);
  expect(text).toContain('data-call="/data-exports/open"');
  expect(headers['content-security-policy']).toMatch(
    /script-src 'sha256-[^']+'; connect-src 'self'/,
  );
  await shop.api.get('/account/unknown').expect(404);
});

test('staff list the requests of all customers, by kind and state, a page at a time', async () => {
  const ids: string[] = [];
  for (const state of ['done', 'refused', 'done']) {
    const { customerId } = await signInPerson(shop.container);
    const id = newId('dataRequest');
    const kind = 'erasure';
    const data = { id, kind, customerId, state, requestedBy: 'customer' };
    await shop.ctx.db.prisma.dataRequest.create({ data });
    ids.unshift(id);
  }
  const list = async (query: object) => {
    const answer = await shop.api.get('/api/v1/admin/data-requests').query(query).set(asStaff);
    return answer.body as {
      data: { id: string; customerId: string }[];
      meta: { nextCursor: string };
    };
  };
  const idsOf = ({ data }: { data: { id: string }[] }) => data.map(({ id }) => id);
  expect(idsOf(await list({ kind: 'erasure' }))).toEqual(ids);
  expect(idsOf(await list({ kind: 'erasure', state: 'refused' }))).toEqual([ids[1]]);
  expect(idsOf(await list({ kind: 'export' }))).not.toEqual(expect.arrayContaining(ids));
  const first = await list({ kind: 'erasure', limit: 2 });
  const rest = await list({ kind: 'erasure', limit: 2, cursor: first.meta.nextCursor });
  expect([...idsOf(first), ...idsOf(rest)]).toEqual(ids);
  const { as } = await signInPerson(shop.container, { permissions: ['customers:read'] });
  const refused = await shop.api.get('/api/v1/admin/data-requests').set(as);
  expect(refused.status).toBe(403);
});
