import { rm, truncate } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { demo } from '../../src/config/demo.ts';
import { createS3Storage } from '../../src/integrations/s3.ts';
import { StorageUnavailableError } from '../../src/ports/fileStoreErrors.ts';
import { createDoctorService, type FilesProgress } from '../../src/services/doctor.service.ts';
import { createStorageService, type StorageService } from '../../src/services/storage.service.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { createProduct } from '../helpers/catalog.ts';
import { runEntry } from '../helpers/entry.ts';
import { insertFile } from '../helpers/files.ts';
import { s3ConfigOf, startS3Server } from '../helpers/s3Server.ts';
import { asStaff } from '../helpers/staff.ts';

jest.setTimeout(60_000);

let shop: TestApp;
/** Pictures with smaller versions, in the order of their ids. */
let ids: string[];

beforeAll(async () => {
  shop = await startTestApp({ RATE_LIMIT_MAX: '0', LOG_LEVEL: 'silent' });
});
beforeEach(async () => {
  ids = [await addPicture(), await addPicture(), await addPicture()];
});
afterEach(async () => {
  jest.restoreAllMocks();
  const { prisma } = shop.ctx.db;
  await prisma.productImage.deleteMany();
  await prisma.file.deleteMany();
});
afterAll(() => shop.close());

let shade = 0;
async function addPicture(): Promise<string> {
  const background = { r: (shade += 1), g: 20, b: 200 };
  const png = sharp({ create: { width: 40, height: 30, channels: 3, background } }).png();
  const sent = shop.api.post('/api/v1/admin/media/files').set(asStaff);
  const { body } = await sent.attach('file', await png.toBuffer(), 'a.png').expect(201);
  await shop.container.services.media.deriveFile(shop.ctx, body.data.id);
  return body.data.id as string;
}

const rowOf = (id = '') => shop.ctx.db.prisma.file.findUniqueOrThrow({ where: { id } });
const keyOf = async (id?: string) => (await rowOf(id)).storageKey;
const derivativesOf = async (id?: string) => (await rowOf(id)).derivatives as { key: string }[];
const onDisk = (key: string) => path.join(shop.container.config.dataDir, 'files', key);
const examine = () => shop.container.services.doctor.examineFiles(shop.ctx);

/** A doctor that asks another storage. */
const doctorOf = (storage: Pick<StorageService, 'head'>) =>
  createDoctorService({ audit: shop.container.services.audit, storage });

/** The same storage, before whose first answer something happens. */
function storageThat(happens: () => Promise<unknown>): Pick<StorageService, 'head'> {
  const { storage } = shop.container.services;
  let first: Promise<unknown> | undefined;
  return {
    async head(key) {
      await (first ??= happens());
      return storage.head(key);
    },
  };
}

