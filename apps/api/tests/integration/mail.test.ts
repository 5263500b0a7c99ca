import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { SMTPServer } from 'smtp-server';
import { request } from '../../../../packages/stripe-sandbox/tests/helpers/raw.ts';
import { openDatabase, type Database } from '../../src/db/client.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import { emit } from '../../src/events/outbox.ts';
import { startMailCatcher, type MailCatcher } from '../../src/integrations/mailCatcher.ts';
import type { CaughtMail, MailSummary } from '../../src/integrations/mailCatcher/mailbox.ts';
import { createMailer, RecipientRefusedError } from '../../src/integrations/smtp.ts';
import { sendOrderMail } from '../../src/jobs/email.order.handler.ts';
import { emailOrderJob } from '../../src/jobs/email.order.job.ts';
import { sendEmail } from '../../src/jobs/email.send.handler.ts';
import { sendEmailJob } from '../../src/jobs/email.send.job.ts';
import { PermanentJobError } from '../../src/jobs/permanentJobError.ts';
import { runnableJob } from '../../src/jobs/runnableJob.ts';
import { loadContent } from '../../src/mails/registry.ts';
import { createEmailService } from '../../src/services/email.service.ts';
import { createQueueService } from '../../src/services/queue.service.ts';
import { createContext } from '../../src/kernel/context.ts';
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts';
import { eventually } from '../helpers/eventually.ts';
import { testShop } from '../helpers/mails.ts';
import { recordingLogger } from '../helpers/recordingLogger.ts';

const shop = { ...testShop, shopName: 'Test Shop' };
const FROM = 'Test Shop <orders@shop.test>';
let testDatabase: TestDatabase;
let database: Database;
let dataDir: string;
let catcher: MailCatcher;
const context = () => createContext(database, { kind: 'system', id: 'test' }, 'job_test');

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase({ url: testDatabase.url, poolSize: 3 });
  dataDir = await mkdtemp(path.join(tmpdir(), 'mail-'));
  catcher = await startMailCatcher({ dataDir, host: '127.0.0.1' });
});

afterAll(async () => {
  await catcher.close();
  await database.close();
  await testDatabase.drop();
  await rm(dataDir, { recursive: true });
});

beforeEach(async () => {
  for (const name of await readdir(path.join(dataDir, 'mail'))) {
    await rm(path.join(dataDir, 'mail', name), { recursive: true });
  }
});

async function caught(): Promise<CaughtMail[]> {
  const list = (await (await fetch(`${catcher.webUrl}/messages`)).json()) as MailSummary[];
  return await Promise.all(
    list.map(
      async ({ id }) =>
        (await (await fetch(`${catcher.webUrl}/messages/${id}`)).json()) as CaughtMail,
    ),
  );
}

/** Sends one mail through the catcher, over SMTP. */
async function send(message: Partial<{ to: string; subject: string; text: string; html: string }>) {
  const mailer = createMailer({ url: catcher.smtpUrl, from: FROM });
  try {
    await mailer.send({
      to: 'ann@example.com',
      subject: 'Hello',
      text: 'Text',
      html: '<p>HTML</p>',
      messageId: 'one@shop.test',
      ...message,
    });
  } finally {
    await mailer.close();
  }
}

