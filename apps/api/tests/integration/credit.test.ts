import { demo } from '../../src/config/demo.ts';
import { newId } from '../../src/kernel/ids.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';

const staff = { Authorization: `Bearer ${demo.adminApiKey}` };
const accounts = '/api/v1/admin/credit-accounts';
let shop: TestApp;

beforeAll(async () => {
  shop = await startTestApp();
});
afterAll(() => shop.close());

const usd = (amount: number) => ({ amount, currency: 'USD' });
const post = (path: string, body: object, key = newId('request')) =>
  shop.api.post(path).set(staff).set('Idempotency-Key', key).send(body);
const issueCard = async (amount = 5000, over: object = {}) => {
  const { body } = await post(accounts, { kind: 'gift_card', amount: usd(amount), ...over });
  return body.data as { id: string; code: string };
};
const balance = (code: string) => shop.api.post('/api/v1/gift-cards/balance').send({ code });

describe('A gift card', () => {
  test('shows its code once, and stores a hash of it', async () => {
    const answer = await post(accounts, { kind: 'gift_card', amount: usd(5000) }).expect(201);
    const { id, code, balance: shown, lastFour } = answer.body.data;
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect([shown, lastFour]).toEqual([usd(5000), code.slice(-4)]);
    expect(answer.headers['location']).toBe(`${accounts}/${id}`);
    const { body } = await shop.api.get(`${accounts}/${id}`).set(staff).expect(200);
    expect(JSON.stringify(body)).not.toContain(code);
    const row = await shop.ctx.db.prisma.creditAccount.findUnique({ where: { id } });
    expect(row?.codeHash).not.toContain(code);
  });

  test('shows its balance to anyone who types its code, in any spelling', async () => {
    const { code } = await issueCard(1250);
    for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), ` ${code} `]) {
      const { body } = await balance(typed).expect(200);
      expect(body.data).toEqual({ balance: usd(1250), expiresAt: null });
    }
    await balance('0000-0000-0000-0000').expect(404);
    await balance('short').expect(400);
  });

  test('cannot be spent once it is disabled or has expired', async () => {
    const [disabled, lapsed] = [await issueCard(), await issueCard()];
    await post(`${accounts}/${disabled.id}/disable`, { reason: 'stolen' }).expect(200);
    await shop.ctx.db.prisma.creditAccount.update({
      where: { id: lapsed.id },
      data: { expiresAt: new Date(0) },
    });
    const answers = [await balance(disabled.code), await balance(lapsed.code)];
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  });

  test('is issued once for a key', async () => {
    const body = { kind: 'gift_card', amount: usd(100) };
    const key = newId('request');
    const [first, second] = [await post(accounts, body, key), await post(accounts, body, key)];
    expect(second.text).toBe(first.text);
    expect(second.headers['idempotent-replayed']).toBe('true');
    const { rows } = await shop.container.database.pool.query(
      'SELECT k::text AS row FROM idempotency_keys k WHERE key = $1',
      [key],
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(first.body.data.code);
  });
});

test.each([
  [{ kind: 'gift_card' }, 'amount'],
  [{ kind: 'gift_card', amount: usd(0) }, 'amount.amount'],
  [{ kind: 'gift_card', amount: usd(-1) }, 'amount.amount'],
  [{ kind: 'gift_card', amount: usd(1.5) }, 'amount.amount'],
  [{ kind: 'gift_card', amount: usd(2 ** 53) }, 'amount.amount'],
  [{ kind: 'gift_card', amount: usd(10 ** 12 + 1) }, 'amount.amount'],
  [{ kind: 'gift_card', amount: { amount: 1, currency: 'XXQ' } }, 'amount.currency'],
  [{ kind: 'gift_card', amount: usd(1), expiresAt: '2020-01-01T00:00:00Z' }, 'expiresAt'],
  [{ kind: 'store_credit', amount: usd(1) }, 'customerId'],
  [{ kind: 'loan', amount: usd(1) }, 'kind'],
])('Credit such as %j is refused at %s', async (body, path) => {
  const answer = await post(accounts, body).expect(400);
  expect(answer.body.errors.map((error: { path: string }) => error.path)).toContain(path);
});

