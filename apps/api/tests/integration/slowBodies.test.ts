import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import sharp from 'sharp';
import { buildApp } from '../../src/app.ts';
import { AppError } from '../../src/kernel/errors.ts';
import { createHttpServer } from '../../src/processes/httpServer.ts';
import { MAX_PICTURE_BYTES } from '../../src/domains/media.limits.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { eventually } from '../helpers/eventually.ts';
import { openRaw } from '../helpers/rawHttp.ts';
import { asStaff } from '../helpers/staff.ts';

const FILES = '/api/v1/admin/media/files';
/** As the real ones (60 s, 30 s, one hour), in little. */
const times = { totalMs: 900, idleMs: 1500, slowMs: 4500 };

let shop: TestApp;
/** The same shop, with those times. */
let server: Server;
let url: string;

beforeAll(async () => {
  shop = await startTestApp({ RATE_LIMIT_MAX: '0' });
  server = createHttpServer(buildApp(shop.container), { writeTimeoutMs: 5000, bodyTimes: times });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await shop.close();
});

const workFiles = () =>
  readdir(path.join(shop.container.config.dataDir, 'work')).catch((): string[] => []);

interface Sent {
  readonly head: readonly string[];
  readonly body: Buffer;
  /** The body goes in so many parts, one each 400 ms. */
  readonly parts: number;
  /** Parts after which nothing more is sent. */
  readonly until?: number;
}

/** @returns the answer, and after how many milliseconds the server ended the connection. */
async function sendSlowly({ head, body, parts, until = parts }: Sent) {
  const raw = await openRaw(url);
  const lines = [...head, 'Host: shop', 'Connection: close', `Content-Length: ${body.length}`];
  raw.socket.write([...lines, '', ''].join('\r\n'));
  const began = performance.now();
  const size = Math.ceil(body.length / parts);
  for (let part = 0; part < until && !raw.socket.destroyed; part++) {
    raw.socket.write(body.subarray(part * size, (part + 1) * size));
    await Promise.race([delay(400), raw.ended]);
  }
  await raw.ended;
  raw.socket.destroy();
  return { answer: raw.received(), ms: performance.now() - began };
}

const authorization = `Authorization: ${asStaff.Authorization}`;

async function form() {
  const background = { r: 10, g: 200, b: 90 };
  const png = await sharp({ create: { width: 30, height: 20, channels: 3, background } })
    .png()
    .toBuffer();
  const start = [
    '--x',
    'Content-Disposition: form-data; name="file"; filename="a.png"',
    'Content-Type: image/png',
  ];
  const body = Buffer.concat([
    Buffer.from(`${start.join('\r\n')}\r\n\r\n`),
    png,
    Buffer.from('\r\n--x--\r\n'),
  ]);
  const type = 'Content-Type: multipart/form-data; boundary=x';
  return { head: [`POST ${FILES} HTTP/1.1`, authorization, type], body };
}

async function signed(bytes: number, expiresSeconds: number) {
  const terms = { contentType: 'image/png', bytes, expiresSeconds };
  const put = await shop.container.services.storage.presignPut(`private/uploads/${bytes}`, terms);
  const head = [`PUT ${new URL(put.url).pathname} HTTP/1.1`, 'Content-Type: image/png'];
  return { head, body: Buffer.alloc(bytes, 1) };
}

test('a form and a signed upload may be slow as long as bytes come', async () => {
  const slow = { parts: 6 };
  const [byForm, byAddress] = await Promise.all([
    sendSlowly({ ...(await form()), ...slow }),
    sendSlowly({ ...(await signed(60, 60)), ...slow }),
  ]);
  expect(byForm.answer).toMatch(/^HTTP\/1.1 201/);
  expect(byAddress.answer).toMatch(/^HTTP\/1.1 204/);
  expect(byAddress.ms).toBeGreaterThan(times.totalMs);
});

test('those that stall are ended, and leave nothing', async () => {
  const stalled = { parts: 6, until: 4 };
  const [byForm, byAddress] = await Promise.all([
    sendSlowly({ ...(await form()), ...stalled }),
    sendSlowly({ ...(await signed(61, 60)), ...stalled }),
  ]);
  expect(byForm.answer).toMatch(/^HTTP\/1.1 408/);
  expect(byAddress.answer).toMatch(/^HTTP\/1.1 408/);
  expect(byForm.ms).toBeGreaterThan(times.totalMs);
  await eventually(async () => (await workFiles()).length === 0);
  const { storage } = shop.container.services;
  expect(await storage.head('private/uploads/61')).toBeNull();
});

test('a signed upload is ended when its signature is, and any after the longest time', async () => {
  const [bySignature, byTime] = await Promise.all([
    sendSlowly({ ...(await signed(62, 2)), parts: 30 }),
    sendSlowly({ ...(await signed(63, 60)), parts: 30 }),
  ]);
  expect(bySignature.answer).toMatch(/^HTTP\/1.1 408/);
  expect(byTime.answer).toMatch(/^HTTP\/1.1 408/);
  expect(bySignature.ms).toBeLessThan(byTime.ms);
  expect(byTime.ms).toBeGreaterThanOrEqual(times.slowMs - 100);
}, 20_000);

test('a body of JSON must come within its time, however steadily', async () => {
  const head = ['POST /api/v1/carts HTTP/1.1', 'Content-Type: application/json'];
  const body = Buffer.from(JSON.stringify({ currency: 'USD', note: 'x'.repeat(50) }));
  const { answer, ms } = await sendSlowly({ head, body, parts: 20 });
  expect(answer).toMatch(/^HTTP\/1.1 408/);
  expect(ms).toBeLessThan(20 * 400);
});

test('a body that came in time is answered however long that takes', async () => {
  const { products } = shop.container.services;
  const spy = jest.spyOn(products, 'list').mockImplementation(async () => {
    await delay(times.totalMs + 500);
    throw new AppError('state_conflict', 'Late.');
  });
  const raw = await openRaw(url);
  const lines = ['GET /api/v1/products?limit=3 HTTP/1.1', 'Host: shop', 'Connection: close'];
  raw.socket.write(
    [...lines, 'Content-Type: application/json', 'Content-Length: 2', '', '{}'].join('\r\n'),
  );
  await raw.ended;
  raw.socket.destroy();
  spy.mockRestore();
  expect(raw.received()).toMatch(/^HTTP\/1.1 409/);
});

test('a form whose file says that it is a picture is read as far as a picture may go', async () => {
  const send = (type: string) =>
    shop.api
      .post(FILES)
      .set(asStaff)
      .field('visibility', 'staff')
      .attach('file', Buffer.alloc(MAX_PICTURE_BYTES + 1), { filename: 'a', contentType: type });
  const picture = await send('image/png');
  expect([picture.status, picture.body.code]).toEqual([413, 'payload_too_large']);
  expect(picture.body.detail).toContain(String(MAX_PICTURE_BYTES));
  expect((await send('application/pdf')).status).toBe(422);
});