describe('The examination of files', () => {
  test('finds each file, smaller version, stored picture, report and data export', async () => {
    const { storage } = shop.container.services;
    const stored = await storage.putContent(Buffer.from('picture'), 'image/png');
    const { imageIds } = await createProduct(shop.ctx, { images: [{ source: 'tee.png' }] });
    const { prisma } = shop.ctx.db;
    const [id = ''] = imageIds;
    await prisma.productImage.update({ where: { id }, data: { storageKey: stored } });
    const report = { storageKey: 'private/uploads/x', reportKey: 'private/imports/imp_1/rows' };
    const made = { id: 'imp_1', name: 'a.csv', bytes: 1n, dryRun: false, currency: 'USD' };
    await prisma.catalogImport.create({ data: { ...made, ...report, createdBy: 'test' } });
    const of = { kind: 'export', customerId: 'cus_1', requestedBy: 'customer', state: 'done' };
    const expiresAt = new Date(Date.now() + 60_000);
    const fileKey = 'private/exports/1.zip';
    await prisma.dataRequest.create({
      data: { ...of, id: 'dr_1', fileKey, fileBytes: 3n, expiresAt },
    });
    await storage.put(report.reportKey, Buffer.from('rows'), 'application/x-ndjson');
    await storage.put(fileKey, Buffer.from('zip'), 'application/zip');
    expect(await examine()).toMatchObject({ id: 'K7c', state: 'ok', examined: 6, broken: 0 });
    for (const key of [stored, report.reportKey, fileKey]) await storage.remove(key);
    const { offenders } = await examine();
    expect(offenders).toEqual([
      { id, wrong: expect.stringContaining(`${stored} is not in the storage`) },
      { id: 'imp_1', wrong: expect.stringContaining(report.reportKey) },
      { id: 'dr_1', wrong: expect.stringContaining('ask for another export') },
    ]);
    await prisma.catalogImport.deleteMany();
    await prisma.dataRequest.deleteMany();
  });

  test('names a file that was removed by hand, its key, and what to do', async () => {
    const key = await keyOf(ids[1]);
    await rm(onDisk(key));
    expect(await examine()).toMatchObject({
      state: 'broken',
      examined: 3,
      broken: 1,
      offenders: [
        {
          id: ids[1],
          wrong: `${key} is not in the storage. Restore it from a backup, or put another file in its place (docs/runbooks/files-are-missing.md).`,
        },
      ],
    });
  });

  test('names a file that was cut off, with both lengths', async () => {
    const { storageKey, bytes } = await rowOf(ids[2]);
    await truncate(onDisk(storageKey), 10);
    const { offenders } = await examine();
    expect(offenders).toEqual([
      {
        id: ids[2],
        wrong: expect.stringContaining(
          `${storageKey} has 10 bytes in the storage, and ${bytes} by its row. Restore it`,
        ),
      },
    ]);
  });

  test('names smaller versions that are missing or empty, and the job that makes them again does', async () => {
    const [first, second] = await derivativesOf(ids[0]);
    const [other] = await derivativesOf(ids[1]);
    for (const missing of [first, second]) await rm(onDisk(missing?.key ?? ''));
    await truncate(onDisk(other?.key ?? ''), 0);
    const { offenders } = await examine();
    const remedy = 'Queue media.derive for it (docs/runbooks/files-are-missing.md).';
    expect(offenders).toEqual([
      { id: ids[0], wrong: `${first?.key} is not in the storage, and 1 more of it. ${remedy}` },
      { id: ids[1], wrong: `${other?.key} is empty. ${remedy}` },
    ]);
    for (const id of ids) await shop.container.services.media.deriveFile(shop.ctx, id);
    expect(await examine()).toMatchObject({ state: 'ok' });
  });

  test('names a file that cannot be read, and examines the others', async () => {
    const key = await keyOf(ids[0]);
    const { storage } = shop.container.services;
    const head = storage.head;
    jest.spyOn(storage, 'head').mockImplementation(async (asked) => {
      if (asked === key) throw Object.assign(new Error('EACCES: not for you'), { code: 'EACCES' });
      return head(asked);
    });
    const { state, examined, offenders } = await examine();
    expect([state, examined]).toEqual(['broken', 3]);
    expect(offenders).toEqual([
      { id: ids[0], wrong: expect.stringContaining(`${key} cannot be read (EACCES)`) },
    ]);
  });

  test('does not name a file that is deleted meanwhile', async () => {
    const { media } = shop.container.services;
    const storage = storageThat(() => media.remove(shop.ctx, ids[0] ?? '', {}));
    expect(await doctorOf(storage).examineFiles(shop.ctx)).toMatchObject({
      state: 'ok',
      broken: 0,
    });
    expect(await shop.ctx.db.prisma.file.count()).toBe(2);
  });

  test('does not name smaller versions that are replaced meanwhile', async () => {
    const { media, storage } = shop.container.services;
    const wide = sharp({ create: { width: 90, height: 30, channels: 3, background: '#2a6' } });
    const half = { create: { width: 45, height: 30, channels: 3, background: '#f00' } } as const;
    const png = wide.composite([{ input: half, left: 45, top: 0 }]).png();
    const sent = shop.api.post('/api/v1/admin/media/files').set(asStaff);
    const { body } = await sent.attach('file', await png.toBuffer(), 'a.png').expect(201);
    const id = body.data.id as string;
    await media.deriveFile(shop.ctx, id);
    const replaced = storageThat(async () => {
      const before = await derivativesOf(id);
      await media.change(shop.ctx, id, { focalPoint: { x: 1, y: 1 } });
      await media.deriveFile(shop.ctx, id);
      const now = new Set((await derivativesOf(id)).map(({ key }) => key));
      const over = before.filter(({ key }) => !now.has(key));
      expect(over).not.toEqual([]);
      for (const { key } of over) await storage.remove(key);
    });
    expect(await doctorOf(replaced).examineFiles(shop.ctx)).toMatchObject({ state: 'ok' });
  });

  test('counts all that is missing, names the first, and asks for few at a time', async () => {
    for (const _ of Array.from({ length: 450 })) await insertFile(shop.ctx);
    let [asking, most] = [0, 0];
    const progress: FilesProgress[] = [];
    const doctor = doctorOf({
      async head() {
        asking += 1;
        most = Math.max(most, asking);
        await new Promise((resolve) => setImmediate(resolve));
        asking -= 1;
        return null;
      },
    });
    const onProgress = (at: FilesProgress) => void progress.push(at);
    const { broken, offenders } = await doctor.examineFiles(shop.ctx, { onProgress });
    expect([broken, offenders.length, most]).toEqual([453, 20, 16]);
    expect(offenders.map(({ id }) => id)).toEqual(offenders.map(({ id }) => id).toSorted());
    expect(progress.slice(0, 3).map(({ examined }) => examined)).toEqual([200, 400, 453]);
    expect(new Set(progress.map(({ of }) => of))).toEqual(new Set([453]));
  });
});