describe('The balance of an account', () => {
  const adjust = (id: string, amount: number, currency = 'USD') =>
    post(`${accounts}/${id}/adjust`, { amount: { amount, currency }, reason: 'counted again' });

  test('is the sum of its ledger, newest first', async () => {
    const { id } = await issueCard(1000);
    await adjust(id, 500).expect(200);
    const { body } = await adjust(id, -1500).expect(200);
    expect(body.data.balance).toEqual(usd(0));
    const entries = await shop.api.get(`${accounts}/${id}/entries`).set(staff).expect(200);
    expect(entries.body.data).toMatchObject([
      { kind: 'adjusted', amount: usd(-1500), note: 'counted again', actor: 'adminKey' },
      { kind: 'adjusted', amount: usd(500) },
      { kind: 'issued', amount: usd(1000) },
    ]);
    const where = { subject: id };
    const audit = await shop.ctx.db.prisma.auditEntry.findMany({ where, orderBy: { id: 'asc' } });
    expect(audit.map(({ action, before, after }) => ({ action, before, after }))).toEqual([
      {
        action: 'credit.issue',
        before: null,
        after: { kind: 'gift_card', amount: 1000, currency: 'USD' },
      },
      { action: 'credit.adjust', before: { balance: 1000 }, after: { balance: 1500 } },
      { action: 'credit.adjust', before: { balance: 1500 }, after: { balance: 0 } },
    ]);
  });

  test('never falls below zero, however many requests spend at once', async () => {
    const { id } = await issueCard(1000);
    const answers = await Promise.all(Array.from({ length: 20 }, () => adjust(id, -100)));
    const taken = answers.filter(({ status }) => status === 200);
    const refused = answers.filter(({ status }) => status === 422);
    expect([taken.length, refused.length]).toEqual([10, 10]);
    expect(refused[0]?.body.code).toBe('insufficient_credit');
    const { body } = await shop.api.get(`${accounts}/${id}`).set(staff).expect(200);
    expect(body.data.balance).toEqual(usd(0));
  });

  test('stays below the largest safe integer', async () => {
    const { id } = await issueCard(10 ** 12);
    await shop.container.database.pool.query(
      `INSERT INTO credit_entries (id, account_id, kind, amount, reference, actor)
       VALUES ('ce_much', $1, 'adjusted', 9000000000000, 'r', 'test')`,
      [id],
    );
    const { body } = await adjust(id, 1).expect(400);
    expect(body.errors).toMatchObject([{ path: 'amount.amount', code: 'too_big' }]);
    await adjust(id, 2 ** 53 - 1).expect(400);
    await adjust(id, -(10 ** 12)).expect(200);
  });

  test('refuses amounts in another currency', async () => {
    const { id } = await issueCard();
    const { body } = await adjust(id, 5, 'EUR').expect(400);
    expect(body.errors).toMatchObject([{ path: 'amount.currency' }]);
  });

  test('changes only by its append-only ledger', async () => {
    const { id } = await issueCard();
    const { pool } = shop.container.database;
    for (const statement of [
      'UPDATE credit_entries SET amount = 1',
      'DELETE FROM credit_entries',
    ]) {
      const change = pool.query(`${statement} WHERE account_id = $1`, [id]);
      await expect(change).rejects.toThrow('append-only');
    }
  });
});

