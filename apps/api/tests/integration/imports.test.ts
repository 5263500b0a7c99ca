import { open } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { fetchImage } from '../../src/jobs/media.fetchImage.handler.ts';
import { PermanentJobError } from '../../src/jobs/permanentJobError.ts';
import { StorageUnavailableError } from '../../src/ports/fileStoreErrors.ts';
import type { StoredFile } from '../../src/ports/fileStore.ts';
import { RemoteFileError, type RemoteFiles } from '../../src/ports/remoteFiles.ts';
import { createImportsService } from '../../src/services/imports.service.ts';
import { startJobWorker } from '../../src/jobs/startJobWorker.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { eventually } from '../helpers/eventually.ts';
import { readEvents } from '../helpers/readEvents.ts';
import { ACCESS_COOKIE } from '../../src/kernel/cookies.ts';
import { signInPerson } from '../helpers/people.ts';
import { asStaff } from '../helpers/staff.ts';
import { manyProducts, uploadForImport } from '../helpers/uploads.ts';

interface Imported {
  id: string;
  state: string;
  runs: number;
  bytes: number;
  bytesDone: number;
  products: { created: number; updated: number; unchanged: number };
  rejected: number;
  notes: number;
  unknownColumns: string[];
  earlierRuns: { endedBy: string }[];
  problem: { code: string; detail: string } | null;
}

const CSV = `Handle,Title,Variant Price,Colour of the box
tea,Tea,3.50,red
cup,Cup,abc,blue
pot,Pot,20.00,
`;

/** A page of staff at another address of the same site. */
const ORIGIN = 'https://office.shop.example';

/** A web on which each address of a host by name has the same picture. */
const web: RemoteFiles = {
  async open(url) {
    if (new URL(url).hostname === '127.0.0.1') {
      throw new RemoteFileError('refused', 'The address is not on the public internet');
    }
    const create = { width: 40, height: 30, channels: 3, background: '#2a6' } as const;
    return { url, stream: Readable.from([await sharp({ create }).png().toBuffer()]) };
  },
};

let shop: TestApp;
let worker: Awaited<ReturnType<typeof startJobWorker>> | undefined;

beforeAll(async () => {
  shop = await startTestApp({ CORS_ORIGINS: ORIGIN }, { remoteFiles: web });
});
afterEach(async () => {
  await worker?.stop(5000);
  worker = undefined;
  const { pool } = shop.container.database;
  await pool.query('DELETE FROM graphile_worker._private_jobs');
});
afterAll(() => shop.close());

const ask = (uploadId: string, more: object = {}) =>
  shop.api
    .post('/api/v1/admin/imports')
    .set(asStaff)
    .send({ uploadId, ...more });

async function begin(content: string | Uint8Array, more: object = {}): Promise<Imported> {
  const { body } = await ask(await uploadForImport(shop, content), more).expect(202);
  return body.data as Imported;
}

async function read(id: string): Promise<Imported> {
  const { body } = await shop.api.get(`/api/v1/admin/imports/${id}`).set(asStaff).expect(200);
  return body.data as Imported;
}

const run = (id: string, ctx = shop.ctx) => shop.container.services.imports.run(ctx, id);

async function imported(content: string | Uint8Array, more: object = {}): Promise<Imported> {
  const { id } = await begin(content, more);
  await run(id);
  return read(id);
}

