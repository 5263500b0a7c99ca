import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { openDatabase, type Database } from '../../src/db/client.ts';
import { createLocalStorage } from '../../src/integrations/localStorage.ts';
import { deriveImage } from '../../src/jobs/media.derive.handler.ts';
import { PermanentJobError } from '../../src/jobs/permanentJobError.ts';
import { createMediaService, type Derivative } from '../../src/services/media.service.ts';
import { createStorageService, type StorageService } from '../../src/services/storage.service.ts';
import { createWorkerService, type WorkerService } from '../../src/services/worker.service.ts';
import { createContext } from '../../src/kernel/context.ts';
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts';

let testDatabase: TestDatabase;
let database: Database;
let folder: string;
let storage: StorageService;
let worker: WorkerService;

interface ImageRow {
  width: number | null;
  height: number | null;
  derivatives: Derivative[];
  /** Whether the row was rewritten. */
  xmin: string;
}

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase({ url: testDatabase.url, poolSize: 2 });
  folder = await mkdtemp(path.join(tmpdir(), 'media-'));
  storage = createStorageService(createLocalStorage({ folder }));
  worker = createWorkerService({ maxThreads: 1 });
});

afterAll(async () => {
  await worker.close();
  await database.close();
  await testDatabase.drop();
  await rm(folder, { recursive: true });
});

beforeEach(async () => {
  await database.pool.query('DELETE FROM products');
});

async function addImage(storageKey: string | null): Promise<void> {
  await database.pool.query(
    `INSERT INTO products (id, handle, title) VALUES ('prod_1', 'tee', 'Tee')`,
  );
  await database.pool.query(
    `INSERT INTO product_images (id, product_id, position, source, storage_key)
     VALUES ('img_1', 'prod_1', 1, 'tee.png', $1)`,
    [storageKey],
  );
}

async function readImage(): Promise<ImageRow | undefined> {
  const { rows } = await database.pool.query<ImageRow>(
    `SELECT width, height, derivatives, xmin::text FROM product_images WHERE id = 'img_1'`,
  );
  return rows[0];
}

/** Neither audited nor queued: these tests call the job itself. */
function service() {
  const nothing = { record: () => Promise.resolve(), enqueue: () => Promise.resolve('') };
  return createMediaService({
    storage,
    worker,
    remoteFiles: () => Promise.reject(new Error('not asked')),
    audit: nothing,
    queue: nothing,
    cursorSecret: 'secret',
    workFolder: path.join(folder, 'work'),
  });
}

function derive(imageId = 'img_1'): Promise<void> {
  const ctx = createContext(database, { kind: 'system', id: 'test' }, 'job_test');
  return deriveImage(ctx, { imageId }, { media: service() });
}

function picture(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: '#2a6' } });
}

describe('media.derive', () => {
  test('creates WebP pictures of the configured widths, never larger than the original', async () => {
    const original = await picture(900, 600).png().toBuffer();
    await addImage(await storage.putContent(original, 'image/png'));
    await derive();
    const image = await readImage();
    expect(image).toMatchObject({ width: 900, height: 600 });
    expect(image?.derivatives.map(({ width, height, format }) => [width, height, format])).toEqual([
      [320, 213, 'webp'],
      [640, 427, 'webp'],
      [900, 600, 'webp'],
    ]);
    const file = await storage.get(image?.derivatives[0]?.key ?? '');
    expect(file?.contentType).toBe('image/webp');
    const metadata = file && (await sharp(await buffer(file.stream)).metadata());
    expect(metadata).toMatchObject({ format: 'webp', width: 320, height: 213 });
  });

  test('rotates a picture upright and removes its EXIF data', async () => {
    const original = await picture(400, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    await addImage(await storage.putContent(original, 'image/jpeg'));
    await derive();
    const image = await readImage();
    expect(image).toMatchObject({ width: 200, height: 400 });
    expect(image?.derivatives).toMatchObject([{ width: 200, height: 400 }]);
    const file = await storage.get(image?.derivatives[0]?.key ?? '');
    const metadata = file && (await sharp(await buffer(file.stream)).metadata());
    expect([metadata?.exif, metadata?.orientation]).toEqual([undefined, undefined]);
  });

  test('repeating it changes nothing, so that no cache is invalidated', async () => {
    await addImage(await storage.putContent(await picture(50, 50).png().toBuffer(), 'image/png'));
    await derive();
    const first = await readImage();
    await derive();
    expect(await readImage()).toEqual(first);
    expect(first?.derivatives).toHaveLength(1);
  });

  test.each([
    ['is not a picture', () => Buffer.from('certainly not a picture')],
    ['is cut off', async () => (await picture(500, 500).png().toBuffer()).subarray(0, 200)],
  ])('fails at once on a file that %s, and leaves the product unchanged', async (_name, bytes) => {
    await addImage(await storage.putContent(await bytes(), 'image/png'));
    const before = await readImage();
    const failing = derive();
    await expect(failing).rejects.toThrow(PermanentJobError);
    await expect(failing).rejects.toThrow(/\.png: \S/);
    expect(await readImage()).toEqual(before);
  });

  test('fails at once on a missing file, and on one with too many pixels', async () => {
    await addImage('aa/missing.png');
    await expect(derive()).rejects.toThrow(/there is no such file/);
    const bomb = `<svg xmlns="http://www.w3.org/2000/svg" width="30000" height="30000"/>`;
    const key = await storage.putContent(Buffer.from(bomb), 'image/svg+xml');
    await database.pool.query('UPDATE product_images SET storage_key = $1', [key]);
    await expect(derive()).rejects.toThrow(/pixel limit/);
  });

  test('skips a picture that is only a link, and one that was deleted', async () => {
    await addImage(null);
    await derive();
    expect((await readImage())?.derivatives).toEqual([]);
    await expect(derive('img_gone')).resolves.toBeUndefined();
  });
});
