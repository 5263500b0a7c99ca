import sharp from 'sharp';
import { newId } from '../../src/kernel/ids.ts';
import { StorageUnavailableError } from '../../src/ports/fileStoreErrors.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { signInPerson } from '../helpers/people.ts';
import { giveFile, pdf } from '../helpers/privateFiles.ts';
import { startS3Server, type S3Server } from '../helpers/s3Server.ts';
import { asStaff } from '../helpers/staff.ts';

const FILES = '/api/v1/admin/media/files';
const NAME = 'Angebot für Ada.pdf';
const ENCODED = "filename*=UTF-8''Angebot%20f%C3%BCr%20Ada.pdf";

let shop: TestApp;
let bucketShop: TestApp;
let bucket: S3Server;
beforeAll(async () => {
  bucket = await startS3Server();
  shop = await startTestApp({ RATE_LIMIT_MAX: '0', LOG_LEVEL: 'silent' });
  bucketShop = await startTestApp(bucket.env);
});
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  await Promise.all([shop.close(), bucketShop.close()]);
  await bucket.close();
});

const signIn = (options = {}) => signInPerson(shop.container, options);

/** Where a file is fetched, as someone with these headers learns it. */
async function downloadOf(
  id: string,
  { as = asStaff, at = shop }: { as?: Record<string, string>; at?: TestApp } = {},
) {
  const { body } = await at.api.get(`${FILES}/${id}/download`).set(as).expect(200);
  return body.data as { url: string; expiresAt: string };
}

/** The path of an address of the shop, whose public host no one answers. */
const pathOf = ({ url }: { url: string }) => new URL(url).pathname;
const fetchHere = (download: { url: string }, init?: RequestInit) =>
  fetch(shop.url + pathOf(download), init);

const entriesOf = (subject: string) =>
  shop.ctx.db.prisma.auditEntry.findMany({ where: { subject, action: 'file.download' } });

describe('Staff', () => {
  test('fetch a customer’s file by a signed address, for 5 minutes and under its name', async () => {
    const { id } = await giveFile(shop, await signIn(), { text: 'for Ada', name: NAME });
    const before = Date.now();
    const download = await downloadOf(id);
    expect(download.url).toMatch(/^http:\/\/shop\.test\/downloads\/files\/fdl_/);
    const lasts = Date.parse(download.expiresAt) - before;
    expect(lasts).toBeGreaterThan(299_000);
    expect(lasts).toBeLessThanOrEqual(300_000 + Date.now() - before);
    const answer = await fetchHere(download);
    expect([answer.status, await answer.text()]).toEqual([200, pdf('for Ada').toString()]);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(answer.headers.get('content-disposition')).toContain(ENCODED);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  });

  test('fetch what is for staff, and what is public, in the same way', async () => {
    const document = await giveFile(shop, undefined, { text: 'for staff' });
    expect(await (await fetchHere(await downloadOf(document.id))).text()).toBe(
      pdf('for staff').toString(),
    );
    const background = { r: 1, g: 2, b: 3 };
    const picture = await sharp({ create: { width: 4, height: 4, channels: 3, background } })
      .png()
      .toBuffer();
    const { body } = await shop.api
      .post(FILES)
      .set(asStaff)
      .attach('file', picture, 'tee.png')
      .expect(201);
    const answer = await fetchHere(await downloadOf(body.data.id as string));
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
      200,
      'attachment; filename=tee.png',
    ]);
  });

  test('leave an entry in the audit log for a customer’s file, and for no other', async () => {
    const person = await signIn();
    const { as, userId } = await signIn({ isCustomer: false, permissions: ['media:read'] });
    const theirs = await giveFile(shop, person, { name: 'diagnosis.pdf' });
    const other = await giveFile(shop);
    await downloadOf(theirs.id, { as });
    await downloadOf(other.id, { as });
    const [entry, ...more] = await entriesOf(theirs.id);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      actor: `staff:${userId}`,
      ip: '127.0.0.1',
      details: { customerId: person.customerId },
      before: null,
      after: null,
    });
    expect(JSON.stringify(entry)).not.toMatch(/diagnosis|fdl_/);
    expect(await entriesOf(other.id)).toEqual([]);
  });

  test('without media:read get no address, and neither does a customer', async () => {
    const person = await signIn();
    const { id } = await giveFile(shop, person);
    const clerk = await signIn({ isCustomer: false, permissions: ['media:write'] });
    for (const { as } of [clerk, person]) {
      await shop.api.get(`${FILES}/${id}/download`).set(as).expect(403);
    }
    await shop.api.get(`${FILES}/${id}/download`).expect(401);
    expect(await entriesOf(id)).toEqual([]);
  });

  test('get a 404 for a file that is deleted or was never there, and its address no longer works', async () => {
    const { id } = await giveFile(shop, await signIn());
    const download = await downloadOf(id);
    await shop.api.delete(`${FILES}/${id}`).set(asStaff).expect(200);
    for (const gone of [id, newId('file')]) {
      const { status, body } = await shop.api.get(`${FILES}/${gone}/download`).set(asStaff);
      expect([status, body.code]).toEqual([404, 'not_found']);
    }
    expect((await fetchHere(download)).status).toBe(404);
  });

  test('get a 503 and no entry while the storage signs no address', async () => {
    const { id } = await giveFile(shop, await signIn());
    const { storage } = shop.container.services;
    jest.spyOn(storage, 'presignGet').mockRejectedValue(new StorageUnavailableError('no key now'));
    const { status, body } = await shop.api.get(`${FILES}/${id}/download`).set(asStaff);
    expect([status, body.code]).toEqual([503, 'storage_unavailable']);
    expect(await entriesOf(id)).toEqual([]);
  });
});