async function reportOf(id: string): Promise<Record<string, unknown>[]> {
  const answer = await fetch(`${shop.url}/api/v1/admin/imports/${id}/report`, { headers: asStaff });
  expect(answer.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
  const lines = (await answer.text()).split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

const countProducts = async (prefix: string) => {
  const sql = 'SELECT count(*)::int AS count FROM products WHERE handle LIKE $1';
  const { rows } = await shop.container.database.pool.query<{ count: number }>(sql, [`${prefix}%`]);
  return rows[0]?.count;
};

async function allOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** The service with a storage that differs in some method. */
function withStorage(changed: (real: TestApp['container']['services']['storage']) => object) {
  const { services, config } = shop.container;
  const storage = { ...services.storage, ...changed(services.storage) };
  return createImportsService({
    ...services,
    storage,
    currency: 'USD',
    cursorSecret: config.cursorSecret,
  });
}

describe('An import', () => {
  test('writes the catalogue by a job, and reports what it did and what it could not do', async () => {
    const queued = await begin(CSV);
    expect(queued).toMatchObject({ state: 'queued', runs: 0, bytes: CSV.length, bytesDone: 0 });
    worker = await startJobWorker(shop.container);
    const done = await eventually(async () => {
      const now = await read(queued.id);
      return now.state === 'done' ? now : undefined;
    });
    expect(done).toMatchObject({
      runs: 1,
      bytesDone: CSV.length,
      products: { created: 2, updated: 0, unchanged: 0 },
      rejected: 1,
      unknownColumns: ['Colour of the box'],
      earlierRuns: [],
      problem: null,
    });
    expect(await reportOf(queued.id)).toEqual([
      expect.objectContaining({
        line: 3,
        kind: 'rejected',
        handle: 'cup',
        column: 'Variant Price',
      }),
    ]);
    await shop.api.get('/api/v1/products/tea').expect(200);
  });

  test('of the same upload again changes nothing', async () => {
    const uploadId = await uploadForImport(shop, manyProducts(3, 'twice'));
    for (const products of [
      { created: 3, updated: 0, unchanged: 0 },
      { created: 0, updated: 0, unchanged: 3 },
    ]) {
      const { body } = await ask(uploadId).expect(202);
      await run(body.data.id as string);
      expect(await read(body.data.id as string)).toMatchObject({ state: 'done', products });
    }
  });

  test('as a dry run says what would happen, and changes nothing', async () => {
    const done = await imported(manyProducts(4, 'dry'), { dryRun: true, currency: 'EUR' });
    expect(done).toMatchObject({ state: 'done', products: { created: 4 } });
    expect(await countProducts('dry')).toBe(0);
    expect(await reportOf(done.id)).toEqual([]);
  });

  test('keeps all rejected rows in its report, however many', async () => {
    const rows = Array.from({ length: 2500 }, (_, at) => `bad-${at},Bad,abc`).join('\n');
    const done = await imported(`Handle,Title,Variant Price\n${rows}\n`);
    expect(done).toMatchObject({ state: 'done', rejected: 2500 });
    const report = await reportOf(done.id);
    expect(report).toHaveLength(2500);
    expect(report.at(-1)).toMatchObject({ line: 2501, handle: 'bad-2499' });
  });

  test('is done once, when its job runs again or twice at a time', async () => {
    const { id } = await begin(manyProducts(300, 'once'));
    await Promise.all([run(id), run(id)]);
    const ended = await eventually(async () => {
      const now = await read(id);
      return now.state === 'done' ? now : undefined;
    });
    await run(id);
    expect(await read(id)).toEqual(ended);
    expect(await countProducts('once')).toBe(300);
  });

  test('is listed by its state, newest first', async () => {
    const { id } = await begin(manyProducts(1));
    const { body } = await shop.api
      .get('/api/v1/admin/imports?state=queued&limit=1')
      .set(asStaff)
      .expect(200);
    expect(body.data).toEqual([expect.objectContaining({ id, state: 'queued' })]);
  });

  test('leaves entries in the audit log', async () => {
    const { id } = await begin(manyProducts(1));
    await shop.api.post(`/api/v1/admin/imports/${id}/cancel`).set(asStaff).expect(202);
    const { body } = await shop.api.get(`/api/v1/admin/audit-log?subject=${id}`).set(asStaff);
    expect(body.data).toMatchObject([
      { action: 'import.cancel', after: { state: 'canceled' } },
      { action: 'import.create', after: { name: 'products.csv', dryRun: false } },
    ]);
  });
});

describe('A file that is no catalogue', () => {
  const zip = Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0, 0, 0]);
  const utf16 = Buffer.from('\uFEFFHandle,Title\n', 'utf16le');
  test.each([
    ['empty', '', 'file_empty', 'no bytes'],
    ['a ZIP archive or a workbook', zip, 'file_type_refused', 'CSV UTF-8'],
    ['compressed', Buffer.from([0x1f, 0x8b, 8, 0]), 'file_type_refused', 'uncompressed'],
    ['UTF-16', utf16, 'file_type_refused', 'UTF-16'],
    ['binary', Buffer.from('Handle\0\x01'), 'file_type_refused', 'no text'],
    ['Latin-1', Buffer.from('Handle,Größe\n', 'latin1'), 'import_file_invalid', 'not UTF-8'],
    ['separated by semicolons', 'Handle;Title\n', 'import_file_invalid', 'semicolons'],
    ['JSON', '[{"handle": "tea"}]', 'import_file_invalid', 'no column Handle'],
    ['one line without an end', 'x'.repeat(1_100_000), 'import_file_invalid', 'longer than'],
  ])('is refused at once: %s', async (_, content, code, said) => {
    const { body } = await ask(await uploadForImport(shop, content)).expect(422);
    expect(body).toMatchObject({ code, detail: expect.stringContaining(said) });
  });

  test('fails where only the job finds it, before anything is written', async () => {
    const content = Buffer.concat([
      Buffer.from(manyProducts(3000, 'until')),
      Buffer.from('größe,Size,1\n', 'latin1'),
    ]);
    const failed = await imported(content);
    expect(failed).toMatchObject({
      state: 'failed',
      problem: { code: 'validation_failed', detail: expect.stringContaining('not UTF-8') },
    });
    expect(await countProducts('until')).toBe(0);
  });

  test('of 2 GB in one line is read no further than a line may be, without the memory for it', async () => {
    const head = `Handle,Title,Variant Price\n${'x'.repeat(70_000)}`;
    const id = await uploadForImport(shop, head, { bytes: 2 ** 31 });
    const name = path.join(shop.container.config.dataDir, 'files/private/uploads', id);
    const file = await open(name, 'r+');
    await file.truncate(2 ** 31);
    await file.close();
    const { body } = await ask(id).expect(202);
    const before = process.memoryUsage().rss;
    await run(body.data.id as string);
    expect(process.memoryUsage().rss - before).toBeLessThan(300e6);
    expect(await read(body.data.id as string)).toMatchObject({
      state: 'failed',
      problem: { detail: expect.stringContaining('Line 2 is longer') },
    });
  });
});

