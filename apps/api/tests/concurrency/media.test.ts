import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { errorCode } from '../../src/utils/errorCode.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { createProduct } from '../helpers/catalog.ts';
import { asStaff } from '../helpers/staff.ts';
import { bringUpload } from '../helpers/uploads.ts';

jest.setTimeout(60_000);

const ADMIN = '/api/v1/admin/media';
const ROUNDS = 10;
let shop: TestApp;

beforeAll(async () => {
  shop = await startTestApp({ RATE_LIMIT_MAX: '0' });
});
afterAll(() => shop.close());

/** Each unlike the others, so that no two are one file. */
let shade = 0;
const png = () => {
  const background = { r: (shade += 1), g: 90, b: 30 };
  return sharp({ create: { width: 16, height: 12, channels: 3, background } })
    .png()
    .toBuffer();
};

const send = (bytes: Uint8Array) =>
  shop.api.post(`${ADMIN}/files`).set(asStaff).attach('file', Buffer.from(bytes), 'a.png');
const finalize = (id: string) => shop.api.post(`${ADMIN}/uploads/${id}/finalize`).set(asStaff);
const purge = () => shop.container.services.media.purge(shop.ctx);
const isThere = async (id: string) => (await shop.ctx.db.prisma.file.count({ where: { id } })) > 0;

/** A picture that the next purge deletes. */
async function oldFile(bytes: Uint8Array): Promise<string> {
  const { body } = await send(bytes).expect(201);
  const id = body.data.id as string;
  const updatedAt = new Date(Date.now() - 25 * 3_600_000);
  await shop.ctx.db.prisma.file.update({ where: { id }, data: { updatedAt } });
  return id;
}

/** Has a product show a file. @returns whether the file was still there. */
async function refer(productId: string, fileId: string): Promise<boolean> {
  const id = `img_${randomUUID()}`;
  const sql = `INSERT INTO product_images (id, product_id, position, source, file_id) VALUES ($1, $2, 1, $1, $3)`;
  try {
    await shop.container.database.pool.query(sql, [id, productId, fileId]);
    return true;
  } catch (error) {
    // A trigger copies what it does not find, or the foreign key has no row.
    if (['23502', '23503'].includes(String(errorCode(error)))) return false;
    throw error;
  }
}

/** Every row has its object, and what losers of a race have stored is gone. */
async function expectObjectsAsRows(): Promise<void> {
  const keys: string[] = [];
  for await (const { key } of shop.container.services.storage.list('media/')) keys.push(key);
  const rows = await shop.ctx.db.prisma.file.findMany({ select: { storageKey: true } });
  expect(keys.sort()).toEqual(rows.map(({ storageKey }) => storageKey).sort());
}

test('twenty that finalize one upload at once get one file', async () => {
  const before = await shop.ctx.db.prisma.file.count();
  const id = await bringUpload(shop, await png());
  const answers = await Promise.all(Array.from({ length: 20 }, () => finalize(id)));
  const statuses = answers.map(({ status }) => status).sort((a, b) => a - b);
  expect(statuses).toEqual([...Array<number>(19).fill(200), 201]);
  expect(new Set(answers.map(({ body }) => body.data.id)).size).toBe(1);
  expect(await shop.ctx.db.prisma.file.count()).toBe(before + 1);
  await expectObjectsAsRows();
});

test('the same bytes by form and by uploads at once are one file', async () => {
  const before = await shop.ctx.db.prisma.file.count();
  const bytes = await png();
  const uploads = await Promise.all(Array.from({ length: 6 }, () => bringUpload(shop, bytes)));
  const answers = await Promise.all([
    ...uploads.map((id) => finalize(id)),
    ...uploads.map(() => send(bytes)),
  ]);
  const statuses = answers.map(({ status }) => status).sort((a, b) => a - b);
  expect(statuses).toEqual([...Array<number>(11).fill(200), 201]);
  expect(new Set(answers.map(({ body }) => body.data.id)).size).toBe(1);
  expect(await shop.ctx.db.prisma.file.count()).toBe(before + 1);
  await expectObjectsAsRows();
});

test('a picture that is sent once more while it is purged is there afterwards', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const bytes = await png();
    await oldFile(bytes);
    const [{ status, body }] = await Promise.all([send(bytes), purge()]);
    expect([200, 201]).toContain(status);
    expect(await isThere(body.data.id)).toBe(true);
  }
  await expectObjectsAsRows();
});

test('a picture of a product never is a file that the purge has deleted', async () => {
  const { id: product } = await createProduct(shop.ctx);
  const outcomes: boolean[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const ids: string[] = [];
    for (let count = 0; count < 4; count++) ids.push(await oldFile(await png()));
    const attached = ids.map(async (id) => ({ id, isAttached: await refer(product, id) }));
    const [found] = await Promise.all([Promise.all(attached), purge(), purge()]);
    for (const { id, isAttached } of found) {
      expect(await isThere(id)).toBe(isAttached);
      outcomes.push(isAttached);
    }
  }
  expect(outcomes).toHaveLength(4 * ROUNDS);
  await expectObjectsAsRows();
});

test.each(['NO ACTION', 'RESTRICT'])(
  'the purge deletes the others where something that it does not know of refers to one, ON DELETE %s',
  async (action) => {
    const ids: string[] = [];
    for (let count = 0; count < 4; count++) ids.push(await oldFile(await png()));
    const [, held = ''] = ids;
    const { pool } = shop.container.database;
    await pool.query(`CREATE TABLE holders (file_id text REFERENCES files ON DELETE ${action})`);
    await pool.query('INSERT INTO holders VALUES ($1)', [held]);
    await purge();
    const remain = await Promise.all(ids.map(isThere));
    expect(remain).toEqual([false, true, false, false]);
    await pool.query('DROP TABLE holders');
    await purge();
    expect(await isThere(held)).toBe(false);
    await expectObjectsAsRows();
  },
);
