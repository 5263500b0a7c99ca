import { chmod } from 'node:fs/promises';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { StorageUnavailableError } from '../../src/ports/fileStoreErrors.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { eventually } from '../helpers/eventually.ts';
import { startS3Server, type S3Server } from '../helpers/s3Server.ts';
import { unprivileged } from '../helpers/unprivileged.ts';

const BYTES = Buffer.from('0123456789');
let app: TestApp;
let bucketApp: TestApp;
let bucket: S3Server;
let path: string;
beforeAll(async () => {
  bucket = await startS3Server();
  const quiet = { LOG_LEVEL: 'silent' };
  [app, bucketApp] = await Promise.all([
    startTestApp(quiet),
    startTestApp({ ...bucket.env, ...quiet }),
  ]);
  for (const { container } of [app, bucketApp]) {
    path = `/media/${await container.services.storage.putContent(BYTES, 'image/png')}`;
  }
});
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  await Promise.all([app.close(), bucketApp.close()]);
  await bucket.close();
});

describe.each([
  ['a folder', () => app],
  ['a bucket', () => bucketApp],
])('From %s', (_where, shop) => {
  const get = (headers: Record<string, string>, method = 'GET') =>
    fetch(`${shop().url}${path}`, { headers, method });

  test('a part of a picture is sent', async () => {
    const answer = await get({ Range: 'bytes=2-4' });
    expect([answer.status, answer.headers.get('content-range'), await answer.text()]).toEqual([
      206,
      'bytes 2-4/10',
      '234',
    ]);
  });

  test.each(['bytes=10-', 'bytes=99-100', 'bytes=10-12', 'bytes=-0'])(
    'the range %s, which it does not have, is refused with 416 and its length',
    async (range) => {
      for (const method of ['GET', 'HEAD']) {
        const answer = await get({ Range: range }, method);
        expect(answer.status).toBe(416);
        expect(answer.headers.get('content-range')).toBe('bytes */10');
        expect(answer.headers.get('etag')).toBeNull();
        expect(answer.headers.get('cache-control')).toBe('no-store');
        expect(answer.headers.get('content-type')).toContain('application/problem+json');
      }
      const body: unknown = await (await get({ Range: range })).json();
      expect(body).toMatchObject({ status: 416, code: 'range_not_satisfiable' });
    },
  );

  test.each(['bytes=-10', 'bytes=-11', 'bytes=-99999999999', 'Bytes= -011'])(
    'the range %s, which covers the whole file, returns it',
    async (range) => {
      for (const method of ['GET', 'HEAD']) {
        const answer = await get({ Range: range }, method);
        expect([200, 206]).toContain(answer.status);
        expect(answer.headers.get('content-length')).toBe('10');
        expect(answer.headers.get('content-type')).toBe('image/png');
        expect(answer.headers.get('content-range') ?? 'bytes 0-9/10').toBe('bytes 0-9/10');
        expect(await answer.text()).toBe(method === 'GET' ? BYTES.toString() : '');
      }
    },
  );

  test.each(['lines=1-2', 'bytes=x', 'bytes=0-1,5-6'])('the range %s is ignored', async (range) => {
    const answer = await get({ Range: range });
    expect([answer.status, await answer.text()]).toEqual([200, BYTES.toString()]);
  });

  test('a condition that does not hold is answered with 412', async () => {
    const answer = await get({ 'If-Match': '"another"' });
    expect(answer.status).toBe(412);
    expect(await answer.json()).toMatchObject({ code: 'precondition_failed' });
  });

  test('a picture has an ETag, by which it is not sent again', async () => {
    for (const method of ['GET', 'HEAD']) {
      const etag = (await get({}, method)).headers.get('etag') ?? '';
      expect(etag).toMatch(/^W\/"a-[0-9a-f]+"$/);
      const again = await shop().api.get(path).set('If-None-Match', etag);
      expect([again.status, again.headers['etag']]).toEqual([304, etag]);
      const other = await shop().api.get(path).set('If-None-Match', '"another"');
      expect(other.status).toBe(200);
    }
  });

  test('what has not changed is not sent again', async () => {
    const modified = (await get({})).headers.get('last-modified') ?? '';
    const answer = await shop().api.get(path).set('If-Modified-Since', modified);
    expect(answer.status).toBe(304);
    const part = await get({ Range: 'bytes=0-1', 'If-Range': '"another"' });
    expect([part.status, await part.text()]).toEqual([200, BYTES.toString()]);
  });

  test('a file that is not there is a 404', async () => {
    const answer = await fetch(`${shop().url}/media/none.png`);
    expect([answer.status, answer.headers.get('etag')]).toEqual([404, null]);
  });
});

