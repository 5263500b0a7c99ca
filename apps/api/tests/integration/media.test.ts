import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { deriveImage } from '../../src/jobs/media.derive.handler.ts';
import { PermanentJobError } from '../../src/jobs/permanentJobError.ts';
import { createMediaService } from '../../src/services/media.service.ts';
import { createWorkerService, type WorkerService } from '../../src/services/worker.service.ts';
import { openImportShop, summary, type ImportShop } from '../helpers/importShop.ts';

let shop: ImportShop;
let folder: string;
let worker: WorkerService;
/** The payloads of the jobs that were queued. */
let queued: unknown[];

interface ImageRow {
  storage_key: string | null;
  width: number | null;
  height: number | null;
  file_id: string | null;
  /** Whether the row was rewritten. */
  xmin: string;
}

beforeAll(async () => {
  shop = await openImportShop();
  folder = await mkdtemp(path.join(tmpdir(), 'media-'));
  worker = createWorkerService({ maxThreads: 1 });
});

afterAll(async () => {
  await worker.close();
  await shop.close();
  await rm(folder, { recursive: true });
});

beforeEach(async () => {
  queued = [];
  await shop.select('DELETE FROM products');
  await shop.select('DELETE FROM files');
});

async function addImage(storageKey: string | null, id = 'img_1'): Promise<void> {
  await shop.select(
    `INSERT INTO products (id, handle, title) VALUES ('prod_1', 'tee', 'Tee') ON CONFLICT DO NOTHING`,
  );
  await shop.select(
    `INSERT INTO product_images (id, product_id, position, source, storage_key)
     VALUES ($1, 'prod_1', 1, $1 || '.png', $2)`,
    [id, storageKey],
  );
}

async function readImage(id = 'img_1'): Promise<ImageRow | undefined> {
  const [row] = await shop.select<ImageRow>(
    `SELECT storage_key, width, height, file_id, xmin::text FROM product_images WHERE id = $1`,
    [id],
  );
  return row;
}

/** Neither audited nor run: these tests call the job itself. */
const service = (storage = shop.storage) =>
  createMediaService({
    storage,
    worker,
    remoteFiles: () => Promise.reject(new Error('Nothing is fetched here')),
    audit: { record: () => Promise.resolve() },
    queue: {
      enqueue(_ctx, _job, payload) {
        queued.push(payload);
        return Promise.resolve('');
      },
    },
    cursorSecret: 'secret',
    workFolder: path.join(folder, 'work'),
  });

const derive = (imageId = 'img_1', media = service()) =>
  deriveImage(shop.ctx, { imageId }, { media });

function picture(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: '#2a6' } });
}
const store = async (bytes: Uint8Array | Promise<Uint8Array>, type = 'image/png') =>
  shop.storage.putContent(await bytes, type);

describe('media.derive of a picture that an import has stored', () => {
  test('makes a file of it, upright and without its EXIF data, and queues its smaller versions', async () => {
    const original = picture(400, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    await addImage(await store(original, 'image/jpeg'));
    await derive();
    const image = await readImage();
    expect(image).toMatchObject({ width: 200, height: 400, file_id: expect.any(String) });
    expect(queued).toEqual([{ fileId: image?.file_id }]);
    const file = await shop.storage.get(image?.storage_key ?? '');
    const metadata = file && (await sharp(await buffer(file.stream)).metadata());
    expect(metadata).toMatchObject({ format: 'jpeg', width: 200, height: 400 });
    expect([metadata?.exif, metadata?.orientation]).toEqual([undefined, undefined]);
  });

  test('repeating it changes nothing, so that no cache is invalidated', async () => {
    await addImage(await store(picture(50, 50).png().toBuffer()));
    await derive();
    const first = await readImage();
    await derive();
    expect(await readImage()).toEqual(first);
  });

  test('the same content in two pictures is one file', async () => {
    const key = await store(picture(51, 50).png().toBuffer());
    await addImage(key);
    await addImage(key, 'img_2');
    await derive();
    await derive('img_2');
    const first = await readImage();
    expect(first?.file_id).toEqual(expect.any(String));
    expect((await readImage('img_2'))?.file_id).toBe(first?.file_id);
  });

  test('leaves a picture that was replaced meanwhile', async () => {
    await addImage(await store(picture(52, 50).png().toBuffer()));
    const storage = {
      ...shop.storage,
      async get(key: string) {
        await shop.select(`UPDATE product_images SET storage_key = 'aa/other.png'`);
        return shop.storage.get(key);
      },
    };
    await derive('img_1', service(storage));
    expect(await readImage()).toMatchObject({ storage_key: 'aa/other.png', file_id: null });
  });

  test.each([
    ['is not a picture', () => Buffer.from('certainly not a picture')],
    ['is cut off', async () => (await picture(500, 500).png().toBuffer()).subarray(0, 200)],
    ['is an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9"/>')],
  ])('fails at once on a file that %s, and leaves the product unchanged', async (_name, bytes) => {
    await addImage(await store(await bytes()));
    const before = await readImage();
    const failing = derive();
    await expect(failing).rejects.toThrow(PermanentJobError);
    await expect(failing).rejects.toThrow(/\.png: \S/);
    expect(await readImage()).toEqual(before);
  });

  test('fails at once on a missing file', async () => {
    await addImage('aa/missing.png');
    await expect(derive()).rejects.toThrow(PermanentJobError);
    await expect(derive()).rejects.toThrow(/there is no such file/);
  });

  test('skips a picture that is only a link, and one that was deleted', async () => {
    await addImage(null);
    await derive();
    expect(await readImage()).toMatchObject({ file_id: null });
    await expect(derive('img_gone')).resolves.toBeUndefined();
  });

  test('is queued by the sweep for those that are no file yet, and for no others', async () => {
    await addImage(await store(picture(53, 50).png().toBuffer()));
    await derive();
    await addImage('aa/left.png', 'img_2');
    await addImage(null, 'img_3');
    queued = [];
    await service().sweep(shop.ctx);
    expect(queued).toEqual([{ imageId: 'img_2' }]);
  });

  test('importing the catalogue again changes nothing afterwards', async () => {
    await writeFile(path.join(folder, 'lamp.png'), await picture(54, 50).png().toBuffer());
    const csv = 'Handle,Title,Variant Price,Image Src\nlamp,Lamp,5.00,lamp.png\n';
    await shop.run(csv, { baseDir: folder });
    const [image] = await shop.select<{ id: string }>('SELECT id FROM product_images');
    await derive(image?.id);
    const before = await readImage(image?.id);
    expect(before?.file_id).toEqual(expect.any(String));
    expect(summary(await shop.run(csv, { baseDir: folder })).images).toBe('0+ 0~ 1=');
    expect(await readImage(image?.id)).toEqual(before);
  });
});
