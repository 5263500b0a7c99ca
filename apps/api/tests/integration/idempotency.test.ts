import { setTimeout as delay } from 'node:timers/promises';
import { openDatabase, type Database } from '../../src/db/client.ts';
import { composedStatement } from '../../src/db/statement.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import {
  createIdempotencyService,
  type KeptAnswer,
  type KeyedRequest,
} from '../../src/services/idempotency.service.ts';
import { createContext, type Context } from '../../src/kernel/context.ts';
import { AppError } from '../../src/kernel/errors.ts';
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts';

const effect = composedStatement<{ id: string }>(
  'test.effect',
  `INSERT INTO locations (id, handle, name) VALUES (:id, :id, :id)`,
);

describe('An Idempotency-Key', () => {
  let testDatabase: TestDatabase;
  let database: Database;
  const secret = 'a secret of the tests';
  const service = createIdempotencyService({ secret, leaseMs: 400, waitMs: 2000 });
  const impatient = createIdempotencyService({ secret, leaseMs: 400, waitMs: 0 });
  let sequence = 0;

  const context = (): Context => createContext(database, { kind: 'guest' }, 'req_test');
  const request = (over: Partial<KeyedRequest> = {}): KeyedRequest => ({
    principal: 'guest',
    route: 'test',
    key: `key-${++sequence}`,
    fingerprint: 'same',
    isSecret: false,
    ...over,
  });
  const refuse = ({ status, code }: AppError): KeptAnswer => ({ status, headers: {}, body: code });
  const effects = () => context().db.prisma.location.count();

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    database = openDatabase({ url: testDatabase.url, poolSize: 5 });
  });
  afterAll(async () => {
    await database.close();
    await testDatabase.drop();
  });

  /** A request whose effect is one row. */
  const once = (asked: KeyedRequest, by = service, pauseMs = 0) =>
    by.run(context(), {
      mode: 'transaction',
      request: asked,
      work: async (ctx) => {
        await ctx.db.execute(effect, { id: `${asked.key}-${Math.random()}` });
        await delay(pauseMs);
        const body = JSON.stringify({ data: { n: sequence } });
        return { status: 201, headers: { Location: '/x' }, body };
      },
      refuse,
    });

  test('encrypts a stored answer that contains a secret', async () => {
    const asked = request({ isSecret: true });
    const body = '{"data":{"code":"7K2M-9QXD","of":"Ω"}}';
    const answer = () =>
      service.run(context(), {
        mode: 'transaction',
        request: asked,
        work: async () => ({ status: 201, headers: {}, body }),
        refuse,
      });
    await answer();
    const where = { key: asked.key };
    const [kept] = await context().db.prisma.idempotencyKey.findMany({ where });
    expect(kept?.body).toMatch(/^[\w+/]+=*$/);
    expect(Buffer.from(kept?.body ?? '', 'base64').toString('latin1')).not.toContain('7K2M');
    expect(await answer()).toMatchObject({ status: 201, body });
  });

  test('says that the request was answered when the encryption key has changed, and repeats nothing', async () => {
    const asked = request({ isSecret: true });
    await once(asked);
    const before = await effects();
    const changed = createIdempotencyService({ secret: 'another secret' });
    await expect(once(asked, changed)).rejects.toMatchObject({ code: 'idempotency_key_reused' });
    await context().db.prisma.idempotencyKey.updateMany({
      where: { key: asked.key },
      data: { body: 'no sealed text' },
    });
    await expect(once(asked)).rejects.toMatchObject({ code: 'idempotency_key_reused' });
    expect(await effects()).toBe(before);
  });

  test('has one effect and returns the first answer, headers included', async () => {
    const asked = request();
    const before = await effects();
    const first = await once(asked);
    sequence += 1;
    const second = await once(asked);
    expect(second).toMatchObject({
      status: 201,
      headers: { Location: '/x' },
      body: first.body,
      isReplayed: true,
    });
    expect((await effects()) - before).toBe(1);
  });

  test('has one effect and one answer for twenty requests at once', async () => {
    const asked = request();
    const before = await effects();
    const answers = await Promise.all(Array.from({ length: 20 }, () => once(asked, service, 30)));
    expect((await effects()) - before).toBe(1);
    expect(answers.filter(({ isReplayed }) => isReplayed)).toHaveLength(19);
  });

  test('is a 409 with Retry-After while the first request runs, without waiting', async () => {
    const asked = request();
    const first = once(asked, impatient, 200);
    await delay(60);
    await expect(once(asked, impatient)).rejects.toMatchObject({
      code: 'idempotency_in_flight',
      headers: { 'Retry-After': '1' },
    });
    await first;
  });

  test('is a 422 with another request', async () => {
    const asked = request();
    await once(asked);
    await expect(once({ ...asked, fingerprint: 'other' })).rejects.toMatchObject({
      code: 'idempotency_key_reused',
    });
  });

  test('is separate for each principal and for each route', async () => {
    const asked = request();
    const before = await effects();
    await once(asked);
    await once({ ...asked, principal: 'customer:1' });
    await once({ ...asked, route: 'other' });
    expect((await effects()) - before).toBe(3);
  });

  test('replays a refusal, whose writes were rolled back', async () => {
    const asked = request();
    const before = await effects();
    const attempt = () =>
      service.run(context(), {
        mode: 'transaction',
        request: asked,
        work: async (ctx) => {
          await ctx.db.execute(effect, { id: asked.key });
          throw new AppError('out_of_stock', 'No more.');
        },
        refuse,
      });
    await expect(attempt()).rejects.toMatchObject({ code: 'out_of_stock' });
    expect(await attempt()).toMatchObject({ status: 409, body: 'out_of_stock' });
    expect(await effects()).toBe(before);
  });

  test('is not used up by an internal error: the next attempt may succeed', async () => {
    const asked = request();
    const broken = service.run(context(), {
      mode: 'transaction',
      request: asked,
      work: () => Promise.reject(new Error('cable')),
      refuse,
    });
    await expect(broken).rejects.toThrow('cable');
    expect(await once(asked)).toMatchObject({ status: 201 });
  });

  describe('of a saga', () => {
    const saga = (asked: KeyedRequest, after: () => Promise<KeptAnswer>, by = service) =>
      by.run(context(), {
        mode: 'saga',
        request: asked,
        work: async (ctx, claim) => {
          await inTransaction(ctx, async (inner) => {
            await claim?.(inner);
          });
          return after();
        },
        refuse,
      });
    const done = async (): Promise<KeptAnswer> => ({ status: 201, headers: {}, body: 'done' });

    test('stores the answer that is known only after the transaction', async () => {
      const asked = request();
      await saga(asked, done);
      expect(await saga(asked, done)).toMatchObject({
        status: 201,
        isReplayed: true,
      });
    });

    test('is locked while the saga continues outside its transaction', async () => {
      const asked = request();
      const slow = saga(asked, async () => {
        await delay(200);
        return done();
      });
      await delay(50);
      await expect(saga(asked, done, impatient)).rejects.toMatchObject({
        code: 'idempotency_in_flight',
      });
      await slow;
    });

    test('can be taken over once the lease of a crashed process has run out', async () => {
      const asked = request();
      // A process that crashed after it claimed the key and committed.
      void saga(asked, () => new Promise<never>(() => undefined));
      await delay(100);
      await expect(saga(asked, done, impatient)).rejects.toMatchObject({
        code: 'idempotency_in_flight',
      });
      await delay(400);
      expect(await saga(asked, done, impatient)).toMatchObject({ status: 201, body: 'done' });
    });

    test.each([
      ['before it claims the key', false],
      ['after it has claimed the key', true],
    ])('of a crashed process returns the refusal of a later attempt, %s', async (_when, claims) => {
      const asked = request();
      void saga(asked, () => new Promise<never>(() => undefined));
      await delay(100);
      // The state has changed meanwhile, so that the same request is refused.
      const tryAgain = () =>
        impatient.run(context(), {
          mode: 'saga',
          request: asked,
          work: (ctx, claim) =>
            inTransaction(ctx, async (inner) => {
              if (claims) await claim?.(inner);
              throw new AppError('state_conflict', 'The order is paid.');
            }),
          refuse,
        });
      await expect(tryAgain()).rejects.toMatchObject({ code: 'idempotency_in_flight' });
      await delay(500);
      await expect(tryAgain()).rejects.toMatchObject({ code: 'state_conflict' });
      expect(await saga(asked, done, impatient)).toMatchObject({
        status: 409,
        body: 'state_conflict',
      });
    });

    test('is free at once after an internal error', async () => {
      const asked = request();
      await expect(saga(asked, () => Promise.reject(new Error('cable')))).rejects.toThrow('cable');
      expect(await saga(asked, done, impatient)).toMatchObject({ body: 'done' });
    });
  });
});
