import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { createTestDatabase } from '../helpers/database.ts';
import { startShop, type RunningShop } from '../helpers/shop.ts';

jest.setTimeout(60_000);

const folder = mkdtempSync(path.join(tmpdir(), 'cartwright-shop-'));
let shop: RunningShop;

beforeAll(async () => {
  chmodSync(folder, 0o755);
  shop = await startShop(folder);
});
afterEach(async () => {
  if (shop.primary.exitCode !== null || shop.primary.signalCode !== null) {
    shop = await startShop(folder);
  }
});
afterAll(async () => {
  await shop.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function createCart(): Promise<string> {
  const response = await fetch(`${shop.base}/api/v1/carts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: '{}',
  });
  expect(response.status).toBe(201);
  return response.headers.get('location') ?? '';
}

/** Sends a request for a cart without the last byte of its body. */
async function beginRequest(): Promise<Socket> {
  const socket = connect(shop.port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    'POST /api/v1/carts HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n' +
      `Idempotency-Key: ${crypto.randomUUID()}\r\nContent-Length: 2\r\n\r\n{`,
  );
  // Until the worker has read the head; nothing tells the client when that is.
  await delay(150);
  return socket;
}

const workerPid = () =>
  shop.log.findLast(({ message }) => message.startsWith('Listening on '))?.pid ?? 0;

test('a killed HTTP worker is replaced', async () => {
  const replaced = shop.nextHttpWorker();
  const before = workerPid();
  process.kill(before, 'SIGKILL');
  expect(await replaced).not.toBe(before);
  expect((await fetch(`${shop.base}/health/ready`)).status).toBe(200);
});

test('SIGHUP replaces the workers while requests are answered', async () => {
  const before = workerPid();
  shop.primary.kill('SIGHUP');
  const answers: number[] = [];
  while (!shop.log.some(({ message }) => message === 'All workers are replaced')) {
    answers.push((await fetch(`${shop.base}/health/live`)).status);
    await delay(20);
  }
  expect(new Set(answers)).toEqual(new Set([200]));
  expect(workerPid()).not.toBe(before);
});

test('SIGTERM lets a request in flight finish, accepts no new connection, and ends with 0', async () => {
  const socket = await beginRequest();
  const answer = text(socket);
  const ended = shop.stop();
  await delay(300);
  await expect(once(connect(shop.port, '127.0.0.1'), 'connect')).rejects.toMatchObject({
    code: 'ECONNREFUSED',
  });
  socket.write('}');
  expect(await answer).toMatch(/^HTTP\/1\.1 201 Created[^]*Connection: close/i);
  expect(await ended).toBe(0);
});

test('a killed primary leaves its requests to finish; the next start has all data, at once', async () => {
  const cart = await createCart();
  const socket = await beginRequest();
  const answer = text(socket);
  shop.primary.kill('SIGKILL');
  await delay(200);
  socket.write('}');
  expect(await answer).toMatch(/^HTTP\/1\.1 201 Created/);
  shop = await startShop(folder);
  expect((await fetch(new URL(cart, shop.base))).status).toBe(200);
});

test('every process killed at once: the next start has all data', async () => {
  const cart = await createCart();
  process.kill(workerPid(), 'SIGKILL');
  shop.primary.kill('SIGKILL');
  await once(shop.primary, 'exit');
  shop = await startShop(folder);
  expect((await fetch(new URL(cart, shop.base))).status).toBe(200);
});

test('a second shop on the same port ends', async () => {
  const database = await createTestDatabase();
  const env = { PORT: String(shop.port), DATABASE_URL: database.url };
  await expect(startShop(path.join(folder, 'second'), env)).rejects.toThrow(
    'The shop ended with 1: ',
  );
  await database.drop();
});