describe('the mail catcher', () => {
  test('stores mails from SMTP and serves them to scripts', async () => {
    await send({ subject: 'Grüße, 世界 🎁', text: 'Line one\nline two' });
    const [mail] = await caught();
    expect(mail).toMatchObject({
      from: 'Test Shop <orders@shop.test>',
      to: ['ann@example.com'],
      subject: 'Grüße, 世界 🎁',
      messageId: '<one@shop.test>',
      text: expect.stringContaining('line two'),
      html: expect.stringContaining('<p>HTML</p>'),
    });
    expect(mail?.headers).toContainEqual({ name: 'Auto-Submitted', value: 'auto-generated' });
  });

  test('shows mails in a page in which no script of a mail runs', async () => {
    await send({
      subject: '<script>alert(1)</script>',
      html: '<script>alert(2)</script><b>Hi</b>',
    });
    const [mail] = await caught();
    const list = await (await fetch(catcher.webUrl)).text();
    expect(list).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    const page = await (await fetch(`${catcher.webUrl}/view/${mail?.id}`)).text();
    expect(page).toContain('<iframe sandbox ');
    expect(page).not.toContain('alert(2)');
    const body = await fetch(`${catcher.webUrl}/messages/${mail?.id}/html`);
    expect(body.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
    const raw = await (await fetch(`${catcher.webUrl}/messages/${mail?.id}/raw`)).text();
    expect(raw).toContain('Message-ID: <one@shop.test>');
  });

  test('keeps its mails across a restart', async () => {
    await send({ subject: 'Kept' });
    await catcher.close();
    catcher = await startMailCatcher({ dataDir, host: '127.0.0.1' });
    expect((await caught()).map(({ subject }) => subject)).toEqual(['Kept']);
  });

  test.each(['/view/none', '/messages/..%2f..%2fpasswd', '/messages/1/2/3', '/else'])(
    '%s is not found',
    async (url) => {
      expect((await fetch(catcher.webUrl + url)).status).toBe(404);
    },
  );
});

describe('the page of the mail catcher', () => {
  const port = () => Number(new URL(catcher.webUrl).port);

  test.each([
    ['//', 400],
    ['//[', 400],
    ['//evil.example/messages', 400],
    ['http://x:99999/', 400],
    ['*', 400],
    ['/%', 400],
    ['/messages/%zz', 400],
    ['http://evil.example/messages', 421],
    ['/messages/1/2/3/4', 404],
    ['/messages?%', 200],
  ])('answers %s with %i, and continues', async (target, status) => {
    expect(await request(port(), `GET ${target}`)).toMatchObject({ status });
    expect((await fetch(catcher.webUrl)).status).toBe(200);
  });

  test.each(['POST', 'DELETE', 'TRACE', 'PROPFIND'])('changes nothing on %s', async (method) => {
    expect(await request(port(), `${method} /messages`)).toMatchObject({ status: 405 });
  });

  test.each([
    [{ Host: 'evil.example' }, 421],
    [{ Host: '127.0.0.1.evil.example:80' }, 421],
    [{ Origin: 'https://evil.example' }, 403],
    [{ Origin: 'null' }, 403],
    [{ 'Sec-Fetch-Site': 'cross-site' }, 403],
  ])('shows no mail to a foreign page (%j)', async (headers, status) => {
    await send({ subject: 'A secret' });
    const [mail] = await caught();
    for (const path of [
      '/',
      '/messages',
      `/messages/${mail?.id}`,
      `/messages/${mail?.id}/raw`,
      `/view/${mail?.id}`,
    ]) {
      const answer = await request(port(), `GET ${path}`, headers);
      expect(answer).toMatchObject({ status });
      expect(answer.body).not.toContain('secret');
    }
  });

  test('shows readable mails beside an unreadable one', async () => {
    await send({ subject: 'Readable' });
    const id = `${Date.now() + 1000}-0a0b0c0d`;
    await mkdir(path.join(dataDir, 'mail', `${id}.eml`));
    expect((await caught()).map(({ subject }) => subject)).toEqual([
      '(this mail cannot be read)',
      'Readable',
    ]);
    const page = await (await fetch(`${catcher.webUrl}/view/${id}`)).text();
    expect(page).toContain('not that of a mail');
  });
});

describe('the mailer', () => {
  test('sends to one address, also when a customer typed two', async () => {
    await expect(send({ to: 'ann@example.com, eve@example.com' })).rejects.toThrow(Error);
    expect(await caught()).toEqual([]);
  });

  test('tells a permanently refused recipient from a temporary failure', async () => {
    let code = 550;
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: (_address, _session, done) =>
        done(Object.assign(new Error('No such mailbox'), { responseCode: code })),
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as { port: number };
    const mailer = createMailer({ url: `smtp://127.0.0.1:${port}`, from: FROM });
    const deliver = () =>
      mailer.send({ to: 'gone@example.com', subject: '', text: '', html: '', messageId: 'm@t' });
    await expect(deliver()).rejects.toThrow(RecipientRefusedError);
    code = 450;
    const passing = deliver();
    await expect(passing).rejects.toThrow(/No such mailbox/);
    await expect(passing).rejects.not.toThrow(RecipientRefusedError);
    await mailer.close();
    await new Promise<void>((resolve) => server.close(resolve));
  });

  test.each([
    ['smith&jones@example.com', 'smith&jones@example.com'],
    ["o'brien/x=y@example.com", "o'brien/x=y@example.com"],
    ['user@müller.example', 'user@xn--mller-kva.example'],
    ['info@例子.公司', 'info@xn--fsqu00a.xn--55qx5d'],
  ])('writes to %s in the form that every server accepts', async (to, sent) => {
    const { port, lines, close } = await plainServer();
    const from = 'Müller, Söhne <orders@müller.example>';
    const mailer = createMailer({ url: `smtp://127.0.0.1:${port}`, from });
    await mailer.send({ to, subject: 'x', text: 'x', html: 'x', messageId: 'm@t' });
    await mailer.close();
    close();
    expect(lines).toContain('MAIL FROM:<orders@xn--mller-kva.example>');
    expect(lines).toContain(`RCPT TO:<${sent}>`);
    await send({ to });
    const [mail] = await caught();
    expect(mail?.to).toEqual([sent]);
  });

  test('does not let an address end a header', async () => {
    const to = 'ann@example.com\r\nBcc: eve@example.com';
    await send({ to }).catch(() => undefined);
    const heads = (await caught()).flatMap(({ headers }) => headers.map(({ name }) => name));
    expect(heads).not.toContain('Bcc');
    expect(heads).not.toContain('bcc');
  });

  test('says what to do when there is no mail server', async () => {
    const mailer = createMailer({ url: undefined, from: FROM });
    await expect(
      mailer.send({ to: 'a@b.c', subject: '', text: '', html: '', messageId: 'm@t' }),
    ).rejects.toThrow(/set SMTP_URL/);
  });
});

const mailJob = runnableJob(sendEmailJob, sendEmail);
const queuedJob = runnableJob(emailOrderJob, sendOrderMail);

describe('order mails', () => {
  test('are sent from the event, through the queue, to the customer: one per order', async () => {
    await addOrder('ord_1', { email: 'ann@example.com' });
    const mailer = createMailer({ url: catcher.smtpUrl, from: FROM });
    const worker = await createQueueService().startWorker({
      database,
      logger: recordingLogger(),
      services: { email: createEmailService({ mailer, from: FROM, shop }), loadContent },
      jobs: [mailJob],
      concurrency: 2,
    });
    await inTransaction(context(), async (ctx) => {
      await emit(ctx, 'order.placed', { orderId: 'ord_1' });
      await emit(ctx, 'order.paid', { orderId: 'ord_1' });
      await emit(ctx, 'order.confirmed', { orderId: 'ord_1' });
    });
    const mails = await eventually(async () => {
      const list = await caught();
      return list.length > 0 && list;
    });
    await worker.stop(3000);
    await mailer.close();
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({
      to: ['ann@example.com'],
      messageId: '<ord_1.order.confirmation@shop.test>',
      subject: expect.stringMatching(/^Your order \d+ at Test Shop$/),
      text: expect.stringContaining('Tee <b> (Red / M), 2 × $20.00: $40.00'),
      html: expect.stringContaining('Tee &lt;b&gt;'),
    });
  });

  test('have a sender of any script, and Message-IDs that every server reads', async () => {
    await addOrder('ord_3', { email: 'bob@müller.example' });
    const from = 'Müller, Söhne <orders@müller.example>';
    const mailer = createMailer({ url: catcher.smtpUrl, from });
    const email = createEmailService({ mailer, from, shop });
    const payload = { mail: 'order.expired', about: { orderId: 'ord_3' } };
    await mailJob.run(context(), payload, { email, loadContent });
    await mailer.close();
    const [mail] = await caught();
    expect(mail).toMatchObject({
      from: 'Müller, Söhne <orders@xn--mller-kva.example>',
      to: ['bob@xn--mller-kva.example'],
      messageId: '<ord_3.order.expired@xn--mller-kva.example>',
    });
  });

  test('a mail that is sent again has the same Message-ID', async () => {
    await addOrder('ord_2', { email: 'bob@example.com' });
    const mailer = createMailer({ url: catcher.smtpUrl, from: FROM });
    const email = createEmailService({ mailer, from: FROM, shop });
    const payload = { mail: 'order.expired', about: { orderId: 'ord_2' } };
    await mailJob.run(context(), payload, { email, loadContent });
    await mailJob.run(context(), payload, { email, loadContent });
    await mailer.close();
    const ids = (await caught()).map(({ messageId }) => messageId);
    expect(ids).toEqual(['<ord_2.order.expired@shop.test>', '<ord_2.order.expired@shop.test>']);
  });

  test('of a German order are in German, with German amounts', async () => {
    await addOrder('ord_4', { email: 'dora@example.com', locale: 'de-AT' });
    const mailer = createMailer({ url: catcher.smtpUrl, from: FROM });
    const email = createEmailService({ mailer, from: FROM, shop });
    const confirmation = await loadContent('order.confirmation');
    await email.send(context(), confirmation, { orderId: 'ord_4' });
    await mailer.close();
    const [mail] = await caught();
    expect(mail?.subject).toMatch(/^Ihre Bestellung \d+ bei Test Shop$/);
    for (const form of ['text', 'html'] as const) {
      expect(mail?.[form]?.replaceAll(/\s/g, ' ')).toContain('$ 40,00');
      expect(mail?.[form]).toContain('Zwischensumme');
    }
  });

  test('that an earlier release has queued are sent, too', async () => {
    await addOrder('ord_5', { email: 'eve@example.com' });
    const mailer = createMailer({ url: catcher.smtpUrl, from: FROM });
    const email = createEmailService({ mailer, from: FROM, shop });
    for (const kind of ['confirmation', 'expired', 'refundDue', 'paidTwice']) {
      await queuedJob.run(context(), { orderId: 'ord_5', kind }, { email, loadContent });
    }
    const unwanted = { orderId: 'ord_5', kind: 'expired', isWanted: false };
    await queuedJob.run(context(), unwanted, { email, loadContent });
    await mailer.close();
    const ids = (await caught()).map(({ messageId }) => messageId);
    expect(ids.sort()).toEqual([
      '<ord_5.order.confirmation@shop.test>',
      '<ord_5.order.expired@shop.test>',
      '<ord_5.order.paid_twice@shop.test>',
      '<ord_5.order.refund_due@shop.test>',
    ]);
  });

  test('a refused recipient ends the job at once', async () => {
    const email = {
      send: () => Promise.reject(new RecipientRefusedError('ann@example.com: 550')),
    };
    const payload = { mail: 'order.expired', about: { orderId: 'ord_1' } };
    const run = mailJob.run(context(), payload, { email, loadContent });
    await expect(run).rejects.toThrow(PermanentJobError);
  });
});

/** A mail server without extensions, which records its input; smtp-server would convert it. */
async function plainServer() {
  const lines: string[] = [];
  const server = createServer((socket) => {
    let isMail = false;
    socket.write('220 plain\r\n');
    createInterface(socket).on('line', (line) => {
      lines.push(line);
      if (isMail && line !== '.') return;
      isMail = line === 'DATA';
      socket.write(isMail ? '354 go on\r\n' : '250 well\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { lines, port: (server.address() as AddressInfo).port, close: () => server.close() };
}

async function addOrder(
  id: string,
  { email, locale = null }: { email: string; locale?: string | null },
): Promise<void> {
  const { pool } = database;
  const cart = `cart_${id}`;
  await pool.query(
    `INSERT INTO carts (id, status, currency, expires_at) VALUES ($1, 'completed', 'USD', now())`,
    [cart],
  );
  await pool.query(
    `INSERT INTO orders (id, cart_id, status, payment_status, currency, email, subtotal, discount,
       shipping, tax, total, tax_inclusive, billing_address, shipping_option, token_hash,
       locale)
     VALUES ($1, $2, 'confirmed', 'paid', 'USD', $3, 4000, 0, 500, 0, 4500, false, '{}',
       '{"id":"so_1","name":"Standard","amount":500}', '', $4)`,
    [id, cart, email, locale],
  );
  await pool.query(
    `INSERT INTO order_items (id, order_id, position, variant_id, product_id, title, variant_title,
       quantity, unit_price, tax, total, weight_grams, requires_shipping)
     VALUES ($1, $2, 1, 'var_1', 'prod_1', 'Tee <b>', 'Red / M', 2, 2000, 0, 4000, 100, true)`,
    [`oi_${id}`, id],
  );
}
