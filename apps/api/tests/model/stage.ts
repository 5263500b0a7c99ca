import type { Context } from '../../src/kernel/context.ts';
import { loadJobs } from '../../src/jobs/registry.ts';
import { loadContent } from '../../src/mails/registry.ts';
import { createReconciliationService } from '../../src/services/reconciliation.service.ts';
import { createProduct } from '../helpers/catalog.ts';
import { makeDue, placeOrder, type PlacedOrder } from '../helpers/orders.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';

/** These tests send no mail. */
const dueJobs = `
  SELECT j.id::text, j.revision, t.identifier AS name, j.payload
  FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
  WHERE t.identifier NOT LIKE 'email.%' AND j.attempts < 14 ORDER BY j.run_at, j.id LIMIT 1`;

interface DueJob {
  id: string;
  /** Increases when it is queued again under its key. */
  revision: number;
  name: string;
  payload: unknown;
}

/** A shop without a worker, for one order at a time; nothing runs in the background. */
export interface Stage {
  readonly shop: SalesApp;
  /** An order of one unit of a variant that no other order buys. */
  place(): Promise<PlacedOrder>;
  /** Runs the job that is due first, also a future one. @returns whether there was one. */
  runJob(): Promise<boolean>;
  /** Makes the order expire. */
  expire(placed: PlacedOrder): Promise<void>;
  /** Advances some hours, and runs the sweeper. */
  sweep(): Promise<void>;
  reconcile(): Promise<void>;
  /** Delivers Stripe's webhooks of the payment, its refunds or its disputes. */
  deliver(placed: PlacedOrder, what: WebhookSubject): Promise<void>;
  close(): Promise<void>;
}

export type WebhookSubject = 'payment' | 'refunds' | 'disputes';

export async function openStage(): Promise<Stage> {
  const shop = await startSalesApp({ env: { LOG_LEVEL: 'silent' } });
  const { ctx, container } = shop;
  const { services } = container;
  const { pool } = container.database;
  const asStripe: Context = { ...ctx, actor: { kind: 'system', id: 'stripe' } };
  const options = { settleSeconds: 0 };
  const reconciliation = createReconciliationService({ ...services, options });
  const variants: string[] = [];
  const jobs = await loadJobs();

  return {
    shop,
    async place() {
      if (variants.length === 0) {
        const many = { variants: Array.from({ length: 50 }, () => ({ stock: 1 })) };
        variants.push(...(await createProduct(ctx, many)).variantIds);
      }
      return placeOrder(shop, variants.pop() ?? '');
    },
    async runJob() {
      const { rows } = await pool.query<DueJob>(dueJobs);
      const [due] = rows;
      if (!due) return false;
      const job = jobs.find(({ name }) => name === due.name);
      if (!job) throw new Error(`There is no job ${due.name}`);
      const done = await job.run(ctx, due.payload, { ...services, loadContent }).then(
        () => true,
        () => false,
      );
      // A job that was queued again under its key while it ran is due again.
      await pool.query(
        done
          ? `DELETE FROM graphile_worker._private_jobs WHERE id = $1 AND revision = $2`
          : `UPDATE graphile_worker._private_jobs SET attempts = attempts + 1
             WHERE id = $1 AND revision = $2`,
        [due.id, due.revision],
      );
      return true;
    },
    async expire(placed) {
      await makeDue(shop, placed);
      await services.checkout.expireDue(ctx);
    },
    async sweep() {
      await pool.query(
        `UPDATE workflows SET deadline_at = now() - interval '1 second' WHERE deadline_at > now()`,
      );
      await services.recovery.sweep(ctx);
    },
    async reconcile() {
      await reconciliation.run(ctx);
    },
    async deliver({ intentId }, what) {
      if (what === 'payment') await services.payments.sync(asStripe, 'stripe', intentId);
      else if (what === 'refunds') {
        await services.payments.syncRefundsOf(asStripe, 'stripe', intentId);
      } else {
        for (const { id } of await listAtStripe(shop, 'disputes', intentId)) {
          await services.disputes.sync(asStripe, 'stripe', id);
        }
      }
    },
    close: () => shop.close(),
  };
}

interface AtStripe {
  readonly id: string;
  readonly amount: number;
  readonly status: string;
}

/** Stripe's objects of a payment, oldest first. */
export async function listAtStripe(
  { sandbox }: SalesApp,
  path: 'refunds' | 'disputes',
  intentId: string,
): Promise<AtStripe[]> {
  const answer = await fetch(`${sandbox.url}/v1/${path}?payment_intent=${intentId}&limit=100`, {
    headers: { Authorization: `Bearer ${sandbox.secretKey}` },
  });
  const { data } = (await answer.json()) as { data: AtStripe[] };
  return data.toReversed();
}
