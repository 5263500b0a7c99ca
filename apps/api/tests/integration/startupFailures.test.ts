import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../src/db/embedded/freePort.ts';
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts';
import { runEntry } from '../helpers/entry.ts';

jest.setTimeout(60_000);

const folder = mkdtempSync(path.join(tmpdir(), 'cartwright-startup-'));
const file = path.join(folder, 'file');
writeFileSync(file, '');
afterAll(() => rmSync(folder, { recursive: true }));

const STACK = /\n\s+at /;

/** Everything but the database has another folder. */
const elsewhere = {
  STRIPE_API_BASE: 'http://127.0.0.1:1',
  SMTP_URL: 'smtp://127.0.0.1:1',
  DEMO_SEED: 'false',
};

test.each([
  ['a file', file, 'it is a file'],
  ['below a file', path.join(file, 'below'), 'a file is where a folder above it should be'],
])('a shop whose data folder is %s does not start, and says why', async (_, dir, reason) => {
  const { code, stderr } = await runEntry('src/cluster.ts', { env: { DATA_DIR: dir, PORT: '0' } });
  expect(stderr.trim()).toBe(
    `The folder ${dir} cannot be used: ${reason}. Choose another: DATA_DIR=/path/to/folder`,
  );
  expect(code).toBe(1);
});

test.each(['src/cluster.ts', 'src/server.ts', 'src/processes/dbMigrate.ts'])(
  '%s says that the database is missing',
  async (entry) => {
    const DATABASE_URL = 'postgresql://shop:secret@127.0.0.1:1/shop';
    const env = { ...elsewhere, DATABASE_URL, DATA_DIR: folder, PORT: '0' };
    const { code, stderr } = await runEntry(entry, { env });
    expect(stderr).toMatch(
      /^\nPostgreSQL at 127\.0\.0\.1:1\/shop \(user shop\) cannot be used: nothing listens there/,
    );
    expect(stderr).not.toMatch(STACK);
    expect(stderr).not.toContain('secret');
    expect(code).toBe(1);
  },
);

/** A free port, with a server on the next one; if that is occupied, another pair. */
async function besideAnother(): Promise<{ port: number; other: Server }> {
  for (let tries = 1; ; tries++) {
    const port = await freePort(0);
    const other = createServer().listen(port + 1, '127.0.0.1');
    try {
      await once(other, 'listening');
      return { port, other };
    } catch (error) {
      if (tries === 20) throw error;
    }
  }
}

test('the error of a second shop suggests a port that also leaves one for the metrics', async () => {
  const database = await createTestDatabase();
  const { port, other } = await besideAnother();
  const env = { ...elsewhere, DATABASE_URL: database.url, DATA_DIR: folder, PORT: String(port) };
  const { code, stderr } = await runEntry('src/cluster.ts', { env });
  expect(stderr).toContain(
    `Port ${port + 1} on 127.0.0.1 is in use, perhaps by another shop. ` +
      `Stop what listens there, or choose another port: PORT=${port + 100}`,
  );
  expect(stderr).not.toMatch(STACK);
  expect(code).toBe(78);
  other.close();
  await database.drop();
});

const alone = [
  ['a job worker', 'src/worker.ts'],
  ['an HTTP process', 'src/server.ts'],
] as const;

describe('The storage of files', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  test.each(alone)(
    'whose bucket does not exist ends %s, and says what to set',
    async (_, entry) => {
      const bucket = createHttpServer((_req, res) => {
        res.writeHead(404).end('<?xml version="1.0"?><Error><Code>NoSuchBucket</Code></Error>');
      }).listen(0, '127.0.0.1');
      await once(bucket, 'listening');
      const { port } = bucket.address() as AddressInfo;
      const env = {
        ...elsewhere,
        DATABASE_URL: database.url,
        DATA_DIR: folder,
        PORT: '0',
        S3_BUCKET: 'none',
        S3_ENDPOINT: `http://127.0.0.1:${port}`,
        S3_ACCESS_KEY_ID: 'key',
        S3_SECRET_ACCESS_KEY: 'not-shown',
      };
      const { code, stderr } = await runEntry(entry, { env });
      expect(stderr.trim()).toBe(
        'The storage of files cannot be used: S3_BUCKET names a bucket that does not exist (checking the bucket)',
      );
      expect(code).toBe(78);
      bucket.close();
    },
  );

  const withoutFiles = path.join(folder, 'without-files');
  const env = () => ({
    ...elsewhere,
    DATABASE_URL: database.url,
    DATA_DIR: withoutFiles,
    PORT: '0',
    METRICS_PORT: '0',
  });
  const explanation = `The storage of files cannot be used: DATA_DIR has a folder for files that cannot be written to: ${path.join(withoutFiles, 'files')} (EEXIST)`;
  beforeAll(() => {
    mkdirSync(withoutFiles);
    writeFileSync(path.join(withoutFiles, 'files'), '');
  });

  test.each(alone)('whose folder cannot be used ends %s, and says so', async (_, entry) => {
    const { code, stderr } = await runEntry(entry, { env: env() });
    expect([stderr.trim(), code]).toEqual([explanation, 78]);
  });

  test('whose folder cannot be used ends a whole shop, which says so once', async () => {
    const { code, stderr } = await runEntry('src/cluster.ts', { env: env() });
    expect(stderr.split(explanation)).toHaveLength(2);
    expect(stderr).not.toMatch(STACK);
    expect(code).toBe(1);
  });
});
