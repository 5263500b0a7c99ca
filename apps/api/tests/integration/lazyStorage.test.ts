import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { apiRoot } from '../../src/config/paths.ts';
import { freePort } from '../../src/db/embedded/freePort.ts';
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts';
import { startEntry } from '../helpers/entry.ts';
import { eventually } from '../helpers/eventually.ts';

jest.setTimeout(60_000);

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'lazy-storage-'));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

/** Runs a process alone until it is ready and was asked for a picture. @returns the modules of the SDK that it loaded. */
async function sdkModulesOf(
  entry: 'server' | 'worker',
  env: Record<string, string> = {},
): Promise<string[]> {
  const [port, metricsPort] = [await freePort(0), await freePort(0)];
  const list = path.join(folder, `${entry}-${port}`);
  const { child, result } = startEntry(`src/${entry}.ts`, {
    nodeArgs: ['--import', `${apiRoot}tests/helpers/noteLoadedModules.ts`],
    env: {
      DATABASE_URL: database.url,
      DATA_DIR: folder,
      STRIPE_API_BASE: 'http://127.0.0.1:1',
      SMTP_URL: 'smtp://127.0.0.1:1',
      PORT: String(port),
      METRICS_PORT: String(metricsPort),
      LOADED_MODULES: list,
      ...env,
    },
  });
  const answers = (address: string) => fetch(address).catch(() => undefined);
  await eventually(() => answers(`http://127.0.0.1:${metricsPort}/metrics`));
  if (entry === 'server') await answers(`http://127.0.0.1:${port}/media/none.png`);
  child.kill('SIGTERM');
  expect(await result).toMatchObject({ code: 0 });
  const loaded = (await readFile(list, 'utf8')).split('\n');
  expect(loaded.length).toBeGreaterThan(100);
  return loaded.filter((url) => /\/node_modules\/@(?:aws-sdk|smithy)\//.test(url));
}

test.each(['server', 'worker'] as const)(
  'a %s without a bucket loads nothing of the S3 SDK, also when it is asked for a file',
  async (entry) => {
    expect(await sdkModulesOf(entry)).toEqual([]);
  },
);

test('a server with a bucket loads the S3 SDK, and starts although the bucket cannot be reached', async () => {
  const loaded = await sdkModulesOf('server', {
    S3_BUCKET: 'shop',
    S3_ENDPOINT: 'http://127.0.0.1:1',
    S3_ACCESS_KEY_ID: 'key',
    S3_SECRET_ACCESS_KEY: 'secret',
  });
  expect(loaded.some((url) => url.includes('/@aws-sdk/client-s3/'))).toBe(true);
});
