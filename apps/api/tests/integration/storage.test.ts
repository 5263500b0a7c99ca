import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import express, { type ErrorRequestHandler } from 'express';
import request from 'supertest';
import { createLocalStorage } from '../../src/integrations/localStorage.ts';
import { createMediaHandler } from '../../src/middleware/media.middleware.ts';
import { AppError } from '../../src/kernel/errors.ts';
import type { FileStore } from '../../src/ports/fileStore.ts';
import { StorageProblem, StorageUnavailableError } from '../../src/ports/fileStoreErrors.ts';
import { createStorageService } from '../../src/services/storage.service.ts';
import { describeFileStore } from '../helpers/fileStoreContract.ts';
import { unprivileged } from '../helpers/unprivileged.ts';

let parent: string;
let folder: string;
let store: FileStore;

beforeAll(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'storage-'));
  // Like the default data folder, below one whose name begins with a dot.
  folder = path.join(parent, '.data', 'files');
  store = createLocalStorage({ folder });
});

afterAll(() => rm(parent, { recursive: true }));

describeFileStore('a folder', () => ({ store }));

describe('the storage', () => {
  const storage = () => createStorageService(store);

  test('names content by its hash, so that the same content is stored once', async () => {
    const first = await storage().putContent(Buffer.from('abc'), 'image/png');
    const second = await storage().putContent(Buffer.from('abc'), 'image/png; q=1');
    // SHA-256 of "abc", FIPS 180-2 appendix B.1.
    const hash = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(first).toBe(`ba/${hash}.png`);
    expect(second).toBe(first);
    expect(storage().isImmutable(first)).toBe(true);
    expect(storage().isImmutable('media/9z/file_01k9z/320-0a1b2c3d.avif')).toBe(true);
    expect(storage().isImmutable('docs/a.pdf')).toBe(false);
    expect(storage().isImmutable('private/files/9z/file_01k9z/original.pdf')).toBe(false);
  });

  test('in a folder never leaves it, whatever the key', async () => {
    await writeFile(path.join(parent, '.data', 'secret'), 'secret');
    for (const key of ['../secret', 'a/../../secret']) {
      expect(await storage().get(key)).toBeNull();
    }
  });

  test('deletes what interrupted uploads have left in a folder once it is old', async () => {
    const left = path.join(folder, '.incoming', 'left-by-a-crash');
    await writeFile(left, 'half');
    expect(await storage().removeUnfinished(new Date(Date.now() - 60_000))).toBe(0);
    expect(await readdir(path.join(folder, '.incoming'))).toEqual(['left-by-a-crash']);
    expect(await storage().removeUnfinished(new Date(Date.now() + 60_000))).toBe(1);
    expect(await readdir(path.join(folder, '.incoming'))).toEqual([]);
  });

  test('deletes the folders of a file with it, and makes them again for others at the same time', async () => {
    const keys = Array.from({ length: 40 }, (_, index) => `pictures/01/file_1/${index}.webp`);
    await Promise.all(
      keys.map(async (key) => {
        await storage().put(key, Buffer.from('x'), 'image/webp');
        await storage().remove(key);
      }),
    );
    expect(await readdir(folder)).not.toContain('pictures');
  });

  test('says what to set where its folder cannot be written to', async () => {
    const file = path.join(parent, 'a-file');
    await writeFile(file, '');
    const checking = createLocalStorage({ folder: path.join(file, 'files') }).check();
    await expect(checking).rejects.toThrow(StorageProblem);
    await expect(checking).rejects.toMatchObject({ variable: 'DATA_DIR' });
  });
});

