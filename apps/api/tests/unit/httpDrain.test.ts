import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { prepareDrain } from '../../src/processes/httpDrain.ts';
import { portOf } from '../../src/processes/listen.ts';

const REQUEST = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n';
const DEADLINE_MS = 20_000;

let server: Server;
let drain: ReturnType<typeof prepareDrain>;

beforeEach(async () => {
  server = createServer((_, response) => void response.end('answer'));
  drain = prepareDrain(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => server.closeAllConnections());

async function open(): Promise<Socket> {
  const socket = connect(portOf(server), '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}

test('a request on a kept-alive connection is answered while the server drains, and is the last', async () => {
  const socket = await open();
  socket.write(REQUEST);
  expect(String(await once(socket, 'data'))).toContain('Connection: keep-alive');
  const drained = drain(DEADLINE_MS);
  await delay(300);
  socket.write(REQUEST);
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 OK[^]*Connection: close[^]*answer$/);
  await drained;
});

test('idle connections, used or not, do not delay the end', async () => {
  const kept = await open();
  kept.write(REQUEST);
  await once(kept, 'data');
  const unused = await open();
  const closed = Promise.all([once(kept, 'close'), once(unused, 'close')]);
  await drain(DEADLINE_MS);
  await expect(closed).resolves.toHaveLength(2);
});

test('no new connection is accepted while the server drains', async () => {
  await open();
  const drained = drain(DEADLINE_MS);
  await expect(open()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await drained;
});
