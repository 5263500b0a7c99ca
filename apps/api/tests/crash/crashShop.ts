import { Stripe } from 'stripe';
import supertest from 'supertest';
import { buildApp } from '../../src/app.ts';
import { createContainer } from '../../src/container.ts';
import { loadJobs } from '../../src/jobs/registry.ts';
import { loadContent } from '../../src/mails/registry.ts';
import { createContext, type Context } from '../../src/kernel/context.ts';
import type { RemoteProvider } from '../../src/ports/paymentProvider.ts';
import { eventually } from '../helpers/eventually.ts';
import { startSalesApp, webhookSecret, type SalesApp } from '../helpers/salesApp.ts';
import { Steps, type Trouble } from './steps.ts';
import { openProviderLine, type ProviderLine } from './providerLine.ts';
import { watchedDatabase } from './watchedDatabase.ts';

/** A shop, with further processes of the same shop that get faults. */
export interface CrashShop extends SalesApp {
  /** A separate process on the same database and Stripe. */
  startProcess(trouble?: Trouble): Promise<CrashingProcess>;
  /** Waits until Stripe has delivered all webhooks. */
  heard(): Promise<void>;
  /**
   * Runs the queue's jobs until none is due.
   * @returns their number. @throws when one keeps failing.
   */
  runJobs(): Promise<number>;
  /** The due jobs of this name, to be run one by one. */
  dueJobs(name: string): Promise<DueJob[]>;
  /** Advances a minute, so that the leases of crashed requests end. */
  endLeases(): Promise<void>;
}

export interface CrashingProcess {
  readonly steps: Steps;
  readonly api: ReturnType<typeof supertest>;
  readonly ctx: Context;
  readonly services: Awaited<ReturnType<typeof createContainer>>['services'];
  runJob(job: DueJob): Promise<void>;
  end(): Promise<void>;
}

export interface DueJob {
  id: string;
  name: string;
  payload: unknown;
}

/** These tests send no mail. */
const MAIL = 'email.%';
const MAX_FAILURES = 5;

// Named, so that PostgreSQL plans them once: each case sends them some ten times.
const selectDueJobs = {
  name: 'test.dueJobs',
  text: `SELECT j.id::text, t.identifier AS name, j.payload
    FROM graphile_worker._private_jobs j
    JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    WHERE j.run_at <= now() AND t.identifier = coalesce($1, t.identifier) AND t.identifier NOT LIKE $2
    ORDER BY j.id`,
};
const deleteJob = {
  name: 'test.deleteJob',
  text: 'DELETE FROM graphile_worker._private_jobs WHERE id = $1',
};

interface CrashShopOptions {
  /** Payment providers besides Stripe … */
  paymentProviders?: readonly RemoteProvider[];
  /** … and their connections. */
  lines?: readonly ProviderLine[];
}

export async function startCrashShop(
  env: Record<string, string> = {},
  { paymentProviders = [], lines = [] }: CrashShopOptions = {},
): Promise<CrashShop> {
  // In seconds. The SDK repeats a lost call after a pause, by default half a second.
  jest.spyOn(Stripe.prototype, 'getInitialNetworkRetryDelay').mockReturnValue(0.001);
  const line = await openProviderLine('Stripe', /\/(pi|re|ch|dp|cus)_\w+/g);
  const shop = await startSalesApp({
    paymentProviders,
    env: { STRIPE_API_BASE: line.url, LOG_LEVEL: 'silent', ...env },
  });
  line.connect(shop.sandbox.url);
  const url = `${shop.url}/api/v1/webhooks/stripe`;
  await shop.control('POST', 'webhook-endpoint', { url, secret: webhookSecret });
  const { pool } = shop.container.database;
  const jobs = await loadJobs();

  async function dueJobs(name?: string): Promise<DueJob[]> {
    const { rows } = await pool.query<DueJob>({ ...selectDueJobs, values: [name ?? null, MAIL] });
    return rows;
  }

  async function runJob(job: DueJob, ctx: Context, services: CrashingProcess['services']) {
    const known = jobs.find(({ name }) => name === job.name);
    if (!known) throw new Error(`There is no job ${job.name}`);
    await known.run(ctx, job.payload, { ...services, loadContent });
    await pool.query({ ...deleteJob, values: [job.id] });
  }

  return {
    ...shop,
    startProcess: (trouble) =>
      startProcess(shop, { paymentProviders, lines: [line, ...lines] }, runJob, trouble),
    dueJobs,
    async heard() {
      await eventually(async () => {
        const left = (await shop.control('GET', 'deliveries?state=pending')) as unknown[];
        return left.length === 0;
      });
    },
    async runJobs() {
      const failures = new Map<string, number>();
      let count = 0;
      for (let due = await dueJobs(); due.length > 0; due = await dueJobs()) {
        for (const job of due) {
          await runJob(job, shop.ctx, shop.container.services).catch((error: unknown) => {
            const failed = (failures.get(job.id) ?? 0) + 1;
            failures.set(job.id, failed);
            if (failed >= MAX_FAILURES) throw error;
          });
        }
        count += due.length;
      }
      return count;
    },
    async endLeases() {
      await pool.query("UPDATE idempotency_keys SET leased_until = 'epoch' WHERE status IS NULL");
    },
    async close() {
      await shop.close();
      await line.close();
    },
  };
}

async function startProcess(
  shop: SalesApp,
  { paymentProviders, lines }: Required<CrashShopOptions>,
  runJob: (job: DueJob, ctx: Context, services: CrashingProcess['services']) => Promise<void>,
  trouble?: Trouble,
): Promise<CrashingProcess> {
  const container = await createContainer(shop.container.config, { paymentProviders });
  const steps = new Steps(trouble);
  // Over the shop's pool, whose connections are warm; PostgreSQL does not distinguish the clients.
  const database = watchedDatabase(shop.container.database, steps);
  const ctx = createContext(database, { kind: 'system', id: 'test' }, 'req_crash');
  for (const line of lines) line.watch(steps);
  let api: CrashingProcess['api'] | undefined;
  return {
    steps,
    ctx,
    services: container.services,
    // Created on demand, because many processes get no request.
    get api() {
      return (api ??= supertest(buildApp({ ...container, database })));
    },
    runJob: (job) => runJob(job, ctx, container.services),
    async end() {
      for (const line of lines) line.watch(new Steps());
      await container.close();
    },
  };
}