describe('An upload', () => {
  test('that is unknown, or for a file, or expired, or whose bytes have not come is refused', async () => {
    const id = 'upl_01kagvrz8y0g2m4q6t8w0x2z4b';
    expect((await ask(id)).body).toMatchObject({ code: 'not_found' });
    const forFile = await uploadForImport(shop, CSV, { purpose: 'file' });
    expect((await ask(forFile)).body).toMatchObject({ code: 'state_conflict' });
    const expired = await uploadForImport(shop, CSV, { isExpired: true });
    expect((await ask(expired)).body).toMatchObject({ code: 'upload_expired' });
    const part = await uploadForImport(shop, CSV, { bytes: CSV.length + 1 });
    expect((await ask(part)).body).toMatchObject({ code: 'upload_missing' });
  });

  test('of another is not to be found, whatever one may do otherwise', async () => {
    const uploadId = await uploadForImport(shop, CSV, { createdBy: 'apiKey:key_another' });
    expect((await ask(uploadId).expect(404)).body).toMatchObject({ code: 'not_found' });
    const uploads = shop.ctx.db.prisma.upload;
    expect(await uploads.findUnique({ where: { id: uploadId } })).toMatchObject({ state: 'open' });
  });

  test('gives all its imports the same bytes, whatever comes to its signed address later', async () => {
    const name = 'same.csv';
    const announced = { purpose: 'import', name, contentType: 'text/csv', bytes: CSV.length };
    const uploads = '/api/v1/admin/media/uploads';
    const { body } = await shop.api.post(uploads).set(asStaff).send(announced).expect(201);
    const { id, put } = body.data as {
      id: string;
      put: { url: string; headers: Record<string, string> };
    };
    const bring = (text: string) => {
      const { pathname } = new URL(put.url);
      return fetch(`${shop.url}${pathname}`, { method: 'PUT', headers: put.headers, body: text });
    };
    expect((await bring(CSV)).ok).toBe(true);
    const first = (await ask(id, { dryRun: true }).expect(202)).body.data as Imported;
    await bring(CSV.replaceAll('Tea', 'Bad'));
    await run(first.id);
    const second = (await ask(id).expect(202)).body.data as Imported;
    await run(second.id);
    expect(await read(second.id)).toMatchObject({ state: 'done', bytesDone: CSV.length });
    const titles = 'SELECT count(*)::int AS count FROM products WHERE title = $1';
    const { rows } = await shop.container.database.pool.query(titles, ['Bad']);
    expect(rows).toEqual([{ count: 0 }]);
  });

  test('that several import at the same moment is moved once, and each import reads it', async () => {
    const uploadId = await uploadForImport(shop, CSV);
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask(uploadId)));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(202));
    const imports = await shop.ctx.db.prisma.catalogImport.findMany({ where: { uploadId } });
    const { storageKey } = await shop.ctx.db.prisma.upload.findUniqueOrThrow({
      where: { id: uploadId },
    });
    expect(new Set(imports.map((one) => one.storageKey))).toEqual(new Set([storageKey]));
    const objects = await allOf(
      shop.container.services.storage.list(`private/uploads/${uploadId}`),
    );
    expect(objects.map(({ key }) => key)).toEqual([storageKey]);
  });

  test('is found where an import that was cut off has moved it', async () => {
    const uploadId = await uploadForImport(shop, CSV);
    const [from, to] = [`private/uploads/${uploadId}`, `private/uploads/${uploadId}-0.csv`];
    await shop.container.services.storage.move(from, to);
    await ask(uploadId).expect(202);
    const { storageKey } = await shop.ctx.db.prisma.upload.findUniqueOrThrow({
      where: { id: uploadId },
    });
    expect(storageKey).toBe(to);
  });

  test('is kept for as long as an import may read it', async () => {
    const uploadId = await uploadForImport(shop, CSV);
    await ask(uploadId).expect(202);
    const sql = `SELECT state, expires_at > now() + interval '6 days' AS "isKept" FROM uploads WHERE id = $1`;
    const { rows } = await shop.container.database.pool.query(sql, [uploadId]);
    expect(rows).toEqual([{ state: 'done', isKept: true }]);
  });
});

