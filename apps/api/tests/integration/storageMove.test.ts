import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import process from 'node:process';
import { apiRoot, projectRoot } from '../../src/config/paths.ts';
import { createLocalStorage } from '../../src/integrations/localStorage.ts';
import { createS3Storage } from '../../src/integrations/s3.ts';
import type { FileStore } from '../../src/ports/fileStore.ts';
import { s3ConfigOf, startS3Server, type S3Server } from '../helpers/s3Server.ts';

jest.setTimeout(120_000);

/** The little moves do with few, and the one that is killed comes last. */
const FEW = 60;
const MANY = Number(process.env['STORAGE_MOVE_FILES'] ?? 400);
let server: S3Server;
let dataDir: string;
let folder: FileStore;
let bucket: FileStore;

beforeAll(async () => {
  server = await startS3Server();
  dataDir = await mkdtemp(path.join(tmpdir(), 'move-'));
  folder = createLocalStorage({ folder: path.join(dataDir, 'files') });
  bucket = createS3Storage({ config: s3ConfigOf(server.env), folder: path.join(dataDir, 'spool') });
  await fill(0, FEW);
});
afterAll(async () => {
  await server.close();
  await rm(dataDir, { recursive: true });
});

async function fill(from: number, to: number): Promise<void> {
  for (let index = from; index < to; index++) {
    const key = `media/${String(index % 37).padStart(2, '0')}/file_${index}/original.webp`;
    await folder.put(key, randomBytes(200 + index), 'image/webp');
  }
}

function start(...args: string[]): { child: ChildProcess; said: () => string } {
  const script = `${apiRoot}scripts/storageMove.ts`;
  const child = spawn(process.execPath, ['--conditions=source', script, ...args], {
    cwd: projectRoot,
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'test',
      DATA_DIR: dataDir,
      ...server.env,
      NODE_COMPILE_CACHE: path.join(projectRoot, 'node_modules/.cache/cartwright-tests'),
    },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
  return { child, said: () => text };
}

async function run(...args: string[]) {
  const { child, said } = start(...args);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said: said() };
}

async function hashesOf(store: FileStore): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for await (const { key } of store.list('')) {
    const file = await store.get(key);
    if (file)
      hashes[key] = createHash('sha256')
        .update(await buffer(file.stream))
        .digest('hex');
  }
  return hashes;
}

const countIn = async (store: FileStore) => {
  let count = 0;
  for await (const file of store.list('')) if (file.bytes > 0) count += 1;
  return count;
};

test('storage:move leaves data exports where they are, and says so', async () => {
  const key = 'private/exports/dx.zip';
  await folder.put(key, Buffer.from('x'), 'application/zip');
  const { code, said } = await run('--to', 's3');
  expect([code, said]).toEqual([0, expect.stringContaining('1 data exports (private/exports/)')]);
  expect(await bucket.head(key)).toBeNull();
  await folder.remove(key);
});

test('storage:move copies again what differs, deletes nothing, and copies back', async () => {
  const key = 'media/00/file_0/original.webp';
  await bucket.put(key, Buffer.alloc(200, 1), 'image/webp');
  const there = await run('--to', 's3');
  expect(there.said).toContain(`${FEW - 1} were there, 0 failed`);
  // Not one more file than there were: s3rver fails at lists of several pages.
  const lost = 'media/01/file_1/original.webp';
  await folder.remove(lost);
  expect((await run('--to', 's3')).said).toContain(`${FEW - 1} were there, 0 failed`);
  const back = await run('--to', 'disk');
  expect([back.code, back.said]).toEqual([0, expect.stringContaining(`${FEW - 1} were there`)]);
  expect(await hashesOf(folder)).toEqual(await hashesOf(bucket));
  expect(await folder.head(lost)).toMatchObject({ bytes: 201 });
});

test('storage:move is killed twice, and the third run has copied each file as it is', async () => {
  await fill(FEW, MANY);
  const counts: number[] = [];
  for (const due of [100, MANY / 2]) {
    const { child, said } = start('--to', 's3');
    child.stdout?.on('data', () => {
      if (said().includes(`${due} files`)) child.kill('SIGKILL');
    });
    await once(child, 'close');
    counts.push(await countIn(bucket));
  }
  const [first = 0, second = 0] = counts;
  expect(first).toBeGreaterThanOrEqual(100);
  expect(second).toBeGreaterThan(first);
  expect(second).toBeLessThan(MANY);
  const { code, said } = await run('--to', 's3');
  expect([code, said]).toEqual([0, expect.stringContaining(`${MANY} files`)]);
  expect(said).not.toContain('failed:');
  expect(await hashesOf(bucket)).toEqual(await hashesOf(folder));
});

test.each([[[]], [['--to', 'tape']], [['--from', 's3']]])(
  'storage:move with the arguments %j explains its usage',
  async (args) => {
    const { code, said } = await run(...args);
    expect([code, said]).toEqual([64, expect.stringContaining('Usage: npm run storage:move')]);
  },
);
