import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { Writable, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileStore } from '../../src/ports/fileStore.ts';
import { asDiskError } from '../../src/ports/fileStoreErrors.ts';
import { createLocalStorage } from '../../src/integrations/localStorage.ts';
import { withLingeringClose } from '../../src/middleware/unreadBody.middleware.ts';
import { isConnectionError } from '../../src/utils/connectionError.ts';
import { redactText } from '../../src/utils/redact.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { eventually } from '../helpers/eventually.ts';
import { describeSignedAddresses } from '../helpers/fileStoreContract.ts';
import { exchange, openRaw } from '../helpers/rawHttp.ts';

let app: TestApp;
/** As the shop's own, with addresses that are answered. */
let store: FileStore;
let folder: string;

beforeAll(async () => {
  app = await startTestApp({ CORS_ORIGINS: 'https://admin.shop.example' });
  folder = path.join(app.container.config.dataDir, 'files');
  store = createLocalStorage({
    folder,
    signing: {
      secret: app.container.config.auth.jwtSecret,
      uploads: `${app.url}/uploads`,
      downloads: `${app.url}/downloads/files`,
    },
  });
});
afterAll(() => app.close());

describeSignedAddresses('a folder', () => ({ store }));

const terms = { contentType: 'image/png', bytes: 10, expiresSeconds: 60 };
const BODY = '0123456789';

test('the addresses that the shop signs are its own', async () => {
  const { storage } = app.container.services;
  const upload = await storage.presignPut('private/uploads/own', terms);
  expect(upload.url).toMatch(/^http:\/\/shop\.test\/uploads\/fup_/);
  const download = await storage.presignGet('private/files/own', { expiresSeconds: 60 });
  expect(download).toMatch(/^http:\/\/shop\.test\/downloads\/files\/fdl_/);
  expect((await app.api.get(new URL(download).pathname)).status).toBe(404);
});

test('a token is masked in the log, and is good for one use alone', async () => {
  const { url, headers } = await store.presignPut('private/uploads/f', terms);
  const [, token = ''] = url.split('/uploads/');
  const [, signature = ''] = token.split('.');
  expect(redactText(`PUT /uploads/${token}`)).not.toContain(signature.slice(0, 20));
  expect((await app.api.get(`/downloads/files/${token}`)).status).toBe(403);
  const refused = await fetch(url, { method: 'PUT', headers, body: 'x' });
  expect(await refused.json()).toMatchObject({ instance: '/uploads/[masked]' });
  const download = token.replace('fup_', 'fdl_');
  expect((await app.api.get(`/downloads/files/${download}`)).status).toBe(403);
  expect((await fetch(`${url}${'x'.repeat(5000)}`, { method: 'PUT', headers })).status).toBe(403);
});

test.each([
  [['Transfer-Encoding: chunked'], 411, 'length_required'],
  [['Content-Length: 10737418240'], 413, 'payload_too_large'],
  [['Content-Length: 9'], 400, 'validation_failed'],
  [['Content-Length: 10', 'Content-Encoding: gzip'], 415, 'unsupported_media_type'],
])(
  'an upload with %j is refused with %d before a byte of it is read',
  async (lines, status, code) => {
    const { url } = await store.presignPut('private/uploads/g', terms);
    const head = [`PUT ${new URL(url).pathname} HTTP/1.1`, 'Host: shop', 'Connection: close'];
    const type = 'Content-Type: image/png';
    const answer = await exchange(app.url, [...head, type, ...lines, '', ''].join('\r\n'));
    expect(answer).toContain(`HTTP/1.1 ${status}`);
    expect(answer).toContain(`"code":"${code}"`);
    expect(await store.head('private/uploads/g')).toBeNull();
  },
);