describe('A signed address', () => {
  test('is for HEAD and parts of the file, too', async () => {
    const { id } = await giveFile(shop, await signIn(), { text: 'a part', name: NAME });
    const download = await downloadOf(id);
    const head = await fetchHere(download, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(head.headers.get('content-length')).toBe(String(pdf('a part').length));
    expect(head.headers.get('content-disposition')).toContain(ENCODED);
    const part = await fetchHere(download, { headers: { Range: 'bytes=0-3' } });
    expect([part.status, await part.text()]).toEqual([206, '%PDF']);
  });

  test('works until it expires, and not a moment longer', async () => {
    const { id } = await giveFile(shop, await signIn());
    const download = await downloadOf(id);
    const end = Date.parse(download.expiresAt);
    const clock = jest.spyOn(Date, 'now').mockReturnValue(end - 1);
    expect((await shop.api.head(pathOf(download))).status).toBe(200);
    clock.mockReturnValue(end + 1000);
    const { status, body } = await shop.api.get(pathOf(download));
    expect([status, body.code]).toEqual([403, 'forbidden']);
  });

  test('is refused with another signature, and with the file of another', async () => {
    const [one, other] = [await giveFile(shop), await giveFile(shop)];
    const [path, stranger] = [pathOf(await downloadOf(one.id)), pathOf(await downloadOf(other.id))];
    const last = path.at(-1) === 'a' ? 'b' : 'a';
    const mixed = `${stranger.slice(0, stranger.indexOf('.'))}${path.slice(path.indexOf('.'))}`;
    for (const forged of [`${path.slice(0, -1)}${last}`, mixed]) {
      expect((await shop.api.get(forged)).status).toBe(403);
    }
  });

  test('of a bucket gives the bytes under the name of the file, without asking the shop', async () => {
    const { customerId } = await signInPerson(bucketShop.container);
    const { id } = await giveFile(bucketShop, { customerId }, { text: 'in S3', name: NAME });
    const { url, expiresAt } = await downloadOf(id, { at: bucketShop });
    expect(url.startsWith(`${bucket.endpoint}/`)).toBe(true);
    expect(new URL(url).searchParams.get('X-Amz-Expires')).toBe('300');
    expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now());
    const answer = await fetch(url);
    expect([answer.status, await answer.text()]).toEqual([200, pdf('in S3').toString()]);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toContain(ENCODED);
  });
});
