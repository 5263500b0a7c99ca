import { Pool, type PoolClient } from 'pg';
import {
  COMPLETE_JOB,
  takesJob,
  type Script,
  type ScriptGroup,
  type ScriptStatement,
  type Sender,
} from './script.ts';
import type { Article } from './stock.ts';
import { takeJob, type Job } from './takeJob.ts';
import { fill, renewer } from './tokens.ts';

/** Connections of the two pools, as the shop's processes have by default. */
const poolSizes: Readonly<Record<Sender, number>> = { http: 10, jobs: 5 };

/** A statement that is ready to be sent. */
interface Ready {
  name?: string;
  text: string;
  values: unknown[];
}
type Send = (
  client: PoolClient,
  ready: Ready,
  statement: ScriptStatement,
) => Promise<{ rowCount: number | null; rows: unknown[] }>;

/** A bare script that sends a purchase's statements, and nothing else. */
export interface Floor {
  readonly pool: Pool;
  /** Sends one purchase's statements; what the shop does in the background runs in parallel. */
  purchase(article: Article): Promise<void>;
  /** Waits for the background work. @throws its errors. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

/** @param send sends a statement in another way than by default. */
export function openFloor(url: string, script: Script, send: Send = sendDirectly): Floor {
  const pools = { http: openPool(url, poolSizes.http), jobs: openPool(url, poolSizes.jobs) };
  const renew = renewer(script.tokens);
  const beside = new Set<Promise<void>>();
  const taken: Job[] = [];
  let failure: unknown;

  async function run({ sender, statements }: ScriptGroup, tokens: readonly string[]) {
    const client = await pools[sender].connect();
    try {
      let jobId: unknown;
      for (const statement of statements) {
        const ready = readyOf(statement, tokens, jobId);
        const { rows } = await send(client, ready, statement);
        if (takesJob(statement)) {
          taken.push(...(rows as Job[]));
          jobId = await takeJob(taken, async () => (await client.query<Job>(ready)).rows);
        }
      }
      client.release();
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  function goOn(work: Promise<void>): Promise<void> {
    const kept = work.catch((error: unknown) => {
      failure ??= error;
    });
    beside.add(kept);
    void kept.then(() => beside.delete(kept));
    return kept;
  }

  return {
    pool: pools.http,
    async purchase({ variantId, productId }) {
      const tokens = renew();
      tokens.splice(0, 2, variantId, productId);
      let before = Promise.resolve();
      for (const group of script.groups) {
        if (group.isAwaited) await run(group, tokens);
        else before = goOn(before.then(() => run(group, tokens)));
      }
    },
    async rest() {
      while (beside.size > 0) await Promise.all(beside);
      if (failure !== undefined) throw failure as Error;
    },
    async close() {
      await Promise.allSettled(beside);
      await Promise.all([pools.http.end(), pools.jobs.end()]);
    },
  };
}

function openPool(url: string, max: number): Pool {
  const pool = new Pool({ connectionString: url, max, application_name: 'bench-floor' });
  pool.on('error', () => undefined);
  return pool;
}

function sendDirectly(client: PoolClient, ready: Ready) {
  return client.query(ready);
}

/** Another script may have claimed the job that this one queued; then this one claims that script's. */
function readyOf(
  { name, text, values }: ScriptStatement,
  tokens: readonly string[],
  jobId: unknown,
): Ready {
  const filled = name?.startsWith(COMPLETE_JOB)
    ? [jobId ?? null]
    : values.map((value) => fill(value, tokens));
  return { ...(name !== undefined && { name }), text, values: filled };
}
