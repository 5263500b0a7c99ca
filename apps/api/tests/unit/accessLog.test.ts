import { once } from 'node:events';
import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import compression from 'compression';
import express from 'express';
import { accessLog, countBody } from '../../src/middleware/accessLog.middleware.ts';
import { useLinks } from '../../src/middleware/link.middleware.ts';
import { eventually } from '../helpers/eventually.ts';
import { recordingLogger } from '../helpers/recordingLogger.ts';

const logger = recordingLogger();
logger.level = 'http';
const app = express();
useLinks(app, [accessLog(logger), countBody]);
app.use(compression({ threshold: 100 }));
app.get('/unannounced', (_req, res) => void res.end('grüße'));
app.get('/streamed', (_req, res) => {
  res.write('one, ');
  res.end(Buffer.from('two'));
});
app.get('/compressed', (_req, res) => void res.type('text').end('again '.repeat(1000)));
app.get('/announced', (_req, res) => void res.json({ a: 1 }));
let held = 0;
app.get('/never', () => void held++);
app.get('/empty', (_req, res) => void res.status(204).end());

const server = createServer(app);
let port = 0;
beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => void server.close());

/** The length of the body on the wire. */
async function get(path: string, method = 'GET'): Promise<number> {
  const headers = { 'Accept-Encoding': 'gzip' };
  const asked = request({ port, path, method, headers, agent: false }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return (await buffer(answer)).byteLength;
}

const lineOf = (message: string) =>
  eventually(() => logger.lines.find((line) => line.message === message));

test.each(['/unannounced', '/streamed', '/compressed', '/announced', '/empty'])(
  'the line of GET %s has the length of the body',
  async (path) => {
    const bytes = await get(path);
    expect(bytes > 0).toBe(path !== '/empty');
    expect(await lineOf(`GET ${path}`)).toMatchObject({ bytes });
  },
);

test('the line of a HEAD has zero bytes', async () => {
  expect(await get('/announced', 'HEAD')).toBe(0);
  expect(await lineOf('HEAD /announced')).toMatchObject({ status: 200, bytes: 0 });
});

test('the line of an address with a placeholder of the logger has all its fields', async () => {
  await get('/announced?share=50%d');
  expect(await lineOf('GET /announced?share=50%d')).toMatchObject({ status: 200, bytes: 7 });
});

test('the line of an answer whose client has disconnected is written, too', async () => {
  const asked = request({ port, path: '/never', agent: false }).end();
  asked.on('error', () => undefined);
  await eventually(() => held > 0);
  asked.destroy();
  expect(await lineOf('GET /never')).toMatchObject({ ip: expect.stringContaining('127.0.0.1') });
});
