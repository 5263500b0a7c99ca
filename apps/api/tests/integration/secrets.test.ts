import fs from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { newDevelopmentKeys } from '../../src/config/developmentKeys.ts';
import { startJobWorker } from '../../src/jobs/startJobWorker.ts';
import { postAuth, registerAccount } from '../helpers/accounts.ts';
import { dumpDatabase } from '../helpers/databaseDump.ts';
import { recordScenes, type Exchange } from '../helpers/recordedScenes.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { sceneSettings } from '../scenes/scene.ts';

/** What a member's name says to be secret, in requests and answers. */
const SECRET_MEMBER =
  /password|token$|secret|^key$|codes?$|^(?:authorization|cookie|set-cookie|x-order-token|x-csrf-token)$/i;
/** Short ones, such as the code of a country or six digits, stand in other texts by chance. */
const MIN_LENGTH = 8;
const STDOUT = 1;
/**
 * Stored as they are: the key of a storefront, which every visitor sees, and Stripe's secret of a
 * payment, which the buyer's browser gets again when it returns.
 */
const KEPT = /^createApiKey key$| clientSecret$/;

const { JWT_SIGNING_KEY } = newDevelopmentKeys();
let shop: SalesApp;
let exchanges: readonly Exchange[];
let log = '';
/** By what they are. */
const planted = new Map<string, string>();

beforeAll(async () => {
  const write = fs.writeSync.bind(fs) as (...args: unknown[]) => number;
  jest.spyOn(fs, 'writeSync').mockImplementation((...args: unknown[]) => {
    const [fd, text] = args;
    if (fd !== STDOUT) return write(...args);
    log += String(text);
    return Buffer.byteLength(String(text));
  });
  const env = { ...sceneSettings, LOG_LEVEL: 'debug', LOG_FORMAT: 'json', JWT_SIGNING_KEY };
  shop = await startSalesApp({ env });
  exchanges = await recordScenes(shop);
  const account = await registerAccount(shop);
  const { headers, body } = await postAuth(shop, 'login', { ...signInOf(account), mode: 'cookie' });
  for (const part of [headers, body as unknown]) collect('login by cookie', part);
  await doJobs();
  for (const { route, headers, body, answer } of exchanges) {
    for (const part of [headers, body, answer.headers, answer.body as unknown]) {
      collect(route.operationId, part);
    }
  }
}, 300_000);
afterAll(async () => {
  await shop.close();
  jest.restoreAllMocks();
});

const signInOf = ({ email, password }: Record<'email' | 'password', string>) => ({
  email,
  password,
});

/** How long jobs run: mails are among the first. */
const JOBS_MS = 6000;

/** Does jobs of these requests, which write mails among others. */
async function doJobs(): Promise<void> {
  const worker = await startJobWorker(shop.container);
  await delay(JOBS_MS);
  await worker.stop(5000);
}

/** Collects the values of secret members. */
function collect(operation: string, value: unknown, name = ''): void {
  if (Array.isArray(value)) return value.forEach((item) => collect(operation, item, name));
  if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) collect(operation, member, key);
  } else if (typeof value === 'string' && SECRET_MEMBER.test(name)) {
    const secret = value.replace(/^Bearer /, '').replace(/^[^=;]+=([^;]+);.*/, '$1');
    if (secret.length >= MIN_LENGTH) planted.set(secret, `${operation} ${name}`);
  }
}

/** The secrets that a text contains, by what they are. */
const foundIn = (text: string) => [
  ...new Set([...planted].filter(([secret]) => text.includes(secret)).map(([, what]) => what)),
];

test('Secrets of all kinds are planted', () => {
  const kinds = new Set([...planted.values()].map((what) => what.split(' ').at(-1)));
  expect([...kinds]).toEqual(
    expect.arrayContaining([
      'password',
      'accessToken',
      'refreshToken',
      'csrfToken',
      'backupCodes',
      'secret',
      'key',
      'token',
      'orderToken',
      'Authorization',
    ]),
  );
});

test('The log has none at its most talkative level', () => {
  expect(log.split('\n').length).toBeGreaterThan(exchanges.length);
  expect(foundIn(log)).toEqual([]);
});

test('The database has none as they are', async () => {
  const dump = await dumpDatabase(shop.container.database);
  expect(dump).toContain('public.users ');
  const kept = foundIn(dump).filter((what) => !KEPT.test(what));
  expect(kept).toEqual([]);
});

test('The metrics have none', async () => {
  const text = await shop.container.metrics.registry.metrics();
  expect(text).toContain('http_request_duration_seconds');
  expect(foundIn(text)).toEqual([]);
});

test('The refusals repeat none, though their requests have them', async () => {
  const wrong: string[] = [];
  for (const { route, path, headers, body } of exchanges) {
    if (typeof body !== 'object' || body === null) continue;
    const { text } = await shop.api[route.method](path)
      .set(headers)
      .send({ ...body, undeclared: true });
    wrong.push(...foundIn(text).map((what) => `${route.operationId}: ${what}`));
  }
  expect(wrong).toEqual([]);
});

test('The API document and its examples have none, and no key that is real', async () => {
  const { text } = await shop.api.get('/openapi.json').expect(200);
  // Its examples show the sentence that the tests use as a password.
  expect(foundIn(text).filter((what) => !/password$/i.test(what))).toEqual([]);
  expect(text).not.toMatch(/\$2[aby]\$\d\d\$|sk_live_|-----BEGIN|whsec_[a-z0-9]{16}/i);
});