describe('A cancellation', () => {
  const cancel = (id: string) => shop.api.post(`/api/v1/admin/imports/${id}/cancel`).set(asStaff);

  test('ends an import that waits at once, and its job does nothing', async () => {
    const { id } = await begin(manyProducts(2, 'never'));
    expect((await cancel(id).expect(202)).body.data).toMatchObject({ state: 'canceled' });
    await run(id);
    expect(await read(id)).toMatchObject({ state: 'canceled', runs: 0 });
    expect(await countProducts('never')).toBe(0);
    expect((await cancel(id).expect(409)).body).toMatchObject({ code: 'state_conflict' });
  });

  test('ends one that runs, and what it has counted is what it has written', async () => {
    const { id } = await begin(manyProducts(15_000, 'some'));
    const running = run(id);
    await eventually(async () => (await read(id)).products.created > 0);
    await cancel(id).expect(202);
    await running;
    const ended = await read(id);
    expect(ended.state).toBe('canceled');
    expect(ended.products.created).toBeLessThan(15_000);
    expect(await countProducts('some')).toBe(ended.products.created);
  });
});

describe('A run that is cut off', () => {
  test('by the end of its worker goes back to the queue after its batch, and the next one does the rest', async () => {
    const { id } = await begin(manyProducts(8000, 'rest'));
    const stopping = new AbortController();
    const running = run(id, { ...shop.ctx, stopping: stopping.signal });
    await eventually(async () => (await read(id)).products.created > 0);
    stopping.abort();
    await running;
    const waiting = await read(id);
    expect(waiting).toMatchObject({ state: 'queued', earlierRuns: [{ endedBy: 'shutdown' }] });
    worker = await startJobWorker(shop.container);
    const done = await eventually(async () => {
      const now = await read(id);
      return now.state === 'done' ? now : undefined;
    });
    expect(done).toMatchObject({ runs: 2, bytesDone: done.bytes });
    expect(done.products.created + waiting.products.created).toBe(8000);
    expect(await countProducts('rest')).toBe(8000);
  });

  test('by a storage that is down is tried again, and gives up after several times', async () => {
    const { id } = await begin(manyProducts(1, 'away'));
    const imports = withStorage((real) => ({
      async get() {
        await real.head('none');
        throw new Error('the storage is down');
      },
    }));
    await expect(imports.run(shop.ctx, id)).rejects.toThrow('the storage is down');
    expect(await read(id)).toMatchObject({ state: 'queued', earlierRuns: [{ endedBy: 'error' }] });
    const { pool } = shop.container.database;
    await pool.query('UPDATE catalog_imports SET failures = 10 WHERE id = $1', [id]);
    await expect(imports.run(shop.ctx, id)).rejects.toThrow('cut off each time');
    expect(await read(id)).toMatchObject({ state: 'failed', problem: { code: 'internal_error' } });
  });

  test('by an outage of the storage is tried again for as long as that lasts', async () => {
    const { id } = await begin(manyProducts(1, 'outage'));
    const { pool } = shop.container.database;
    await pool.query('UPDATE catalog_imports SET failures = 9 WHERE id = $1', [id]);
    const cause = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const away = withStorage(() => ({
      get: () => Promise.reject(new StorageUnavailableError('No bucket', { cause })),
    }));
    for (let times = 0; times < 3; times++) {
      await expect(away.run(shop.ctx, id)).rejects.toThrow('No bucket');
      const waiting = await read(id);
      expect(waiting.state).toBe('queued');
      expect(waiting.earlierRuns).toMatchObject([{ endedBy: 'error' }]);
    }
    await run(id);
    expect(await read(id)).toMatchObject({ state: 'done', products: { created: 1 } });
  });

  test('of a read from the storage alone goes on where it stopped', async () => {
    const { id } = await begin(manyProducts(5000, 'torn'));
    let isTorn = false;
    const imports = withStorage((real) => ({
      async get(key: string, range: { start: number; end: number }): Promise<StoredFile | null> {
        const file = await real.get(key, range);
        if (!file || isTorn) return file;
        isTorn = true;
        async function* torn(stream: AsyncIterable<Buffer>) {
          for await (const chunk of stream) {
            yield chunk.subarray(0, 1000);
            throw new Error('connection reset');
          }
        }
        return { ...file, stream: Readable.from(torn(file.stream)) };
      },
    }));
    await imports.run(shop.ctx, id);
    expect(await read(id)).toMatchObject({ state: 'done', runs: 1, products: { created: 5000 } });
  });
});

