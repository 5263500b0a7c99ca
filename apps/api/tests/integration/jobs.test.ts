import { startTestApp, type TestApp } from '../helpers/app.ts';
import { demo } from '../../src/config/demo.ts';
import { startJobWorker } from '../../src/jobs/startJobWorker.ts';

const staff = { Authorization: `Bearer ${demo.adminApiKey}` };
let shop: TestApp;

beforeAll(async () => {
  shop = await startTestApp();
});
afterAll(() => shop.close());

/** Queues a job that no worker here runs. @returns its id. */
async function addJob(name: string, fields = ''): Promise<string> {
  const { prisma } = shop.ctx.db;
  const [row] = await prisma.$queryRawUnsafe<{ id: string }[]>(
    `SELECT id::text FROM graphile_worker.add_job('${name}', '{"orderId":"ord_1"}')`,
  );
  const id = row?.id ?? '';
  if (fields) {
    await prisma.$executeRawUnsafe(
      `UPDATE graphile_worker._private_jobs SET ${fields} WHERE id = ${id}`,
    );
  }
  return id;
}

const list = (query = '') => shop.api.get(`/api/v1/admin/jobs${query}`).set(staff);
const act = (id: string, verb: 'retry' | 'discard', body: object = { reason: 'looked at' }) =>
  shop.api.post(`/api/v1/admin/jobs/${id}/${verb}`).set(staff).send(body);

describe('The jobs of the queue', () => {
  test('are shown only to staff', async () => {
    const { headers } = await shop.api.get('/api/v1/admin/jobs').expect(401);
    expect(headers['www-authenticate']).toBe('Bearer realm="cartwright"');
    const wrong = await shop.api.get('/api/v1/admin/jobs').set('Authorization', 'Bearer wrong');
    expect([wrong.status, wrong.headers['www-authenticate']]).toEqual([
      401,
      'Bearer realm="cartwright", error="invalid_token"',
    ]);
    await list().expect(200);
  });

  test('are filtered by state and name', async () => {
    const ids = {
      waiting: await addJob('test.state'),
      scheduled: await addJob('test.state', `run_at = now() + interval '1 day'`),
      running: await addJob('test.state', `locked_at = now(), locked_by = 'w'`),
      failing: await addJob('test.state', `attempts = 1, last_error = 'no'`),
      dead: await addJob('test.state', `attempts = 25, last_error = 'never'`),
    };
    for (const [state, id] of Object.entries(ids)) {
      const { body } = await list(`?name=test.state&state=${state}`).expect(200);
      expect(body.data).toMatchObject([{ id, state, name: 'test.state' }]);
    }
    const { body } = await list('?state=lost').expect(400);
    expect(body.errors[0].path).toBe('query.state');
  });

  test('are paged, newest first, both ways', async () => {
    const ids: string[] = [];
    for (let job = 1; job <= 5; job++) ids.unshift(await addJob('test.paged'));
    const first = await list('?name=test.paged&limit=2').expect(200);
    const here = '/api/v1/admin/jobs?name=test.paged&limit=2';
    expect(first.headers['link']).toBe(
      `<${here}>; rel="first", <${here}&cursor=${first.body.meta.nextCursor}>; rel="next"`,
    );
    const second = await list(
      `?name=test.paged&limit=2&cursor=${first.body.meta.nextCursor}`,
    ).expect(200);
    const back = await list(
      `?name=test.paged&limit=2&cursor=${second.body.meta.prevCursor}`,
    ).expect(200);
    const idsOf = ({ body }: typeof first) => body.data.map(({ id }: { id: string }) => id);
    expect([idsOf(first), idsOf(second), idsOf(back)]).toEqual([
      ids.slice(0, 2),
      ids.slice(2, 4),
      ids.slice(0, 2),
    ]);
    await list(`?name=other&cursor=${first.body.meta.nextCursor}`).expect(400);
  });
});

describe('A dead job', () => {
  test('can be retried with all its attempts, and the audit log has the actor', async () => {
    const id = await addJob('test.dead', `attempts = 25`);
    const { body } = await act(id, 'retry', { reason: 'The mail server is back' }).expect(200);
    expect(body.data).toMatchObject({ id, state: 'waiting', attempts: 0 });
    const [entry] = await shop.ctx.db.prisma.auditEntry.findMany({ where: { subject: id } });
    expect(entry).toMatchObject({
      actor: 'adminKey',
      action: 'job.retry',
      reason: 'The mail server is back',
      details: { name: 'test.dead', state: 'dead' },
    });
  });

  test('can be discarded, once', async () => {
    const id = await addJob('test.dead', `attempts = 25`);
    await act(id, 'discard').expect(200);
    await act(id, 'discard').expect(404);
    const { status } = await shop.api.get(`/api/v1/admin/jobs/${id}`).set(staff);
    expect(status).toBe(404);
  });

  test('is unchanged without a reason', async () => {
    const id = await addJob('test.dead', `attempts = 25`);
    for (const body of [{}, { reason: '' }, { reason: 'ok', more: 1 }]) {
      await act(id, 'discard', body).expect(400);
    }
    for (const missing of ['0', 'x', '999999999', '9'.repeat(30)]) {
      await act(missing, 'discard').expect(404);
    }
    expect(await shop.ctx.db.prisma.auditEntry.count({ where: { subject: id } })).toBe(0);
  });
});

test('The metrics of the job worker count the dead jobs', async () => {
  const { container } = shop;
  const dead = async () => {
    const figures = await container.metrics.registry.metrics();
    return /^jobs_queued\{state="dead"\} (\d+)$/m.exec(figures)?.[1];
  };
  expect(await dead()).toBeUndefined();
  const worker = await startJobWorker(container);
  const before = Number(await dead());
  await addJob('test.dead', `attempts = 25`);
  expect(Number(await dead())).toBe(before + 1);
  await worker.stop(1000);
});

test('A job that is running can be neither retried nor discarded', async () => {
  const id = await addJob('test.running', `locked_at = now(), locked_by = 'w'`);
  for (const verb of ['retry', 'discard'] as const) {
    const { body } = await act(id, verb).expect(409);
    expect(body.code).toBe('state_conflict');
  }
  expect(await shop.ctx.db.prisma.auditEntry.count({ where: { subject: id } })).toBe(0);
});
