import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import sharp from 'sharp';
import { StorageUnavailableError } from '../../src/ports/fileStoreErrors.ts';
import { createWorkerService } from '../../src/services/worker.service.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { eventually } from '../helpers/eventually.ts';
import { openRaw } from '../helpers/rawHttp.ts';
import { asStaff } from '../helpers/staff.ts';
import { bringUpload } from '../helpers/uploads.ts';

const ADMIN = '/api/v1/admin/media';
let shop: TestApp;

beforeAll(async () => {
  shop = await startTestApp({ RATE_LIMIT_MAX: '0', LOG_LEVEL: 'silent' });
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => shop.close());

/** Each unlike the others, so that no two are one file. */
let shade = 0;
const png = () => {
  const background = { r: (shade += 1), g: 20, b: 200 };
  return sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .png()
    .toBuffer();
};

const send = (bytes: Uint8Array) =>
  shop.api.post(`${ADMIN}/files`).set(asStaff).attach('file', Buffer.from(bytes), 'a.png');
const finalize = (id: string) => shop.api.post(`${ADMIN}/uploads/${id}/finalize`).set(asStaff);
const files = () => shop.ctx.db.prisma.file.count();
const workFiles = () =>
  readdir(path.join(shop.container.config.dataDir, 'work')).catch((): string[] => []);
const isClean = () => eventually(async () => (await workFiles()).length === 0);

async function stateOf(id: string) {
  const { body } = await shop.api.get(`${ADMIN}/uploads/${id}`).set(asStaff).expect(200);
  return body.data.state as string;
}

/** Every object under `media/` has a row, and the other way round. */
async function expectObjectsAsRows() {
  const keys: string[] = [];
  for await (const { key } of shop.container.services.storage.list('media/')) keys.push(key);
  const rows = await shop.ctx.db.prisma.file.findMany({ select: { storageKey: true } });
  expect(keys.sort()).toEqual(rows.map(({ storageKey }) => storageKey).sort());
}

const refusedForNow = { status: 503, body: { code: 'storage_unavailable' } };
const away = () => Promise.reject(new StorageUnavailableError('away', { cause: new Error('x') }));

test('a client that goes away half-way leaves no file and no row, and is no error of the shop', async () => {
  const before = await files();
  const head = [
    `POST ${ADMIN}/files HTTP/1.1`,
    'Host: shop',
    `Authorization: ${asStaff.Authorization}`,
    'Content-Type: multipart/form-data; boundary=x',
    'Content-Length: 5000000',
    '',
    '--x',
    'Content-Disposition: form-data; name="file"; filename="a.png"',
    '',
    'x'.repeat(500_000),
  ];
  const raw = await openRaw(shop.url);
  raw.socket.write(head.join('\r\n'));
  await eventually(async () => (await workFiles()).length === 1);
  raw.socket.destroy();
  await isClean();
  expect(await files()).toBe(before);
  expect(await shop.container.metrics.registry.metrics()).not.toMatch(/status="5\d\d"/);
});

test('a disk that is full while a form comes refuses it for now, and keeps nothing of it', async () => {
  const before = await files();
  const { media } = shop.container.services;
  const receive = media.receive;
  jest.spyOn(media, 'receive').mockImplementation(({ body, maxBytes }) => {
    const full = new Transform({
      transform: (_chunk, _encoding, done) =>
        done(Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })),
    });
    return receive({ body: body.pipe(full), maxBytes });
  });
  const bytes = await png();
  const answer = await send(bytes);
  expect(answer).toMatchObject(refusedForNow);
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  await isClean();
  expect(await files()).toBe(before);
  jest.restoreAllMocks();
  await send(bytes).expect(201);
});

test('a storage that takes nothing refuses a form for now, and half of a file is not registered', async () => {
  const before = await files();
  const { storage } = shop.container.services;
  const spy = jest.spyOn(storage, 'put').mockImplementation(away);
  const bytes = await png();
  const answer = await send(bytes);
  expect(answer).toMatchObject(refusedForNow);
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  await isClean();
  expect(await files()).toBe(before);
  spy.mockRestore();
  await send(bytes).expect(201);
  await expectObjectsAsRows();
});

