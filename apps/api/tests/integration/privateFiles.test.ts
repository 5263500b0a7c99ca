import { buffer } from 'node:stream/consumers';
import { removeObjects } from '../../src/jobs/media.remove.handler.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { signInPerson } from '../helpers/people.ts';
import { eraseCustomer, giveFile, mergeCustomers, pdf } from '../helpers/privateFiles.ts';
import { asStaff } from '../helpers/staff.ts';
import { unzip } from '../helpers/unzip.ts';

let shop: TestApp;

beforeAll(async () => {
  shop = await startTestApp({ RATE_LIMIT_MAX: '0' });
});
afterAll(() => shop.close());

type Person = Awaited<ReturnType<typeof signInPerson>>;

const prisma = () => shop.ctx.db.prisma;
const storage = () => shop.container.services.storage;
const give = (person: Person, given?: Parameters<typeof giveFile>[2]) =>
  giveFile(shop, person, given);

/** Announces a document for a customer and brings its bytes. @returns the upload's id and its place. */
async function bring({ customerId }: Person, text: string) {
  const bytes = pdf(text);
  const { body } = await shop.api
    .post('/api/v1/admin/media/uploads')
    .set(asStaff)
    .send({
      name: 'offer.pdf',
      contentType: 'application/pdf',
      bytes: bytes.length,
      visibility: 'customer',
      customerId,
    })
    .expect(201);
  const id: string = body.data.id;
  const { storageKey } = await prisma().upload.findUniqueOrThrow({ where: { id } });
  await storage().put(storageKey, bytes, 'application/pdf');
  return { id, storageKey };
}

const merge = (survivor: Person, loser: Person) => mergeCustomers(shop, survivor, loser);
const erase = (person: Person) => eraseCustomer(shop, person);

/** Runs the jobs that delete objects, as a worker does. @returns the keys that they were to delete. */
async function removeQueued(): Promise<string[]> {
  const { rows } = await shop.container.database.pool.query<{ payload: { keys: string[] } }>(
    `WITH due AS (
       SELECT j.id, j.payload FROM graphile_worker._private_jobs j
       JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = 'media.remove'
     ), done AS (DELETE FROM graphile_worker._private_jobs WHERE id IN (SELECT id FROM due))
     SELECT payload FROM due`,
  );
  for (const { payload } of rows) await removeObjects(shop.ctx, payload, { storage: storage() });
  return rows.flatMap(({ payload }) => payload.keys);
}

/** The zip of a person's export. */
async function exportOf({ as }: Person): Promise<Record<string, string>> {
  const { body } = await shop.api.post('/api/v1/me/data-export').set(as).expect(202);
  const { id } = body.data as { id: string };
  await shop.container.services.dataRequests.buildExport(shop.ctx, id);
  const { fileKey } = await prisma().dataRequest.findUniqueOrThrow({ where: { id } });
  const file = await storage().get(fileKey ?? '');
  if (!file) throw new Error('There is no export');
  return unzip(await buffer(file.stream));
}

const people = async () =>
  [await signInPerson(shop.container), await signInPerson(shop.container)] as const;

describe('A merge', () => {
  test('gives the files to the survivor, one of the same content once, and its upload leads there', async () => {
    const [survivor, loser] = await people();
    const kept = await give(survivor, { text: 'both have this' });
    const doubled = await give(loser, { text: 'both have this' });
    const moved = await give(loser);
    const { id: uploadId } = await bring(loser, 'both have this');
    await shop.api
      .post(`/api/v1/admin/media/uploads/${uploadId}/finalize`)
      .set(asStaff)
      .expect(200);
    await merge(survivor, loser);
    const files = await prisma().file.findMany({
      where: { customerId: { in: [survivor.customerId ?? '', loser.customerId ?? ''] } },
      orderBy: { id: 'asc' },
      select: { id: true, customerId: true },
    });
    const { customerId } = survivor;
    expect(files).toEqual([
      { id: kept.id, customerId },
      { id: moved.id, customerId },
    ]);
    expect(await prisma().upload.findUnique({ where: { id: uploadId } })).toMatchObject({
      customerId,
      fileId: kept.id,
    });
    expect(await removeQueued()).toEqual([doubled.storageKey]);
    expect(await storage().head(doubled.storageKey)).toBeNull();
    expect(await storage().head(kept.storageKey)).not.toBeNull();
    expect(await storage().head(moved.storageKey)).not.toBeNull();
  });
});

describe('An erasure', () => {
  test('deletes files and uploads with their bytes, of those who were merged too, and no one else’s', async () => {
    const [person, duplicate] = await people();
    const [other] = await people();
    const kept = await give(other, { text: 'theirs' });
    const gone = [
      await give(person, { name: 'diagnosis-of-ada.pdf' }),
      await give(duplicate),
      await bring(person, 'not finalized'),
    ];
    const signed = await shop.api
      .get(`/api/v1/me/files/${gone[0]?.id}/download`)
      .set(person.as)
      .expect(200);
    const { pathname } = new URL(signed.body.data.url as string);
    await shop.api.get(pathname).expect(200);
    const deleted = await give(person, { name: 'diagnosis-of-eve.pdf' });
    await shop.api.delete(`/api/v1/admin/media/files/${deleted.id}`).set(asStaff).expect(200);
    await merge(person, duplicate);
    await erase(person);
    const ids = gone.map(({ id }) => id);
    expect(await prisma().file.count({ where: { id: { in: ids } } })).toBe(0);
    expect(await prisma().upload.count({ where: { id: { in: ids } } })).toBe(0);
    const keys = gone.map(({ storageKey }) => storageKey);
    expect((await removeQueued()).toSorted()).toEqual(keys.toSorted());
    for (const key of keys) expect(await storage().head(key)).toBeNull();
    const { status, headers } = await shop.api.get(pathname);
    expect([status, headers['content-disposition']]).toEqual([404, undefined]);
    expect(await storage().head(kept.storageKey)).not.toBeNull();
    const { rows } = await shop.container.database.pool.query(
      `SELECT id FROM audit_entries WHERE (before::text || after::text || details::text) ~ 'diagnosis-of'`,
    );
    expect(rows).toEqual([]);
  });
});

describe('An export', () => {
  test('has the files and what is known of them, and names one that the storage has lost', async () => {
    const [person, other] = await people();
    await give(other, { text: 'of another' });
    const first = await give(person, { text: 'the first', name: 'Angebot für Ada.pdf' });
    const lost = await give(person, { name: 'lost.pdf' });
    const last = await give(person, { text: 'the last', name: 'last.pdf' });
    await storage().remove(lost.storageKey);
    const files = await exportOf(person);
    const place = `files/${first.id}-Angebot für Ada.pdf`;
    expect(files[place]).toBe(pdf('the first').toString());
    expect(files[`files/${last.id}-last.pdf`]).toBe(pdf('the last').toString());
    const lines = (files['files.ndjson'] ?? '').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      {
        id: first.id,
        name: 'Angebot für Ada.pdf',
        type: 'application/pdf',
        bytes: pdf('the first').length,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        createdAt: expect.any(String),
        file: place,
      },
      { id: lost.id },
      { id: last.id },
    ]);
    expect(JSON.parse(files['files-missing.ndjson'] ?? '')).toEqual({
      id: lost.id,
      name: 'lost.pdf',
    });
    expect(Object.keys(files).filter((name) => name.startsWith('files/'))).toHaveLength(2);
  });
});
