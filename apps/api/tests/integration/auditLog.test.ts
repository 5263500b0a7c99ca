import { setTimeout as delay } from 'node:timers/promises';
import { inTransaction } from '../../src/db/transaction.ts';
import { signInPerson } from '../helpers/people.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { asStaff } from '../helpers/staff.ts';

interface Entry {
  id: string;
  actor: string;
  action: string;
  subject: string;
  details: Record<string, unknown>;
  createdAt: string;
}

let shop: TestApp;

beforeAll(async () => {
  shop = await startTestApp();
});
afterAll(() => shop.close());

const list = (query = '') => shop.api.get(`/api/v1/admin/audit-log${query}`).set(asStaff);

async function entries(query = ''): Promise<Entry[]> {
  const { body } = await list(query).expect(200);
  return body.data as Entry[];
}

async function exported(query = ''): Promise<Entry[]> {
  const { text, headers } = await shop.api
    .get(`/api/v1/admin/audit-log/export${query}`)
    .set(asStaff)
    .buffer(true)
    .parse((res, done) => {
      res.setEncoding('utf8');
      let all = '';
      res.on('data', (part: string) => (all += part));
      res.on('end', () => done(null, all));
    })
    .expect(200)
    .then(({ body, headers }) => ({ text: body as string, headers }));
  expect(headers['content-type']).toBe('application/x-ndjson; charset=utf-8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Entry);
}

/** Records acts one after another, each at its own moment. */
async function record(count: number, action: string, actor = 'usr_1') {
  const ctx = { ...shop.ctx, actor: { kind: 'staff', id: actor } as const };
  for (let i = 0; i < count; i++) {
    await shop.container.services.audit.record(ctx, { action, subject: `thing_${i}` });
    // Ids of one millisecond have no order.
    await delay(2);
  }
}

describe('The audit log', () => {
  test('is shown only to staff who may read it', async () => {
    for (const path of ['audit-log', 'audit-log/export']) {
      const { status } = await shop.api.get(`/api/v1/admin/${path}`);
      expect(status).toBe(401);
    }
    await list().expect(200);
  });

  test('is filtered by actor, action and subject', async () => {
    await record(2, 'filter.a', 'usr_a');
    await record(3, 'filter.b', 'usr_b');
    expect(await entries('?actor=staff:usr_a')).toHaveLength(2);
    expect(await entries('?action=filter.b')).toHaveLength(3);
    expect(await entries('?action=filter.b&subject=thing_1')).toMatchObject([
      { actor: 'staff:usr_b', action: 'filter.b', subject: 'thing_1', seal: null, erasedAt: null },
    ]);
    expect(await entries('?actor=staff:usr_a&action=filter.b')).toEqual([]);
    await list('?actor=').expect(200);
    await list('?who=me').expect(400);
  });

  test('is filtered by time: from inclusive, to exclusive', async () => {
    await record(3, 'filter.time');
    const [newest, middle, oldest] = await entries('?action=filter.time');
    const query = (from = '', to = '') =>
      entries(`?action=filter.time&from=${from}&to=${to}`).then((found) =>
        found.map(({ id }) => id),
      );
    expect(await query(middle?.createdAt)).toEqual(
      expect.arrayContaining([newest?.id, middle?.id]),
    );
    expect(await query('', oldest?.createdAt)).toEqual([]);
    expect(await query(new Date(Date.now() + 60_000).toISOString())).toEqual([]);
    await list('?from=yesterday').expect(400);
  });

  test('is paged, newest first, both ways', async () => {
    await record(5, 'paged');
    const all = (await entries('?action=paged')).map(({ subject }) => subject);
    expect(all).toEqual(['thing_4', 'thing_3', 'thing_2', 'thing_1', 'thing_0']);
    const subjects = ({ body }: { body: { data: Entry[] } }) =>
      body.data.map(({ subject }) => subject);
    const first = await list('?action=paged&limit=2').expect(200);
    const second = await list(`?action=paged&limit=2&cursor=${first.body.meta.nextCursor}`);
    const back = await list(`?action=paged&limit=2&cursor=${second.body.meta.prevCursor}`);
    expect([first, second, back].map(subjects)).toEqual([
      all.slice(0, 2),
      all.slice(2, 4),
      all.slice(0, 2),
    ]);
    await list(`?action=other&cursor=${first.body.meta.nextCursor}`).expect(400);
  });

  test('shows the seal of an entry once it has one', async () => {
    await record(1, 'sealed');
    const [head] = await shop.container.services.audit.seal(shop.ctx);
    expect(await entries('?action=sealed')).toMatchObject([{ seal: head?.number }]);
  });
});

describe('The export of the audit log', () => {
  test('has every entry over many pages, with the filters of the list', async () => {
    await inTransaction(shop.ctx, async (ctx) => {
      for (let i = 0; i < 1201; i++) {
        await shop.container.services.audit.record(ctx, { action: 'exported', subject: `${i}` });
      }
    });
    const found = await exported('?action=exported');
    const ids = found.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted().toReversed());
    expect(new Set(found.map(({ subject }) => subject)).size).toBe(1201);
    expect(found).toHaveLength(1201);
    expect(await exported('?action=exported&subject=7')).toEqual(
      await entries('?action=exported&subject=7'),
    );
  });

  test('asks a person again who it is', async () => {
    const { container, ctx, api } = shop;
    const { as, sessionId } = await signInPerson(container, { permissions: ['audit:read'] });
    await ctx.db.prisma.session.update({
      where: { id: sessionId },
      data: { authenticatedAt: new Date(Date.now() - 86_400_000) },
    });
    const { status, body } = await api.get('/api/v1/admin/audit-log/export').set(as);
    expect([status, (body as { code?: string }).code]).toEqual([403, 'factor_required']);
    await api.get('/api/v1/admin/audit-log').set(as).expect(200);
  });

  test('is an entry itself, which says what was exported', async () => {
    await exported('?subject=secret');
    const [entry] = await entries('?action=audit.export&limit=1');
    expect(entry).toMatchObject({ actor: 'adminKey', details: { subject: 'secret' } });
  });
});