test.each(['head', 'get', 'put'] as const)(
  'a storage that is unavailable at %s leaves an upload open, and the next finalize succeeds',
  async (method) => {
    const before = await files();
    const id = await bringUpload(shop, await png());
    const spy = jest.spyOn(shop.container.services.storage, method).mockImplementation(away);
    const answer = await finalize(id);
    expect(answer).toMatchObject(refusedForNow);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    spy.mockRestore();
    expect([await stateOf(id), await files()]).toEqual(['open', before]);
    await isClean();
    await finalize(id).expect(201);
    expect([await stateOf(id), await files()]).toEqual(['done', before + 1]);
    await expectObjectsAsRows();
  },
);

test.each([
  ['breaks off', new StorageUnavailableError('reset', { cause: new Error('x') })],
  ['gives a part of the bytes as if they were all', undefined],
])(
  'a storage that %s leaves an upload open, and the next finalize succeeds',
  async (_what, error) => {
    const before = await files();
    const id = await bringUpload(shop, await png());
    const { storage } = shop.container.services;
    const spy = jest.spyOn(storage, 'get').mockImplementation(async () => ({
      stream: Readable.from(
        (async function* () {
          yield Buffer.from('part');
          if (error) throw error;
        })(),
      ),
      contentType: 'image/png',
      size: 4,
      modifiedAt: new Date(),
    }));
    expect(await finalize(id)).toMatchObject(refusedForNow);
    spy.mockRestore();
    expect([await stateOf(id), await files()]).toEqual(['open', before]);
    await isClean();
    await finalize(id).expect(201);
  },
);

test('a storage that cannot delete what was brought delays nothing: the purge deletes it', async () => {
  const id = await bringUpload(shop, await png());
  const spy = jest.spyOn(shop.container.services.storage, 'remove').mockImplementation(away);
  await finalize(id).expect(201);
  spy.mockRestore();
  expect(await stateOf(id)).toBe('done');
});

test('a full queue of threads refuses a form and a finalize for now, and registers nothing', async () => {
  const before = await files();
  const id = await bringUpload(shop, await png());
  const folder = await mkdtemp(path.join(tmpdir(), 'cartwright-test-'));
  const small = createWorkerService({ maxThreads: 1, maxQueued: 1 });
  try {
    const photo = path.join(folder, 'photo.jpg');
    const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
    const size = { width: 2400, height: 1600, channels: 3, background: '#fff' } as const;
    await writeFile(
      photo,
      await sharp({ create: { ...size, noise } })
        .jpeg()
        .toBuffer(),
    );
    const busy = [1, 2].map(() =>
      small.run('derivePicture', { path: photo, focalX: 0.5, focalY: 0.5 }),
    );
    await eventually(() => small.load().queued === 1);
    const spy = jest.spyOn(shop.container.services.worker, 'run');
    spy.mockImplementation((task, input) => small.run(task, input));
    const bytes = await png();
    const answers = await Promise.all([send(bytes), finalize(id)]);
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 503, body: { code: 'busy' } });
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    }
    await isClean();
    expect([await stateOf(id), await files()]).toEqual(['open', before]);
    await Promise.all(busy);
    await finalize(id).expect(201);
    await send(bytes).expect(201);
    await expectObjectsAsRows();
  } finally {
    await small.close();
    await rm(folder, { recursive: true, force: true });
  }
}, 30_000);

test.each(['lost', 'cut off'])(
  'a file that the storage has %s is put back by sending it again',
  async (how) => {
    const bytes = await png();
    const { body } = await send(bytes).expect(201);
    const { storage } = shop.container.services;
    const { storageKey } = await shop.ctx.db.prisma.file.findUniqueOrThrow({
      where: { id: body.data.id },
    });
    const before = await storage.head(storageKey);
    if (how === 'lost') await storage.remove(storageKey);
    else await storage.put(storageKey, bytes.subarray(0, 3), 'image/png');
    const again = await send(bytes).expect(200);
    expect(again.body.data.id).toBe(body.data.id);
    expect(await storage.head(storageKey)).toEqual({ ...before, modifiedAt: expect.any(Date) });
    const jobs = await shop.ctx.db.prisma.$queryRaw`
    SELECT FROM graphile_worker._private_jobs WHERE payload->>'fileId' = ${body.data.id}`;
    expect(jobs).toHaveLength(2);
  },
);
