import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { demo } from '../../src/config/demo.ts';
import { developmentKeysSchema } from '../../src/config/developmentKeys.ts';
import { freePort } from '../../src/db/embedded/freePort.ts';
import { keysFile, loadConfigWithKeys, openKeys, readKeys } from '../../src/processes/keys.ts';
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts';
import { startEntry } from '../helpers/entry.ts';
import { eventually } from '../helpers/eventually.ts';

jest.setTimeout(90_000);

let database: TestDatabase;
let dataDir: string;
beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'cartwright-keys-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));
afterAll(() => database.drop());

test('a data folder gets random keys, once, readable only by its owner', async () => {
  const [first, second] = await Promise.all([openKeys({ dataDir }), openKeys({ dataDir })]);
  expect(second).toEqual(first);
  expect(readKeys({ dataDir })).toEqual(first);
  expect(statSync(keysFile({ dataDir })).mode & 0o777).toBe(0o600);
  const other = mkdtempSync(path.join(dataDir, 'other-'));
  const others = await openKeys({ dataDir: other });
  for (const key of Object.values(first)) expect(Object.values(others)).not.toContain(key);
  expect(JSON.stringify(first)).not.toMatch(/demo|cartwright/);
});

test('they replace unset variables, and nothing in production', async () => {
  const env = { DATA_DIR: dataDir, ADMIN_API_KEY: 'my own' };
  const { auth, stripe, cursorSecret, dataEncryptionKeys } = await loadConfigWithKeys(env);
  const keys = readKeys({ dataDir });
  expect(auth).toMatchObject({
    adminApiKey: 'my own',
    jwtSecret: keys?.JWT_SECRET,
    signingKey: keys?.JWT_SIGNING_KEY,
  });
  expect(cursorSecret).toBe(keys?.CURSOR_SECRET);
  expect(dataEncryptionKeys).toEqual([keys?.DATA_ENCRYPTION_KEYS]);
  expect(stripe).toMatchObject({
    embedded: true,
    secretKey: keys?.STRIPE_SECRET_KEY,
    publishableKey: keys?.STRIPE_PUBLISHABLE_KEY,
    webhookSecrets: [keys?.STRIPE_WEBHOOK_SECRET],
  });
  await expect(loadConfigWithKeys({ ...env, NODE_ENV: 'production' })).rejects.toThrow(
    /JWT_SECRET is needed in production/,
  );
});

test('a file of an older version is completed once, and keeps what it has', async () => {
  const { JWT_SIGNING_KEY, DATA_ENCRYPTION_KEYS, ...older } = await openKeys({ dataDir });
  writeFileSync(keysFile({ dataDir }), JSON.stringify(older));
  expect(readKeys({ dataDir })).toMatchObject(older);
  expect(JSON.parse(readFileSync(keysFile({ dataDir }), 'utf8'))).toEqual(older);
  const [first, second] = await Promise.all([openKeys({ dataDir }), openKeys({ dataDir })]);
  expect(first).toMatchObject(older);
  expect(first.DATA_ENCRYPTION_KEYS).not.toBe(DATA_ENCRYPTION_KEYS);
  expect(first.JWT_SIGNING_KEY).not.toBe(JWT_SIGNING_KEY);
  expect(second).toEqual(first);
  expect(readKeys({ dataDir })).toEqual(first);
  expect(statSync(keysFile({ dataDir })).mode & 0o777).toBe(0o600);
});

test.each(['', '{', '{"ADMIN_API_KEY":""}', '[]'])(
  'a damaged file (%j) is reported, and kept',
  async (text) => {
    writeFileSync(keysFile({ dataDir }), text);
    await expect(openKeys({ dataDir })).rejects.toThrow(
      /keys\.json is damaged\. Restore it from a backup/,
    );
    expect(readFileSync(keysFile({ dataDir }), 'utf8')).toBe(text);
  },
);

test('processes that are started separately on one folder have the same keys', async () => {
  const [port, ...metrics] = await Promise.all([freePort(0), freePort(0), freePort(0)]);
  const env = {
    DATABASE_URL: database.url,
    STRIPE_API_BASE: 'http://127.0.0.1:1',
    SMTP_URL: 'smtp://127.0.0.1:1',
    DATA_DIR: dataDir,
    PORT: String(port),
  };
  const [server, worker] = (['server', 'worker'] as const).map((name, at) =>
    startEntry(`src/${name}.ts`, { env: { ...env, METRICS_PORT: String(metrics[at]) } }),
  );
  const ask = (key: string) =>
    fetch(`http://127.0.0.1:${port}/api/v1/admin/jobs`, {
      headers: { Authorization: `Bearer ${key}` },
    });
  await eventually(() => ask('none').catch(() => undefined), 60_000);
  const keys = developmentKeysSchema.parse(JSON.parse(readFileSync(keysFile({ dataDir }), 'utf8')));
  expect((await ask(keys.ADMIN_API_KEY)).status).toBe(200);
  expect((await ask(demo.adminApiKey)).status).toBe(401);
  server?.child.kill('SIGTERM');
  worker?.child.kill('SIGTERM');
  await Promise.all([server?.result, worker?.result]);
  expect(readKeys({ dataDir })).toEqual(keys);
});