test('an upload that is broken off leaves nothing, and is no error of the shop', async () => {
  const { url } = await store.presignPut('private/uploads/h', { ...terms, bytes: 5_000_000 });
  const raw = await openRaw(app.url);
  const head = [
    `PUT ${new URL(url).pathname} HTTP/1.1`,
    'Host: shop',
    'Content-Type: image/png',
    'Content-Length: 5000000',
  ];
  raw.socket.write([...head, '', 'x'.repeat(1_000_000)].join('\r\n'));
  const incoming = path.join(folder, '.incoming');
  await eventually(async () => (await readdir(incoming)).length === 1);
  raw.socket.destroy();
  await eventually(async () => (await readdir(incoming)).length === 0);
  expect(await store.head('private/uploads/h')).toBeNull();
  expect(await app.container.metrics.registry.metrics()).not.toMatch(/status="5\d\d"/);
});

test.each([
  ['with its first bytes', 10],
  ['in the middle of a long file', 3_000_000],
])('a storage that fails %s is a 503, and nothing else is affected', async (_when, bytes) => {
  const { storage } = app.container.services;
  const put = storage.put;
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  // As a folder on a full disk does: it destroys what it reads from.
  storage.put = async (_key, body) => {
    const write = (_chunk: unknown, _encoding: unknown, done: (error: Error) => void) => done(full);
    try {
      await pipeline(body as Readable, new Writable({ write }));
    } catch (error) {
      (body as Readable).destroy();
      throw asDiskError(error);
    }
    throw new Error('It was written');
  };
  try {
    const { url } = await store.presignPut('private/uploads/full', { ...terms, bytes });
    const lines = ['Host: shop', 'Content-Type: image/png', `Content-Length: ${bytes}`];
    const head = [`PUT ${new URL(url).pathname} HTTP/1.1`, ...lines, 'Connection: close'];
    const answer = await exchange(app.url, [...head, '', 'x'.repeat(bytes)].join('\r\n'));
    expect(answer).toContain('HTTP/1.1 503');
    expect(answer).toMatch(/^Retry-After: \d+/m);
    expect(answer).toContain('"code":"storage_unavailable"');
  } finally {
    storage.put = put;
  }
  const { url, headers } = await store.presignPut('private/uploads/full', terms);
  expect((await fetch(url, { method: 'PUT', headers, body: BODY })).status).toBe(204);
});

test('a pipeline that fails while it reads a request leaves a connection for the answer', async () => {
  const server = createServer(
    withLingeringClose((req, res) => {
      const failure = new Error('no space left on device');
      const write = (_chunk: unknown, _encoding: unknown, done: (error: Error) => void) =>
        done(failure);
      pipeline(req, new Writable({ write })).catch((error: unknown) => {
        res.writeHead(503).end(String(isConnectionError(error, req, res)));
      });
    }),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const head = ['POST / HTTP/1.1', 'Host: shop', 'Content-Length: 3000000'];
  const sent = [...head, '', 'x'.repeat(3_000_000)].join('\r\n');
  const answer = await exchange(`http://127.0.0.1:${port}`, sent);
  expect(answer).toMatch(/^HTTP\/1\.1 503[^]*false/);
  server.closeAllConnections();
  server.close();
});

test('a page of a named origin may upload, and one of another may not', async () => {
  const { url, headers } = await store.presignPut('private/uploads/i', terms);
  const preflight = (origin: string) =>
    fetch(url, {
      method: 'OPTIONS',
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'PUT',
        'Access-Control-Request-Headers': 'content-type',
      },
    });
  const admitted = await preflight('https://admin.shop.example');
  expect(admitted.headers.get('access-control-allow-origin')).toBe('https://admin.shop.example');
  expect(admitted.headers.get('access-control-allow-methods')).toContain('PUT');
  expect(admitted.headers.get('access-control-allow-headers')).toBe('content-type');
  const other = await preflight('https://other.example');
  expect(other.headers.get('access-control-allow-origin')).toBeNull();
  const Origin = 'https://admin.shop.example';
  const sent = await fetch(url, { method: 'PUT', headers: { ...headers, Origin }, body: BODY });
  expect([sent.status, sent.headers.get('access-control-allow-origin')]).toEqual([204, Origin]);
});