describe('A folder that cannot be used', () => {
  /** What each method of the store throws. */
  async function failuresOf(store: FileStore): Promise<unknown[]> {
    const calls = [
      () => store.put('docs/a.csv', Buffer.from('x'), 'text/csv'),
      () => store.put('docs/a.csv', Readable.from([Buffer.from('x')]), 'text/csv'),
      () => store.get('docs/a.csv'),
      () => store.head('docs/a.csv'),
      () => store.remove('docs/a.csv'),
      () => store.move('docs/a.csv', 'docs/b.csv'),
      async () => {
        for await (const file of store.list('docs/')) throw new Error(file.key);
      },
      () => store.removeUnfinished(new Date()),
      () => store.check(),
    ];
    const outcomes = await Promise.allSettled(calls.map((call) => call() as Promise<unknown>));
    return outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason);
  }
  const isUnavailable = (error: unknown) => error instanceof StorageUnavailableError;

  test('because it is a file says so, for each of its methods', async () => {
    const file = path.join(parent, 'another-file');
    await writeFile(file, '');
    const failures = await failuresOf(createLocalStorage({ folder: file }));
    expect(failures.filter((failure) => !isUnavailable(failure))).toEqual([]);
  });

  test('because the shop has no right to it says so, and is used again once it has', async () => {
    const closed = path.join(parent, 'closed');
    const closedStore = createLocalStorage({ folder: closed });
    await closedStore.put('docs/a.csv', Buffer.from('as it was'), 'text/csv');
    await chmod(closed, 0);
    const failures = await unprivileged(() => failuresOf(closedStore));
    await chmod(closed, 0o700);
    expect(failures.filter((failure) => !isUnavailable(failure))).toEqual([]);
    expect(await closedStore.head('docs/a.csv')).toMatchObject({ bytes: 9 });
  });

  test('at one place, because a part of its key is a file, takes nothing there and keeps the rest', async () => {
    await store.put('docs/part.csv', Buffer.from('x'), 'text/csv');
    await store.put('docs/other.csv', Buffer.from('moved'), 'text/csv');
    const calls = [
      store.put('docs/part.csv/more.csv', Buffer.from('y'), 'text/csv'),
      store.move('docs/other.csv', 'docs/part.csv/more/other.csv'),
    ];
    const [put, move] = await Promise.allSettled(calls);
    expect([put?.status, move?.status]).toEqual(['rejected', 'rejected']);
    expect(await store.head('docs/other.csv')).toMatchObject({ bytes: 5 });
    await store.remove('docs/part.csv/more.csv');
    expect(await store.head('docs/part.csv')).toMatchObject({ bytes: 1 });
    expect(await readdir(path.join(folder, '.incoming'))).toEqual([]);
  });
});

/** The same over a store that has no files on this machine, as S3. */
const remote = (): FileStore => {
  const rest = { ...store };
  delete rest.localFile;
  return rest;
};

describe.each([
  ['a local folder', () => store],
  ['a store elsewhere', remote],
])('media from %s', (_name, chosen) => {
  const app = () => {
    const server = express();
    server.use('/media', createMediaHandler(createStorageService(chosen())));
    const answerError: ErrorRequestHandler = (error, _req, res, _next) => {
      res
        .status(error instanceof AppError ? error.status : 500)
        .type('text')
        .end(String(error));
    };
    return server.use(answerError);
  };
  const put = (content: string, type: string) =>
    createStorageService(store).putContent(Buffer.from(content), type);

  test('never has a private file, though its key is known', async () => {
    await store.put('private/exports/a.zip', Buffer.from('all of someone'), 'application/zip');
    for (const path of [
      'private/exports/a.zip',
      'private%2Fexports/a.zip',
      '%70rivate/exports/a.zip',
    ]) {
      const { status } = await request(app()).get(`/media/${path}`);
      expect(status).toBe(404);
    }
  });

  test('is served with its type, as immutable, and with a safe policy', async () => {
    const key = await put('<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml');
    const { status, headers } = await request(app()).get(`/media/${key}`);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
    });
    expect(headers['content-security-policy']).toContain('sandbox');
  });

  test('answers HEAD with the size and no body', async () => {
    const key = await put('12345', 'image/png');
    const { headers, text: body } = await request(app()).head(`/media/${key}`);
    expect(headers['content-length']).toBe('5');
    expect(body).toBeFalsy();
  });

  test.each([
    '/media/none.png',
    '/media/',
    '/media/..%2f..%2fsecret',
    '/media/%2e%2e/secret',
    '/media/ba',
  ])('%s is not found', async (url) => {
    await put('abc', 'image/png');
    const { status, text: body } = await request(app()).get(url);
    expect([status, body]).toEqual([404, 'AppError: There is no such file.']);
  });
});

test('local media supports ranges and conditional requests', async () => {
  const storage = createStorageService(store);
  const app = express().use('/media', createMediaHandler(storage));
  const key = await storage.putContent(Buffer.from('0123456789'), 'image/png');
  const part = await request(app).get(`/media/${key}`).set('Range', 'bytes=2-4');
  expect([part.status, part.headers['content-range']]).toEqual([206, 'bytes 2-4/10']);
  const etag = String(part.headers['etag']);
  const again = await request(app).get(`/media/${key}`).set('If-None-Match', etag);
  expect(again.status).toBe(304);
});