describe('Events of an import', () => {
  const at = (id: string) => `${shop.url}/api/v1/admin/imports/${id}/events`;

  test('tell each state as it comes, and end with the import', async () => {
    const { id } = await begin(manyProducts(3000, 'told'));
    const events = readEvents<Imported>(at(id), asStaff);
    const first = await events.next();
    expect(first.value).toMatchObject({ event: 'progress', data: { id, state: 'queued' } });
    await run(id);
    const seen = await allOf(events);
    expect(seen.map(({ data }) => data.state)).toContain('running');
    expect(seen.at(-1)).toMatchObject({
      event: 'end',
      id: 'end',
      data: { state: 'done', products: { created: 3000 } },
    });
    const again = await fetch(at(id), { headers: { ...asStaff, 'Last-Event-ID': 'end' } });
    expect(again.status).toBe(204);
  });

  test('are read by a page of an origin that is named, with the cookie of its session', async () => {
    const { id } = await begin(manyProducts(1));
    const { token } = await signInPerson(shop.container, { permissions: ['imports:read'] });
    const asPage = { Cookie: `${ACCESS_COOKIE}=${token}`, Origin: ORIGIN };
    const { headers, body } = await fetch(at(id), { headers: asPage });
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'access-control-allow-origin': ORIGIN,
      'access-control-allow-credentials': 'true',
    });
    await body?.cancel();
    const other = { ...asPage, Origin: 'https://elsewhere.example' };
    const refused = await fetch(at(id), { headers: other });
    expect(refused.headers.get('access-control-allow-credentials')).toBeNull();
    await refused.body?.cancel();
  });

  test('are refused for what is not there, and to strangers', async () => {
    const unknown = at('imp_01kagvrz8y0g2m4q6t8w0x2z4b');
    expect((await fetch(unknown, { headers: asStaff })).status).toBe(404);
    expect((await fetch(unknown)).status).toBe(401);
  });
});

