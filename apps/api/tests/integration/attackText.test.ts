import fs from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { asBearer, logIn, newEmail, PASSWORD, postAuth } from '../helpers/accounts.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { newMember } from '../helpers/factors.ts';
import { exchange } from '../helpers/rawHttp.ts';

/** The log is written in the background, a moment later. */
const LOG_MS = 300;
const STDOUT = 1;

/** What starts a new line of a log or header, moves a cursor, or renames a window. */
const EVIL = [
  '\r\nX-Evil: 1',
  '\nforged line',
  '\u001b[2J',
  '\u001b]0;evil\u0007',
  '\u009b31m',
  '\u2028',
  '\u0000',
];

let shop: TestApp;
let log = '';
beforeAll(async () => {
  const write = fs.writeSync.bind(fs) as (...args: unknown[]) => number;
  jest.spyOn(fs, 'writeSync').mockImplementation((...args: unknown[]) => {
    const [fd, text] = args;
    if (fd !== STDOUT) return write(...args);
    log += String(text);
    return Buffer.byteLength(String(text));
  });
  shop = await startTestApp({ LOG_LEVEL: 'debug', LOG_FORMAT: 'pretty', RATE_LIMIT_MAX: '0' });
});
afterAll(async () => {
  await shop.close();
  await delay(LOG_MS);
  jest.restoreAllMocks();
});

const isForged = (text: string) =>
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]|^(?:forged|X-Evil)/m.test(text);

/** The answer to a raw request. */
function ask(line: string, headers: readonly string[] = []): Promise<string> {
  const head = [line, 'Host: shop.test', 'Connection: close', ...headers];
  return exchange(shop.url, `${head.join('\r\n')}\r\n\r\n`);
}

describe('Control characters', () => {
  test('stay out of the log, whatever part of a request they come in', async () => {
    log = '';
    for (const evil of EVIL) {
      const encoded = encodeURIComponent(evil);
      await ask(`GET /api/v1/products/a${encoded} HTTP/1.1`);
      await ask(`GET /api/v1/products?q=${encoded} HTTP/1.1`);
      await ask(`GET /api/v1/products/a${evil} HTTP/1.1`);
      for (const name of ['User-Agent', 'X-Request-Id', 'X-Forwarded-For', 'Origin', 'Referer']) {
        await ask('GET /api/v1/products HTTP/1.1', [
          `${name}: a${evil.replaceAll(/[\r\n]/g, ' ')}`,
        ]);
      }
      await postAuth(shop, 'register', { email: newEmail(), password: PASSWORD, firstName: evil });
      await postAuth(shop, 'login', { email: evil, password: evil });
    }
    await delay(LOG_MS);
    expect(log).toContain('/api/v1/products');
    expect(log.split('\n').filter(isForged)).toEqual([]);
  });

  test('are refused in names, and in what mails and labels print', async () => {
    for (const firstName of EVIL.filter((evil) => !evil.startsWith('\u2028'))) {
      const body = { email: newEmail(), password: PASSWORD, firstName: `Ada${firstName}x` };
      expect((await postAuth(shop, 'register', body)).status).toBe(400);
    }
    for (const email of ['ada@example.com\r\nBcc: eve@example.com', 'ada\u0000@example.com']) {
      expect((await postAuth(shop, 'register', { email, password: PASSWORD })).status).toBe(400);
    }
  });

  test('never start a header of the answer', async () => {
    for (const evil of EVIL) {
      const encoded = encodeURIComponent(`a${evil}`);
      for (const path of [
        `/api/v1/products/${encoded}`,
        `/unsubscribe/${encoded}`,
        `/${encoded}`,
      ]) {
        const [head = ''] = (await ask(`GET ${path} HTTP/1.1`)).split('\r\n\r\n');
        expect(head).not.toMatch(/^x-evil/im);
      }
    }
  });

  test('are not kept of the device that signs in', async () => {
    const { email } = await newMember(shop);
    const answer = await shop.api
      .post('/api/v1/auth/login')
      .set('User-Agent', 'Evil\u009b31m\tBrowser <script>')
      .send({ email, password: PASSWORD })
      .expect(200);
    const { session } = (answer.body as { data: { session: { id: string } } }).data;
    const { body } = await shop.api
      .get('/api/v1/auth/sessions')
      .set(asBearer(await logIn(shop, { email, password: PASSWORD })));
    const listed = (body as { data: { id: string; device: string }[] }).data;
    const device = listed.find(({ id }) => id === session.id)?.device;
    expect(device).toMatch(/^[\w .-]+$/);
  });
});
