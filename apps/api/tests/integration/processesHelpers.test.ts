import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { request } from '../../../../packages/stripe-sandbox/tests/helpers/raw.ts';
import { createMailer } from '../../src/integrations/smtp.ts';
import { eventually } from '../helpers/eventually.ts';
import { startShop, type RunningShop } from '../helpers/shop.ts';

// The helper processes: the mail catcher, the sandbox and the metrics.

jest.setTimeout(60_000);

const folder = mkdtempSync(path.join(tmpdir(), 'cartwright-helpers-'));
let shop: RunningShop;
/** The ports of the shop, the metrics, the sandbox and the mail page. */
let ports: Record<'shop' | 'figures' | 'sandbox' | 'mail', number>;

beforeAll(async () => {
  chmodSync(folder, 0o755);
  shop = await startShop(folder);
  const open = shop.log.find(({ message }) => message === 'The shop is open');
  const { metricsPort, sandboxUrl, mailUrl } = open as unknown as Record<string, string>;
  ports = {
    shop: shop.port,
    figures: Number(metricsPort),
    sandbox: Number(new URL(sandboxUrl ?? '').port),
    mail: Number(new URL(mailUrl ?? '').port),
  };
});
afterAll(async () => {
  await shop.stop();
  rmSync(folder, { recursive: true, force: true });
});

const died = () => shop.log.filter(({ message }) => / crashed |Unexpected/.test(message));

test.each(['shop', 'figures', 'sandbox', 'mail'] as const)(
  'no target ends the process that listens on the port of the %s',
  async (name) => {
    const port = ports[name];
    for (const target of ['//', '//[', '*', '%', '/%', '/%zz', 'http://x:99999/', 'http://[/'])
      expect([target, (await request(port, `GET ${target}`)).status < 500]).toEqual([target, true]);
    expect((await request(port, 'GET /')).status).toBeGreaterThan(0);
    expect(died()).toEqual([]);
    expect(shop.primary.exitCode).toBeNull();
  },
);

test('a mail catcher that is killed restarts on its port, with its mails', async () => {
  const { pid = 0, smtpPort } =
    shop.log.find(({ message }) => message.startsWith('The mail catcher is running')) ?? {};
  const url = `smtp://127.0.0.1:${smtpPort}`;
  const mailer = createMailer({ url, from: 'Shop <shop@shop.test>' });
  await mailer.send({
    to: 'ann@example.com',
    subject: 'Kept',
    text: '',
    html: '',
    messageId: 'a@b',
  });
  await mailer.close();
  process.kill(pid, 'SIGKILL');
  await eventually(() => died().length > 0);
  expect(died()).toMatchObject([{ message: 'The mail catcher crashed (SIGKILL); restarting it' }]);
  const list = await eventually(async () => {
    const answer = await request(ports.mail, 'GET /messages');
    return answer.status === 200 && answer.body;
  });
  expect(JSON.parse(list)).toMatchObject([{ subject: 'Kept' }]);
  expect((await fetch(`${shop.base}/health/ready`)).status).toBe(200);
});