test('Imports that ended long ago are deleted with their reports', async () => {
  const { services, database } = shop.container;
  const { id } = await imported(CSV);
  const files = () => allOf(services.storage.list(`private/imports/${id}/`));
  expect(await files()).toHaveLength(1);
  await services.imports.purge(shop.ctx);
  expect(await files()).toHaveLength(1);
  const age = `UPDATE catalog_imports SET finished_at = now() - interval '91 days' WHERE id = $1`;
  await database.pool.query(age, [id]);
  await services.imports.purge(shop.ctx);
  expect(await files()).toEqual([]);
  await shop.api.get(`/api/v1/admin/imports/${id}`).set(asStaff).expect(404);
});

describe('Pictures that an import links to', () => {
  const lamp = 'https://pictures.example/lamp.png';
  const inside = 'http://127.0.0.1/vase.png';
  const linked = `Handle,Title,Variant Price,Image Src
lamp,Lamp,3.50,${lamp}
vase,Vase,4.50,${inside}
`;

  interface Picture {
    id: string;
    source: string;
    fileId: string | null;
  }

  /** Those whose job is queued, the job being gone then. */
  async function takeQueued(): Promise<Picture[]> {
    const { pool } = shop.container.database;
    const { rows } = await pool.query<Picture>(
      `SELECT i.id, i.source, i.file_id AS "fileId" FROM graphile_worker._private_jobs j
       JOIN graphile_worker._private_tasks t ON t.id = j.task_id
       JOIN product_images i ON i.id = j.payload->>'imageId'
       WHERE t.identifier = 'media.fetchImage' ORDER BY i.source DESC`,
    );
    await pool.query('DELETE FROM graphile_worker._private_jobs');
    return rows;
  }

  const isLinked = async (id: string) => {
    const { prisma } = shop.container.database;
    return (await prisma.productImage.findUniqueOrThrow({ where: { id } })).fileId === null;
  };

  test('become files by jobs where it says so, and stay links where they cannot be had', async () => {
    expect(await imported(linked, { dryRun: true, fetchPictures: true })).toMatchObject({
      fetchPictures: true,
    });
    await imported(linked);
    expect(await takeQueued()).toEqual([]);

    await imported(linked, { fetchPictures: true });
    const queued = await takeQueued();
    expect(queued.map(({ source }) => source)).toEqual([lamp, inside]);
    const [ofLamp = '', ofVase = ''] = queued.map(({ id }) => id);

    const { services } = shop.container;
    const fetchesInside = fetchImage(shop.ctx, { imageId: ofVase }, services);
    await expect(fetchesInside).rejects.toThrow(PermanentJobError);
    expect(await isLinked(ofVase)).toBe(true);
    await fetchImage(shop.ctx, { imageId: ofLamp }, services);
    expect(await isLinked(ofLamp)).toBe(false);

    expect(await imported(linked, { fetchPictures: true })).toMatchObject({
      images: { created: 0, updated: 0, unchanged: 2 },
    });
    expect((await takeQueued()).map(({ id }) => id)).toEqual([ofVase]);
  });
});
