import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { connect, createServer as createTcpServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { createS3Storage } from '../../src/integrations/s3.ts';
import type { FileStore, StoredFile } from '../../src/ports/fileStore.ts';
import { StorageProblem, StorageUnavailableError } from '../../src/ports/fileStoreErrors.ts';
import { eventually } from '../helpers/eventually.ts';
import { describeFileStore, describeSignedAddresses } from '../helpers/fileStoreContract.ts';
import { isCompleteS3, s3ConfigOf, startS3Server, type S3Server } from '../helpers/s3Server.ts';

let server: S3Server;
let folder: string;
let store: FileStore;

beforeAll(async () => {
  server = await startS3Server();
  folder = await mkdtemp(path.join(tmpdir(), 'spool-'));
  store = createS3Storage({ config: s3ConfigOf(server.env), folder });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

describeFileStore('a bucket', () => ({ store }), { isComplete: isCompleteS3 });
if (isCompleteS3) describeSignedAddresses('a bucket', () => ({ store }));

const describeIfComplete = isCompleteS3 ? describe : describe.skip;

test('nothing of what went through the disk is left there', async () => {
  expect(await readdir(folder)).toEqual([]);
});

/** A bucket behind a server that answers as told. */
async function withServer(listener: RequestListener, work: (store: FileStore) => Promise<void>) {
  const faulty: Server = createServer(listener).listen(0, '127.0.0.1');
  await once(faulty, 'listening');
  const { port } = faulty.address() as AddressInfo;
  const config = s3ConfigOf({ ...server.env, S3_ENDPOINT: `http://127.0.0.1:${port}` });
  try {
    await work(createS3Storage({ config, folder, times: { connectMs: 500, idleMs: 300 } }));
  } finally {
    faulty.closeAllConnections();
    faulty.close();
  }
}

const xml = (code: string) =>
  `<?xml version="1.0"?><Error><Code>${code}</Code><Message>No.</Message></Error>`;

const refusing =
  (status: number, code: string): RequestListener =>
  (req, res) => {
    req.resume();
    res.writeHead(status, { 'Content-Type': 'application/xml' }).end(xml(code));
  };

describe('A bucket that cannot be used for a while', () => {
  const faults: readonly (readonly [string, RequestListener])[] = [
    ['answers 503', refusing(503, 'SlowDown')],
    ['answers 500', refusing(500, 'InternalError')],
    ['gets another content than was signed', refusing(400, 'XAmzContentSHA256Mismatch')],
    ['gets another content than its checksum', refusing(400, 'BadDigest')],
    ['gets a body that is cut off', refusing(400, 'IncompleteBody')],
    ['resets its connections', (req) => void req.socket.resetAndDestroy()],
    ['never answers', () => undefined],
  ];

  test.each(faults)('says so where it %s, for each of its methods', async (_how, listener) => {
    await withServer(listener, async (faulty) => {
      const calls = [
        () => faulty.put('docs/a.csv', Buffer.from('x'), 'text/csv'),
        () => faulty.put('docs/a.csv', Readable.from([Buffer.from('x')]), 'text/csv'),
        () => faulty.get('docs/a.csv'),
        () => faulty.head('docs/a.csv'),
        () => faulty.remove('docs/a.csv'),
        () => faulty.move('docs/a.csv', 'docs/b.csv'),
        async () => {
          for await (const file of faulty.list('docs/')) throw new Error(file.key);
        },
        () => faulty.removeUnfinished(new Date()),
        () => faulty.check(),
      ];
      const errors = await Promise.all(
        calls.map((call) =>
          (call() as Promise<unknown>).then(
            () => undefined,
            (error) => error as unknown,
          ),
        ),
      );
      expect(errors.map((error) => error instanceof StorageUnavailableError)).toEqual(
        calls.map(() => true),
      );
      expect(errors.filter((error) => error instanceof StorageProblem)).toEqual([]);
      expect(await readdir(folder)).toEqual([]);
    });
  });

  test('is tried again, and the file is stored', async () => {
    const target = new URL(server.endpoint);
    let left = 2;
    const flaky = createTcpServer((socket) => {
      left -= 1;
      if (left >= 0) {
        socket.resetAndDestroy();
        return;
      }
      const upstream = connect(Number(target.port), target.hostname);
      socket.on('error', () => upstream.destroy()).pipe(upstream);
      upstream.on('error', () => socket.destroy()).pipe(socket);
    }).listen(0, '127.0.0.1');
    await once(flaky, 'listening');
    const { port } = flaky.address() as AddressInfo;
    const config = s3ConfigOf({ ...server.env, S3_ENDPOINT: `http://127.0.0.1:${port}` });
    await createS3Storage({ config, folder }).put('docs/retried.csv', Buffer.from('x'), 'text/csv');
    expect(await store.head('docs/retried.csv')).toMatchObject({ bytes: 1 });
    flaky.close();
  });
});

describe('A file of a bucket', () => {
  const BYTES = 8_000_000;
  const sends =
    (bytes: number, then: (res: ServerResponse) => void): RequestListener =>
    (_req, res) => {
      res.writeHead(200, { 'Content-Length': BYTES }).write(Buffer.alloc(bytes), () => then(res));
    };

  test.each([
    ['resets the connection', (res: ServerResponse) => void res.socket?.resetAndDestroy()],
    ['sends nothing any longer', () => undefined],
  ])('whose server %s in the middle is an error of the storage', async (_how, then) => {
    await withServer(sends(1000, then), async (faulty) => {
      const file = await faulty.get('docs/a.csv');
      const reading = buffer(file?.stream ?? Readable.from([]));
      await expect(reading).rejects.toBeInstanceOf(StorageUnavailableError);
    });
  });

  test('is not cut off where its reader pauses', async () => {
    await withServer(
      sends(BYTES, (res) => void res.end()),
      async (slow) => {
        const { stream } = (await slow.get('docs/a.csv')) as StoredFile;
        let bytes = 0;
        for await (const chunk of stream as AsyncIterable<Buffer>) {
          // Longer than the server may pause.
          if (bytes === 0) await delay(700);
          bytes += chunk.length;
        }
        expect(bytes).toBe(BYTES);
      },
    );
  });
});

describe('A bucket that is configured wrongly', () => {
  test.each([
    [404, 'NoSuchBucket', 'S3_BUCKET'],
    [403, 'InvalidAccessKeyId', 'S3_ACCESS_KEY_ID'],
    [403, 'SignatureDoesNotMatch', 'S3_SECRET_ACCESS_KEY'],
    [403, 'AccessDenied', 'S3_ACCESS_KEY_ID'],
    [301, 'PermanentRedirect', 'S3_REGION'],
    [400, 'AuthorizationHeaderMalformed', 'S3_REGION'],
  ])('is told by what to set: %d %s is %s', async (status, code, variable) => {
    await withServer(refusing(status, code), async (faulty) => {
      await expect(faulty.check()).rejects.toMatchObject({ name: 'StorageProblem', variable });
      await expect(faulty.put('a.csv', Buffer.from('x'), 'text/csv')).rejects.toThrow(variable);
    });
  });

  test('is told from one that is unavailable', async () => {
    const config = s3ConfigOf({ ...server.env, S3_ENDPOINT: 'http://127.0.0.1:9' });
    const checking = createS3Storage({ config, folder }).check();
    await expect(checking).rejects.toMatchObject({ name: 'StorageUnavailableError' });
  });
});

describeIfComplete('A server of S3', () => {
  test.each([
    [{ S3_BUCKET: 'there-is-none' }, 'S3_BUCKET'],
    [{ S3_ACCESS_KEY_ID: 'unknown' }, 'S3_ACCESS_KEY_ID'],
    [{ S3_SECRET_ACCESS_KEY: 'another' }, 'S3_SECRET_ACCESS_KEY'],
  ])('refuses: %j', async (env, variable) => {
    const config = s3ConfigOf({ ...server.env, ...env });
    const checking = createS3Storage({ config, folder }).check();
    await expect(checking).rejects.toMatchObject({ name: 'StorageProblem', variable });
  });

  test('a process that is killed in the middle of an upload in parts leaves no file, and parts that the sweep ends', async () => {
    const target = new URL(server.endpoint);
    let forwarded = 0;
    const stalling = createTcpServer((socket) => {
      const upstream = connect(Number(target.port), target.hostname);
      socket.on('error', () => upstream.destroy()).on('close', () => upstream.destroy());
      upstream.on('error', () => socket.destroy()).pipe(socket);
      socket.on('data', (chunk) => {
        forwarded += chunk.length;
        // One part arrives whole, the others never do.
        if (forwarded > 12_000_000) socket.pause();
        else upstream.write(chunk);
      });
    }).listen(0, '127.0.0.1');
    await once(stalling, 'listening');
    const { port } = stalling.address() as AddressInfo;
    const config = s3ConfigOf({ ...server.env, S3_ENDPOINT: `http://127.0.0.1:${port}` });
    const child = spawn(
      process.execPath,
      [
        '--conditions=source',
        path.resolve(import.meta.dirname, '../helpers/putLargeFile.ts'),
        JSON.stringify({ config, folder }),
      ],
      { stdio: 'ignore' },
    );
    await eventually(() => forwarded > 12_000_000);
    child.kill('SIGKILL');
    await once(child, 'exit');
    stalling.close();
    expect(await store.head('private/killed.zip')).toBeNull();
    expect(await readdir(folder)).toEqual([]);
    expect(await store.removeUnfinished(new Date(Date.now() - 3_600_000))).toBe(0);
    expect(await store.removeUnfinished(new Date(Date.now() + 60_000))).toBe(1);
    expect(await store.removeUnfinished(new Date(Date.now() + 60_000))).toBe(0);
  });
});
