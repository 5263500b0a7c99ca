import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { z } from 'zod';
import { openDatabase, type Database } from '../../src/db/client.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import { PermanentJobError } from '../../src/jobs/permanentJobError.ts';
import type { RunnableJob } from '../../src/jobs/runnableJob.ts';
import { StorageUnavailableError } from '../../src/ports/fileStoreErrors.ts';
import { createQueueService } from '../../src/services/queue.service.ts';
import type { JobWorker } from '../../src/services/queue/jobWorker.ts';
import type { JobEnd } from '../../src/services/queue/runJob.ts';
import { currentRequest } from '../../src/kernel/requestStore.ts';
import { createContext } from '../../src/kernel/context.ts';
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts';
import { eventually } from '../helpers/eventually.ts';
import { recordingLogger } from '../helpers/recordingLogger.ts';
import { testJob } from '../helpers/testJob.ts';

let testDatabase: TestDatabase;
let database: Database;
let worker: JobWorker | undefined;
const queue = createQueueService();
const context = () => createContext(database, { kind: 'guest' }, 'req_test');

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase({ url: testDatabase.url, poolSize: 4 });
});

afterEach(async () => {
  jest.restoreAllMocks();
  await worker?.stop(2000);
  worker = undefined;
  await database.pool.query('DELETE FROM graphile_worker._private_jobs');
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

/** Starts a worker with one job and records its calls. */
async function work(job: RunnableJob<object>, concurrency = 2) {
  const logger = recordingLogger();
  const ends: JobEnd[] = [];
  worker = await queue.startWorker({
    database,
    services: {},
    jobs: [job],
    concurrency,
    logger,
    onJobEnd: (end) => void ends.push(end),
  });
  return { logger, ends };
}

function noteJob(handle: (note: string) => Promise<void> | void, maxAttempts = 3) {
  return testJob({
    name: 'test.note',
    schema: z.object({ note: z.string() }),
    maxAttempts,
    async handle(_ctx, { note }) {
      await handle(note);
    },
  });
}

describe('enqueue', () => {
  test('a job runs after the commit of its transaction, and not before', async () => {
    const notes: string[] = [];
    const job = noteJob((note) => void notes.push(note));
    const { ends } = await work(job);
    await inTransaction(context(), async (ctx) => {
      await queue.enqueue(ctx, job, { note: 'committed' });
      await delay(150);
      expect(notes).toEqual([]);
    });
    await eventually(() => notes.length === 1);
    await eventually(() => ends.length === 1);
    expect(ends[0]).toMatchObject({ job: 'test.note', outcome: 'done' });
  });

  test('a job of a transaction that is rolled back never exists', async () => {
    const notes: string[] = [];
    const job = noteJob((note) => void notes.push(note));
    await work(job);
    const failing = inTransaction(context(), async (ctx) => {
      await queue.enqueue(ctx, job, { note: 'rolled back' });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await queue.enqueue(context(), job, { note: 'after' });
    await eventually(() => notes.length > 0);
    expect(notes).toEqual(['after']);
  });

  test('a job with a key is in the queue once, with its last payload', async () => {
    const notes: string[] = [];
    const job = noteJob((note) => void notes.push(note));
    const runAt = new Date(Date.now() + 300);
    await queue.enqueue(context(), job, { note: 'first' }, { jobKey: 'k', runAt });
    await queue.enqueue(context(), job, { note: 'second' }, { jobKey: 'k', runAt });
    await work(job);
    await eventually(() => notes.length > 0);
    expect(notes).toEqual(['second']);
  });
});

describe('the worker', () => {
  test('runs one job at a time of a kind that says so, in all workers', async () => {
    let running = 0;
    let most = 0;
    let ended = 0;
    const job = testJob({
      name: 'test.alone',
      schema: z.object({}),
      maxAttempts: 1,
      isAlone: true,
      async handle() {
        running += 1;
        most = Math.max(most, running);
        await delay(30);
        running -= 1;
        ended += 1;
      },
    });
    const other = await queue.startWorker({
      database,
      services: {},
      jobs: [job],
      concurrency: 2,
      logger: recordingLogger(),
    });
    await work(job);
    for (let i = 0; i < 4; i++) await queue.enqueue(context(), job, {});
    await eventually(() => ended === 4);
    await other.stop(2000);
    expect(most).toBe(1);
  });

  test('tells a job when it stops, so that a long one can end', async () => {
    let isRunning = false;
    const job = testJob({
      name: 'test.long',
      schema: z.object({}),
      maxAttempts: 1,
      async handle({ stopping }) {
        isRunning = true;
        await delay(60_000, undefined, { signal: stopping }).catch(() => undefined);
      },
    });
    const { ends } = await work(job);
    await queue.enqueue(context(), job, {});
    await eventually(() => isRunning);
    await worker?.stop(10_000);
    worker = undefined;
    expect(ends).toMatchObject([{ outcome: 'done' }]);
    expect(ends[0]?.durationMs).toBeLessThan(9000);
  });

  test('gives a handler its own context: the system as the actor, and a request id', async () => {
    const seen: unknown[] = [];
    const job = testJob({
      name: 'test.context',
      schema: z.object({}),
      maxAttempts: 1,
      async handle(ctx) {
        seen.push(ctx.actor, ctx.requestId, currentRequest()?.requestId);
      },
    });
    await work(job);
    const id = await queue.enqueue(context(), job, {});
    await eventually(() => seen.length > 0);
    expect(seen).toEqual([{ kind: 'system', id: 'test.context' }, `job_${id}`, `job_${id}`]);
  });

  test('is polled for once, and not again by each idle worker', async () => {
    const job = noteJob(() => undefined);
    const { ends } = await work(job, 5);
    const sent = jest.spyOn(Client.prototype, 'query');
    const looks = () =>
      sent.mock.calls.filter(([config]) =>
        (config as { name?: string }).name?.startsWith('get_job'),
      ).length;
    await delay(100);
    const before = looks();
    await queue.enqueue(context(), job, { note: '' });
    await eventually(() => ends.length === 1);
    await delay(300);
    expect(looks() - before).toBe(1);
  });

  test('goes to another worker soon when the one that claimed it is too busy to begin', async () => {
    const busy = Promise.withResolvers<void>();
    const begun: string[] = [];
    const job = noteJob(async (note) => {
      begun.push(note);
      if (note === 'long') await busy.promise;
    });
    await work(job, 1);
    const first = worker;
    await queue.enqueue(context(), job, { note: 'long' });
    await eventually(() => begun.length === 1);
    await queue.enqueue(context(), job, { note: 'waits' });
    await eventually(async () => (await lockedJobs()) === 2);
    const { logger } = await work(job, 1);
    expect(await eventually(() => begun.includes('waits'))).toBe(true);
    expect(logger.lines).toContainEqual(expect.objectContaining({ attempt: 1 }));
    busy.resolve();
    await first?.stop(1000);
  });

  test('is retried after a failure, and the log says which attempt failed', async () => {
    let runs = 0;
    const job = noteJob(() => {
      runs += 1;
      if (runs === 1) throw new Error('not this time');
    });
    const { logger, ends } = await work(job);
    await queue.enqueue(context(), job, { note: '' });
    await eventually(() => runs === 2);
    await eventually(() => ends.length === 2);
    expect(ends.map(({ outcome }) => outcome)).toEqual(['retry', 'done']);
    const warning = logger.lines.find(({ level }) => level === 'warn');
    expect(warning).toMatchObject({ job: 'test.note', attempt: 1, maxAttempts: 3 });
    expect(warning?.['error']).toContain('not this time');
  }, 15_000);

  test.each([
    ['a payload that fits no schema', { wrong: true }, /payload is not valid/],
    ['a handler that says so', { note: 'never' }, /pointless/],
  ])('is dead at once: %s', async (_name, payload, reason) => {
    const job = noteJob(() => {
      throw new PermanentJobError('pointless');
    });
    const { logger, ends } = await work(job);
    const loose = { ...job, schema: z.unknown() };
    await queue.enqueue(context(), loose, payload);
    await eventually(() => ends.length === 1);
    expect(ends[0]?.outcome).toBe('dead');
    const { dead } = await eventually(async () => {
      const health = await queue.health(context());
      return health.dead === 1 && health;
    });
    expect(dead).toBe(1);
    const failure = logger.lines.find(({ level }) => level === 'error');
    expect(failure?.['error']).toMatch(reason);
  });

  test.each([
    ['tries again', 'its data is refused at the second try', 1, 'no', 'retry'],
    ['is dead', 'its data is refused at the third attempt as at the second', 2, 'no', 'dead'],
    ['tries again', 'the attempts before failed for other reasons', 5, 'Stripe is down', 'retry'],
  ])('%s when %s', async (_what, _when, before, lastError, end) => {
    const job = noteJob(async () => {
      await database.pool.query(`DO $$ BEGIN RAISE check_violation USING MESSAGE = 'no'; END $$`);
    }, 21);
    await queue.enqueue(context(), job, { note: '' });
    await database.pool.query(
      'UPDATE graphile_worker._private_jobs SET attempts = $1, last_error = $2',
      [before, lastError],
    );
    const { ends } = await work(job);
    await eventually(() => ends.length === 1);
    expect(ends[0]?.outcome).toBe(end);
    const dead = end === 'dead' ? 1 : 0;
    await eventually(async () => (await queue.health(context())).dead === dead);
  });

  test('keeps its attempts while the storage of files is down', async () => {
    const error = new StorageUnavailableError('The bucket cannot be used now (SlowDown)');
    const job = noteJob(() => Promise.reject(error), 1);
    const { ends } = await work(job);
    await inTransaction(context(), (ctx) => queue.enqueue(ctx, job, { note: 'away' }));
    await eventually(() => ends.length === 1);
    expect(ends[0]?.outcome).toBe('retry');
    const sql = 'SELECT attempts, last_error FROM graphile_worker._private_jobs';
    await eventually(async () => (await database.pool.query(sql)).rows[0]?.last_error !== null);
    expect((await database.pool.query(sql)).rows[0]).toMatchObject({ attempts: 0 });
  });

  test('has all its attempts again when staff retry it after it is dead', async () => {
    const job = noteJob(() => {
      throw new PermanentJobError('pointless');
    }, 21);
    await work(job);
    await queue.enqueue(context(), job, { note: '' });
    await eventually(async () => (await queue.health(context())).dead === 1);
    await database.pool.query(
      `SELECT graphile_worker.reschedule_jobs(ARRAY[id], run_at => now() + interval '1 hour', attempts => 0)
       FROM graphile_worker._private_jobs`,
    );
    const { rows } = await database.pool.query(
      'SELECT attempts, max_attempts FROM graphile_worker._private_jobs',
    );
    expect(rows).toEqual([{ attempts: 0, max_attempts: 21 }]);
  });

  test('waits for running jobs when it is stopped', async () => {
    const notes: string[] = [];
    const job = noteJob(async (note) => {
      notes.push('begun');
      await delay(300);
      notes.push(note);
    });
    await work(job);
    await queue.enqueue(context(), job, { note: 'finished' });
    await eventually(() => notes.length === 1);
    await worker?.stop(5000);
    worker = undefined;
    expect(notes).toEqual(['begun', 'finished']);
    await expect(countJobs()).resolves.toBe(0);
  });

  test('stops silently with more jobs than it can run: what runs ends, what waits is another worker’s', async () => {
    const begun: string[] = [];
    const ended: string[] = [];
    const job = noteJob(async (note) => {
      begun.push(note);
      await delay(600);
      ended.push(note);
    });
    for (const note of ['a', 'b', 'c', 'd']) await queue.enqueue(context(), job, { note });
    const { logger } = await work(job);
    const countTaken = async () => {
      const { rows } = await database.pool.query<{ taken: number }>(
        'SELECT count(*) AS taken FROM graphile_worker.jobs WHERE locked_at IS NOT NULL',
      );
      return rows[0]?.taken;
    };
    await eventually(async () => (await countTaken()) === 4);
    await worker?.stop(5000);
    worker = undefined;
    expect(ended).toEqual(begun);
    expect(begun).toHaveLength(2);
    const { rows } = await database.pool.query(
      'SELECT attempts, locked_at IS NULL AS free, last_error FROM graphile_worker.jobs',
    );
    const untouched = { attempts: 0, free: true, last_error: null };
    expect(rows).toEqual([untouched, untouched]);
    expect(logger.lines.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([]);
  });

  test('returns jobs that still run at the deadline, without counting the attempt', async () => {
    let voidLatePayment: () => void = () => undefined;
    let begun = 0;
    const job = noteJob(async () => {
      begun += 1;
      if (begun === 1) await new Promise<void>((resolve) => (voidLatePayment = resolve));
    }, 1);
    await work(job);
    await queue.enqueue(context(), job, { note: '' });
    await eventually(() => begun === 1);
    await worker?.stop(100);
    const { rows } = await database.pool.query(
      'SELECT attempts, locked_by, run_at <= now() AS due FROM graphile_worker.jobs',
    );
    expect(rows).toEqual([{ attempts: 0, locked_by: null, due: true }]);
    voidLatePayment();
    await work(job);
    await eventually(() => begun === 2);
  });

  test('stops cleanly when the end of a job cannot be recorded', async () => {
    // The library prints its own stack there.
    jest.spyOn(console, 'trace').mockImplementation(() => undefined);
    const job = noteJob(async () => {
      await database.pool.query('ALTER SCHEMA graphile_worker RENAME TO hidden');
    });
    const { logger } = await work(job);
    await queue.enqueue(context(), job, { note: '' });
    await worker?.stopped;
    await database.pool.query('ALTER SCHEMA hidden RENAME TO graphile_worker');
    await worker?.stop(1000);
    worker = undefined;
    expect(logger.lines).toContainEqual(
      expect.objectContaining({
        level: 'error',
        message: expect.stringContaining('Failed to complete jobs'),
      }),
    );
  });

  test('logs that it has stopped, also when the ends of several jobs cannot be recorded', async () => {
    jest.spyOn(console, 'trace').mockImplementation(() => undefined);
    const job = noteJob(async (note) => {
      await delay(Number(note));
      if (note === '100') {
        await database.pool.query('ALTER SCHEMA graphile_worker RENAME TO hidden');
      }
      if (note !== '500') throw new Error('It fails');
    });
    await work(job, 3);
    for (const note of ['100', '300', '500']) await queue.enqueue(context(), job, { note });
    await expect(worker?.stopped).resolves.toBeUndefined();
    await delay(600);
    await worker?.stop(1000);
    await database.pool.query('ALTER SCHEMA hidden RENAME TO graphile_worker');
    worker = undefined;
  });

  test('drops a job that fails after another was queued under its key', async () => {
    const first = Promise.withResolvers<void>();
    let begun = 0;
    const job = noteJob(async (note) => {
      begun += 1;
      if (note === 'first') await first.promise;
    });
    const { ends } = await work(job);
    await queue.enqueue(context(), job, { note: 'first' }, { jobKey: 'same' });
    await eventually(() => begun === 1);
    await queue.enqueue(context(), job, { note: 'second' }, { jobKey: 'same' });
    await eventually(() => ends.length === 1);
    first.reject(new Error('It fails'));
    await eventually(() => ends.length === 2);
    await worker?.stop(1000);
    await work(job);
    expect(await queue.health(context())).toEqual({ oldestDueSeconds: 0, due: 0, dead: 0 });
    expect(await countJobs()).toBe(0);
  });

  test('unlocks the jobs of a worker that died, and leaves those of a live one', async () => {
    const notes: string[] = [];
    const job = noteJob((note) => void notes.push(note));
    await queue.enqueue(context(), job, { note: 'orphan' });
    await lockAs('pool-dead', 'orphan');
    await queue.enqueue(context(), job, { note: 'taken' });
    await lockAs('pool-alive', 'taken');
    const alive = new Client({ connectionString: testDatabase.url });
    await alive.connect();
    await alive.query(`SELECT pg_advisory_lock(72707370, hashtext('pool-alive'))`);
    const { logger } = await work(job);
    await eventually(() => notes.length > 0);
    await delay(100);
    await alive.end();
    expect(notes).toEqual(['orphan']);
    expect(logger.lines).toContainEqual(
      expect.objectContaining({ level: 'warn', workers: ['pool-dead'] }),
    );
  });

  test('claims its jobs under the name of its lease', async () => {
    let held: number | undefined;
    const job = noteJob(async () => {
      const { rows } = await database.pool.query<{ count: number }>(
        `SELECT count(*) FROM graphile_worker.jobs j
         JOIN pg_locks l ON l.classid = 72707370
           AND l.objid::bigint = hashtext(j.locked_by)::bigint & 4294967295`,
      );
      held = rows[0]?.count;
    });
    await queue.enqueue(context(), job, { note: '' });
    await work(job);
    await eventually(() => held !== undefined);
    expect(held).toBe(1);
  });

  test('holds a lease for as long as it runs', async () => {
    const leases = async () => {
      const { rows } = await database.pool.query<{ count: number }>(
        `SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = 72707370
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      );
      return rows[0]?.count;
    };
    await work(noteJob(() => undefined));
    await eventually(async () => (await leases()) === 1);
    await worker?.stop(1000);
    worker = undefined;
    expect(await eventually(async () => (await leases()) === 0)).toBe(true);
  });
});

test('health reports how long the oldest due job has waited', async () => {
  const job = noteJob(() => undefined);
  await expect(queue.health(context())).resolves.toEqual({ oldestDueSeconds: 0, due: 0, dead: 0 });
  await queue.enqueue(context(), job, { note: '' }, { runAt: new Date(Date.now() - 60_000) });
  await queue.enqueue(context(), job, { note: '' }, { runAt: new Date(Date.now() + 60_000) });
  const health = await queue.health(context());
  expect(health).toMatchObject({ due: 1, dead: 0 });
  expect(Math.round(health.oldestDueSeconds)).toBe(60);
});

async function lockedJobs(): Promise<number> {
  const { rows } = await database.pool.query<{ count: number }>(
    'SELECT count(*) FROM graphile_worker.jobs WHERE locked_by IS NOT NULL',
  );
  return rows[0]?.count ?? -1;
}

async function countJobs(): Promise<number> {
  const { rows } = await database.pool.query<{ count: number }>(
    'SELECT count(*) FROM graphile_worker.jobs',
  );
  return rows[0]?.count ?? -1;
}

async function lockAs(poolId: string, note: string): Promise<void> {
  await database.pool.query(
    `UPDATE graphile_worker._private_jobs SET locked_by = $1, locked_at = now(), attempts = 1
     WHERE payload->>'note' = $2`,
    [poolId, note],
  );
}