describe('A storage that is unavailable', () => {
  const away = () => new StorageUnavailableError('The bucket cannot be used now');

  test('is not taken for a whole one, and the reason is told', async () => {
    const head = jest.spyOn(shop.container.services.storage, 'head');
    head.mockRejectedValue(away());
    expect(await examine()).toMatchObject({
      state: 'skipped',
      broken: 0,
      note: 'The storage could not be asked to the end: The bucket cannot be used now',
    });
    expect(head.mock.calls.length).toBeLessThanOrEqual(32);
  });

  test('does not hide what was found before', async () => {
    await rm(onDisk(await keyOf(ids[0])));
    for (const _ of Array.from({ length: 200 })) await insertFile(shop.ctx);
    const { storage } = shop.container.services;
    const head = storage.head;
    const last = await shop.ctx.db.prisma.file.findFirstOrThrow({ orderBy: { id: 'desc' } });
    jest.spyOn(storage, 'head').mockImplementation(async (key) => {
      if (key === last.storageKey) throw away();
      return head(key);
    });
    const { state, broken, examined, note } = await examine();
    expect({ state, broken, examined }).toEqual({ state: 'broken', broken: 198, examined: 200 });
    expect(note).toContain('could not be asked');
  });
});

test('A bucket is examined as a folder is, and one that cannot be reached is not examined', async () => {
  const server = await startS3Server();
  const folder = path.join(shop.container.config.dataDir, 'spool');
  try {
    const storage = createStorageService(
      createS3Storage({ config: s3ConfigOf(server.env), folder }),
    );
    for (const id of ids) {
      const { storageKey, bytes } = await rowOf(id);
      if (id !== ids[0]) await storage.put(storageKey, Buffer.alloc(Number(bytes)), 'image/png');
      for (const { key } of await derivativesOf(id)) {
        await storage.put(key, Buffer.from('x'), 'image/webp');
      }
    }
    await storage.put(await keyOf(ids[1]), Buffer.from('short'), 'image/png');
    const { examined, offenders } = await doctorOf(storage).examineFiles(shop.ctx);
    expect(examined).toBe(3);
    expect(offenders).toEqual([
      { id: ids[0], wrong: expect.stringContaining('is not in the storage') },
      { id: ids[1], wrong: expect.stringContaining('has 5 bytes in the storage') },
    ]);
    const gone = s3ConfigOf({ ...server.env, S3_ENDPOINT: 'http://127.0.0.1:1' });
    const unreachable = createStorageService(createS3Storage({ config: gone, folder }));
    expect(await doctorOf(unreachable).examineFiles(shop.ctx)).toMatchObject({ state: 'skipped' });
  } finally {
    await server.close();
  }
});

describe('npm run doctor', () => {
  const run = (args: string[] = [], env: Record<string, string> = {}) => {
    const { database, dataDir } = shop.container.config;
    const AUDIT_SECRETS = demo.auditSecret;
    return runEntry('scripts/doctor.ts', {
      args,
      env: { DATABASE_URL: database.url, DATA_DIR: dataDir, AUDIT_SECRETS, ...env },
    });
  };

  test('ends with 1 where a file is missing, and leaves files alone with --no-files', async () => {
    const key = await keyOf(ids[0]);
    await rm(onDisk(key));
    const { code, stdout } = await run();
    expect(code).toBe(1);
    expect(stdout).toMatch(/^K7c +1 BROKEN +3 rows/m);
    expect(stdout).toContain(`${ids[0]}: ${key} is not in the storage.`);
    expect(stdout).toMatch(/^Not healthy: 1 of \d+ checks/m);
    const without = await run(['--no-files']);
    expect(without).toMatchObject({ code: 0, stdout: expect.not.stringContaining('K7c') });
  });

  test('ends with 2 where the storage cannot be asked, and shows the other results', async () => {
    const { code, stdout } = await run([], {
      S3_BUCKET: 'shop',
      S3_ENDPOINT: 'http://127.0.0.1:1',
      S3_ACCESS_KEY_ID: 'key',
      S3_SECRET_ACCESS_KEY: 'secret',
    });
    expect(stdout).toMatch(/^K7c +skipped/m);
    expect(stdout).toContain(
      'The storage could not be asked to the end: The bucket cannot be used',
    );
    expect(stdout).toMatch(/^S1 +ok/m);
    expect(stdout).toMatch(/^Not examined to the end: K7c\.\nThe other \d+ checks found nothing/m);
    expect(code).toBe(2);
  });
});