/** What a picture gets while the storage fails: a problem that says to try again, and nothing of the file. */
async function expectRefusedForNow(url: string, headers: Record<string, string> = {}) {
  const answer = await fetch(url, { headers });
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({ code: 'storage_unavailable' });
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  for (const name of ['etag', 'last-modified', 'content-range', 'content-disposition']) {
    expect([name, answer.headers.get(name)]).toEqual([name, null]);
  }
}

const failing = (stream: Readable) => ({
  stream,
  contentType: 'image/png',
  size: BYTES.length,
  modifiedAt: new Date(),
});
const unavailable = () => new StorageUnavailableError('The bucket cannot be used now');

describe('A bucket that fails', () => {
  const storage = () => bucketApp.container.services.storage;

  test.each([
    ['as the file is opened', async () => Promise.reject(unavailable())],
    [
      'before its first byte',
      async () => failing(new Readable({ read: (): void => void 0 }).destroy(unavailable())),
    ],
    [
      'before its first byte, a moment later',
      async () =>
        failing(
          Readable.from(
            (async function* () {
              await delay(50);
              yield* [] as Buffer[];
              throw unavailable();
            })(),
          ),
        ),
    ],
  ])('%s is a 503, of the whole and of a part', async (_when, get) => {
    jest.spyOn(storage(), 'get').mockImplementation(get);
    await expectRefusedForNow(bucketApp.url + path);
    await expectRefusedForNow(bucketApp.url + path, { Range: 'bytes=2-4' });
    jest.restoreAllMocks();
    expect((await fetch(bucketApp.url + path)).status).toBe(200);
  });

  test('after its first byte breaks the connection off, so that no part is taken for the whole', async () => {
    const half = async function* () {
      yield BYTES.subarray(0, 5);
      await delay(50);
      throw unavailable();
    };
    jest.spyOn(storage(), 'get').mockImplementation(async () => failing(Readable.from(half())));
    const answer = await fetch(bucketApp.url + path);
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow('terminated');
  });

  test('and a client that has gone before the first byte leaves nothing open', async () => {
    const stream = new Readable({ read: (): void => void 0 });
    jest.spyOn(storage(), 'get').mockImplementation(async () => failing(stream));
    const client = new AbortController();
    const asking = fetch(bucketApp.url + path, { signal: client.signal });
    await eventually(() => stream.listenerCount('readable') > 0);
    client.abort();
    await expect(asking).rejects.toThrow('aborted');
    await eventually(() => stream.destroyed);
    expect(await bucketApp.container.metrics.registry.metrics()).not.toMatch(/status="500"/);
  });
});

test('A picture that the shop has no right to read is a 503', async () => {
  const { storage } = app.container.services;
  const local = storage.localFile(path.slice('/media/'.length));
  const file = `${local?.root}/${local?.path}`;
  await chmod(file, 0);
  await unprivileged(() => expectRefusedForNow(app.url + path));
  await chmod(file, 0o600);
  expect((await fetch(app.url + path)).status).toBe(200);
});

test('the times of the storage are in the metrics', async () => {
  const figures = await bucketApp.container.metrics.registry.metrics();
  expect(figures).toContain(
    'storage_request_duration_seconds_count{operation="put",result="ok"} 1',
  );
});

test.each([
  '/media',
  '/media/',
  '/media/%00',
  '/media/a%00.png',
  '/media/%',
  '/media/%E0%A4%A.png',
  '/media/../package.json',
  '/media/%2e%2e/package.json',
  '/media/..%2f..%2fpackage.json',
  '/media/a/../../b.png',
  '/media//etc/passwd',
  '/media/.incoming/x',
  '/media/00',
  `/media/${'a'.repeat(300)}.png`,
  `/media/${'a'.repeat(254)}`,
])('%s is a 404 and logs no error', async (at) => {
  for (const method of ['GET', 'HEAD', 'POST'] as const) {
    const { hostname, port } = new URL(app.url);
    const status = await new Promise<number>((resolve, reject) => {
      request({ hostname, port, path: at, method }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      })
        .on('error', reject)
        .end();
    });
    expect([400, 404]).toContain(status);
  }
});

test('a folder is a 404', async () => {
  const folder = path.slice(0, '/media/xx'.length);
  expect((await app.api.get(folder)).status).toBe(404);
  expect((await app.api.get(`${path}/more`)).status).toBe(404);
});
