import { freePort } from '../../src/db/embedded/freePort.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { startEntry } from '../helpers/entry.ts';
import { eventually } from '../helpers/eventually.ts';
import { readEvents } from '../helpers/readEvents.ts';
import { asStaff } from '../helpers/staff.ts';
import { manyProducts, uploadForImport } from '../helpers/uploads.ts';

jest.setTimeout(60_000);

interface Imported {
  id: string;
  state: string;
  runs: number;
  products: { created: number; unchanged: number };
  earlierRuns: { endedBy: string; products: { created: number } }[];
}

/** An HTTP process; the job worker is another one. */
let shop: TestApp;
let worker: Awaited<ReturnType<typeof startWorker>> | undefined;

beforeAll(async () => {
  shop = await startTestApp();
});
afterEach(() => worker?.child.kill('SIGKILL'));
afterAll(() => shop.close());

async function startWorker() {
  const { database, dataDir } = shop.container.config;
  return startEntry('src/worker.ts', {
    env: {
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      STRIPE_API_BASE: 'http://127.0.0.1:1',
      SMTP_URL: 'smtp://127.0.0.1:1',
      METRICS_PORT: String(await freePort(0)),
    },
  });
}

async function begin(content: string): Promise<string> {
  const uploadId = await uploadForImport(shop, content);
  const { body } = await shop.api
    .post('/api/v1/admin/imports')
    .set(asStaff)
    .send({ uploadId })
    .expect(202);
  return body.data.id as string;
}

const watch = (id: string) =>
  readEvents<Imported>(`${shop.url}/api/v1/admin/imports/${id}/events`, asStaff);

async function counts(prefix: string) {
  const { rows } = await shop.container.database.pool.query<Record<string, number>>(
    `SELECT count(DISTINCT p.id)::int AS products, count(DISTINCT v.id)::int AS variants
     FROM products p JOIN variants v ON v.product_id = p.id WHERE p.handle LIKE $1`,
    [`${prefix}-%`],
  );
  return rows[0];
}

test('an import whose worker is killed is run again: nothing is lost or doubled, and the record says so', async () => {
  const id = await begin(manyProducts(8000, 'killed'));
  worker = await startWorker();
  const events = watch(id);
  // Live, from the process of the job over the database to this one.
  for await (const { data } of events) {
    if (data.state === 'running' && data.products.created > 0) break;
  }
  worker.child.kill('SIGKILL');
  await worker.result;
  const written = (await counts('killed'))?.['products'] ?? 0;
  expect(written).toBeGreaterThan(0);
  expect(written).toBeLessThan(8000);

  worker = await startWorker();
  const seen: Imported[] = [];
  for await (const { data } of watch(id)) seen.push(data);
  const ended = seen.at(-1);
  expect(ended).toMatchObject({ state: 'done', runs: 2, earlierRuns: [{ endedBy: 'crash' }] });
  expect(ended?.products).toMatchObject({ created: 8000 - written, unchanged: written });
  expect(ended?.earlierRuns[0]?.products.created).toBeLessThanOrEqual(written);
  expect(await counts('killed')).toEqual({ products: 8000, variants: 8000 });
});

test('an import whose worker is replaced goes on in the next one soon', async () => {
  const id = await begin(manyProducts(8000, 'moved'));
  worker = await startWorker();
  for await (const { data } of watch(id)) {
    if (data.state === 'running' && data.products.created > 0) break;
  }
  const started = performance.now();
  worker.child.kill('SIGTERM');
  expect(await worker.result).toMatchObject({ code: 0, stderr: '' });
  // Its deadline is 30 seconds; a batch takes far less.
  expect(performance.now() - started).toBeLessThan(15_000);
  worker = await startWorker();
  const ended = await eventually(async () => {
    const { body } = await shop.api.get(`/api/v1/admin/imports/${id}`).set(asStaff);
    const now = body.data as Imported;
    return now.state === 'done' ? now : undefined;
  });
  expect(ended).toMatchObject({ runs: 2, earlierRuns: [{ endedBy: 'shutdown' }] });
  const [first] = ended.earlierRuns;
  expect(ended.products.created + (first?.products.created ?? 0)).toBe(8000);
  expect(await counts('moved')).toEqual({ products: 8000, variants: 8000 });
});