describe('Staff', () => {
  const patch = (id: string, body: object, headers: Record<string, string> = {}) =>
    shop.api
      .patch(`${accounts}/${id}`)
      .set({ ...staff, ...headers })
      .send(body);
  const reason = 'as the customer asked';
  const later = new Date(Date.now() + 86_400_000).toISOString();

  test('enable a disabled account, once, which is audited', async () => {
    const { id, code } = await issueCard();
    await patch(id, { disabled: true, reason }).expect(200);
    await balance(code).expect(404);
    for (let i = 0; i < 2; i++) {
      const { body } = await patch(id, { disabled: false, reason }).expect(200);
      expect(body.data.disabledAt).toBeNull();
    }
    await balance(code).expect(200);
    const where = { subject: id, action: 'credit.change' };
    const audit = await shop.ctx.db.prisma.auditEntry.findMany({ where, orderBy: { id: 'asc' } });
    const disabledAt = expect.any(String) as string;
    expect(audit).toMatchObject([
      { reason, before: { disabledAt: null }, after: { disabledAt } },
      { reason, before: { disabledAt }, after: { disabledAt: null } },
    ]);
  });

  test('extend an account that has expired, or remove its expiry', async () => {
    const { id, code } = await issueCard();
    const lapsed = { where: { id }, data: { expiresAt: new Date(0) } };
    await shop.ctx.db.prisma.creditAccount.update(lapsed);
    await patch(id, { expiresAt: later, reason }).expect(200);
    expect((await balance(code).expect(200)).body.data.expiresAt).toBe(later);
    const { body } = await patch(id, { expiresAt: null, reason }).expect(200);
    expect(body.data).toMatchObject({ expiresAt: null, disabledAt: null });
  });

  test('change an account only at the version that they have read', async () => {
    const { id } = await issueCard();
    const { headers } = await shop.api.get(`${accounts}/${id}`).set(staff).expect(200);
    const seen = { 'If-Match': headers['etag'] ?? '' };
    const first = await patch(id, { expiresAt: later, reason }, seen).expect(200);
    const stale = await patch(id, { expiresAt: null, reason }, seen).expect(412);
    expect(stale.body.code).toBe('precondition_failed');
    expect(stale.headers['etag']).toBe(first.headers['etag']);
  });

  test.each([
    ['adjust', { amount: usd(-100), reason }],
    ['disable', { reason }],
  ])('%s an account as they have seen it', async (verb, body) => {
    const { id } = await issueCard();
    const { headers } = await shop.api.get(`${accounts}/${id}`).set(staff).expect(200);
    const send = () =>
      post(`${accounts}/${id}/${verb}`, body).set('If-Match', headers['etag'] ?? '');
    const first = await send().expect(200);
    const stale = await send().expect(412);
    expect(stale.body.code).toBe('precondition_failed');
    expect(stale.headers['etag']).toBe(first.headers['etag']);
    const { body: read } = await shop.api.get(`${accounts}/${id}`).set(staff).expect(200);
    expect(read.data).toEqual(first.body.data);
  });

  test.each([
    [{ reason }, 'disabled'],
    [{ disabled: true }, 'reason'],
    [{ disabled: 'yes', reason }, 'disabled'],
    [{ expiresAt: '2020-01-01T00:00:00Z', reason }, 'expiresAt'],
  ])('do not change an account by %j, which is refused at %s', async (body, path) => {
    const { id } = await issueCard();
    const answer = await patch(id, body).expect(400);
    expect(answer.body.errors.map((error: { path: string }) => error.path)).toContain(path);
  });

  test.each([
    ['tomorrow', 'must be a time of RFC 3339 in UTC, such as 2026-01-31T09:30:00.000Z'],
    ['2020-01-01T00:00:00Z', 'must be in the future'],
  ])('get the error for the time "%s" that it %s', async (expiresAt, message) => {
    const { id } = await issueCard();
    const { body } = await patch(id, { expiresAt, reason }).expect(400);
    expect(body.errors).toMatchObject([{ path: 'expiresAt', message }]);
  });

  test('are the only ones who change accounts, and only existing ones', async () => {
    const { id } = await issueCard();
    const change = { disabled: true, reason };
    const byStranger = await shop.api.patch(`${accounts}/${id}`).send(change);
    expect(byStranger.status).toBe(401);
    expect((await patch('ca_00000000000000000000000000', change)).status).toBe(404);
  });
});

test('Accounts are listed to staff alone, by kind and customer', async () => {
  await shop.api.get(accounts).expect(401);
  const { body } = await post(accounts, {
    kind: 'store_credit',
    customerId: 'cus_ada',
    amount: usd(700),
  }).expect(201);
  expect(body.data).not.toHaveProperty('code');
  const found = await shop.api.get(`${accounts}?customerId=cus_ada&kind=store_credit`).set(staff);
  expect(found.body.data).toMatchObject([{ id: body.data.id, balance: usd(700), lastFour: null }]);
});
