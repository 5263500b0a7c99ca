import { startSandbox } from '@cartwright/stripe-sandbox';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { demo } from '../../src/config/demo.ts';
import { openKeys } from '../../src/processes/keys.ts';
import { openDatabase, type Database } from '../../src/db/client.ts';
import { checks } from '../../src/services/doctor/checks.ts';
import type { Diagnosis, ExamineOptions, Treatment } from '../../src/services/doctor.service.ts';
import { createContext, type Context } from '../../src/kernel/context.ts';
import { breakages, disarm } from '../helpers/breakages.ts';
import { cloneDatabase, dropDatabase, type TestDatabase } from '../helpers/database.ts';
import { doctor } from '../helpers/doctor.ts';
import { runEntry } from '../helpers/entry.ts';
import { startLivedInShop } from '../helpers/livedInShop.ts';

// Every command has a process and a copy of the database to itself.
jest.setTimeout(60_000);

/** The database of a healthy shop that is closed; it is only copied. */
let healthy: string;
/** A data folder with its files. */
let dataDir: string;

beforeAll(async () => {
  const shop = await startLivedInShop();
  const { config } = shop.container;
  healthy = config.database.url ?? '';
  dataDir = await mkdtemp(path.join(tmpdir(), 'doctor-'));
  await cp(path.join(config.dataDir, 'files'), path.join(dataDir, 'files'), { recursive: true });
  await shop.close({ keepDatabase: true });
});
afterAll(async () => {
  await dropDatabase(healthy);
  await rm(dataDir, { recursive: true });
});

/** Works on a copy of the shop's database after running `sql`. */
async function onCopy<T>(
  sql: string,
  work: (ctx: Context, copy: TestDatabase) => Promise<T>,
): Promise<T> {
  const copy = await cloneDatabase(healthy);
  let database: Database | undefined;
  try {
    await run(copy.url, sql);
    database = openDatabase({ url: copy.url, poolSize: 4 });
    return await work(createContext(database, { kind: 'system', id: 'doctor' }, 'req_test'), copy);
  } finally {
    await database?.close();
    await copy.drop();
  }
}

async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

describe('A broken invariant', () => {
  /** A copy without the constraints and triggers that protect the invariants. */
  let disarmed: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    disarmed = await cloneDatabase(healthy);
    await run(disarmed.url, disarm);
    database = openDatabase({ url: disarmed.url, poolSize: 1 });
  });

  afterAll(async () => {
    await database.close();
    await disarmed.drop();
  });

  /** The doctor's findings after `sql`, which is then rolled back. */
  async function findingsAfter(sql: string, options?: ExamineOptions): Promise<Diagnosis> {
    const client = await database.pool.connect();
    try {
      // As the doctor's own transaction, which this one stands for.
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
      await client.query(`SET LOCAL session_replication_role = replica; ${sql}`);
      const actor = { kind: 'system', id: 'doctor' } as const;
      return await doctor.examine(createContext(database.bind(client), actor, 'req_test'), options);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  }

  test('has a case below for every check', () => {
    const tried = new Set(breakages.map(({ check }) => check));
    expect(checks.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
  });

  test.each(breakages)('$check: $how', async ({ check, sql, also = [] }) => {
    const { healthy: isHealthy, findings } = await findingsAfter(sql);
    expect(isHealthy).toBe(false);
    const broken = findings.filter(({ state }) => state !== 'ok');
    expect(broken.map(({ id }) => id).toSorted()).toEqual([check, ...also].toSorted());
    const finding = broken.find(({ id }) => id === check);
    expect(finding?.broken).toBeGreaterThan(0);
    expect(finding?.offenders).toHaveLength(finding?.broken ?? 0);
    for (const { id, wrong } of finding?.offenders ?? []) {
      expect(id).not.toBe('');
      expect(wrong).not.toBe('');
    }
  });

  test('has its findings counted, and the first of them named', async () => {
    const sql = `INSERT INTO provider_events (provider, id, type, payload)
      SELECT 'stripe', 'evt_' || lpad(n::text, 3, '0'), 'charge.updated', '{}' FROM generate_series(1, 25) n`;
    const { findings } = await findingsAfter(sql, { cheapOnly: true });
    const finding = findings.find(({ id }) => id === 'E2');
    expect(finding).toMatchObject({ state: 'broken', examined: 25, broken: 25 });
    expect(finding?.offenders).toHaveLength(20);
    expect(finding?.offenders[0]).toEqual({ id: 'evt_001', wrong: 'charge.updated, and no job' });
  });
});

async function fix(ctx: Context): Promise<Treatment[]> {
  const treatments: Treatment[] = [];
  for await (const treatment of doctor.fix(ctx)) treatments.push(treatment);
  return treatments;
}

/** Counters of every kind that the doctor can compute again, each beside its ledger. */
const miscounted = `${disarm}
  UPDATE stock_levels SET on_hand = on_hand + 3, reserved = reserved + 1 WHERE on_hand > reserved;
  UPDATE payments SET captured = captured + 5, fee = 7, refunding = 2;
  UPDATE order_items SET refunded_quantity = 1, refunded_amount = 40;
  UPDATE orders SET shipping_refunded = 10;
  UPDATE credit_accounts SET balance = balance - 100;`;

const treatable = ['S2a', 'S2b', 'P1a', 'R1', 'R5', 'R6', 'K1'];

function runDoctor({ url }: TestDatabase, args: string[] = [], env: Record<string, string> = {}) {
  return runEntry('scripts/doctor.ts', {
    args,
    env: {
      DATABASE_URL: url,
      DATA_DIR: dataDir,
      AUDIT_SECRETS: demo.auditSecret,
      ...env,
    },
  });
}

describe('A counter that disagrees with its ledger', () => {
  test('is repaired, row by row, and audited; other findings stay', async () => {
    const notCounters = `UPDATE carts SET status = 'open';`;
    await onCopy(miscounted + notCounters, async (ctx) => {
      const before = await doctor.examine(ctx);
      const treatments = await fix(ctx);
      expect([...new Set(treatments.map(({ check }) => check))]).toEqual(treatable);
      const { findings } = await doctor.examine(ctx);
      const broken = findings.filter(({ state }) => state !== 'ok').map(({ id }) => id);
      expect(broken).toEqual(['C2']);
      const found = before.findings.filter(({ id }) => treatable.includes(id));
      expect(treatments).toHaveLength(found.reduce((sum, { broken }) => sum + broken, 0));

      const account = treatments.find(({ check }) => check === 'K1');
      expect(account?.repaired).toEqual({ before: { balance: 3400 }, after: { balance: 3500 } });
      const audit = await ctx.db.prisma.auditEntry.findMany({ where: { action: 'doctor.fix' } });
      expect(audit).toHaveLength(treatments.length);
      expect(audit.find(({ subject }) => subject === account?.id)).toMatchObject({
        actor: 'system:doctor',
        reason: "An account's balance is the sum of its ledger.",
        details: { check: 'K1', before: { balance: 3400 }, after: { balance: 3500 } },
      });
    });
  });

  test('stays unrepaired where the database refuses it, and does not block the others', async () => {
    // A negative ledger; the CHECK on the counter is still active.
    const sql = `INSERT INTO stock_movements (id, variant_id, location_id, delta, reason)
      SELECT 'mov_x' || on_hand, variant_id, location_id, -1000, 'adjustment' FROM stock_levels
      WHERE on_hand > 1;
      UPDATE stock_levels SET on_hand = 7 WHERE on_hand <= 1;`;
    await onCopy(sql, async (ctx) => {
      const treatments = await fix(ctx);
      expect(treatments.filter(({ refusal }) => refusal !== undefined)).not.toEqual([]);
      expect(treatments.filter(({ repaired }) => repaired !== undefined)).not.toEqual([]);
      for (const { refusal } of treatments.filter(({ repaired }) => !repaired)) {
        expect(refusal).toContain('stock_levels_on_hand_not_negative');
      }
      const { findings } = await doctor.examine(ctx);
      expect(findings.find(({ id }) => id === 'S2a')?.state).toBe('broken');
    });
  });

  test('is not written when it is correct', async () => {
    await onCopy('', async (ctx) => {
      expect(await fix(ctx)).toEqual([]);
      const where = { action: 'doctor.fix' };
      expect(await ctx.db.prisma.auditEntry.count({ where })).toBe(0);
    });
  });

  test('is repaired once by two doctors at the same time', async () => {
    await onCopy(miscounted, async (ctx) => {
      const both = await Promise.all([fix(ctx), fix(ctx)]);
      const rows = both.flat().map(({ check, id }) => `${check} ${id}`);
      expect(new Set(rows).size).toBe(rows.length);
      expect((await doctor.examine(ctx)).healthy).toBe(true);
    });
  });
});

describe('npm run doctor', () => {
  test('ends with 0 when all invariants hold, and shows what it has checked', async () => {
    await onCopy('', async (_ctx, copy) => {
      const { code, stdout, stderr } = await runDoctor(copy);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/^S1 +ok +\d+ rows {2}No shelf promises more than it has/m);
      expect(stdout).toMatch(/Healthy: \d+ checks in \d+\.\d s\./);
    });
  });

  test('ends with 1 when an invariant is broken, and names the rows', async () => {
    const sql = `${disarm} UPDATE credit_accounts SET balance = balance + 1;`;
    await onCopy(sql, async (_ctx, copy) => {
      const { code, stdout } = await runDoctor(copy);
      expect(code).toBe(1);
      expect(stdout).toMatch(/^K1 +2 BROKEN +2 rows/m);
      expect(stdout).toMatch(/^ +ca_\w+: balance 3501, ledger 3500$/m);
      expect(stdout).toContain('What K1 found can be repaired: npm run doctor -- --fix');
    });
  });

  test('--fix reports its repairs, and ends with 0 when no finding is left', async () => {
    await onCopy(miscounted, async (_ctx, copy) => {
      const { code, stdout } = await runDoctor(copy, ['--fix']);
      expect(stdout).toMatch(/^Repaired: K1 ca_\w+: balance 3400 → 3500$/m);
      expect(stdout).toContain('Healthy: ');
      expect(code).toBe(0);
    });
  });

  test('--audit-head finds a copy of the chain’s end again, or says that the log was cut off', async () => {
    await onCopy('', async (ctx, copy) => {
      const [head] = await ctx.db.prisma.auditSeal.findMany({ orderBy: { number: 'desc' } });
      const copied = `${head?.number}:${head?.hash}`;
      expect(await runDoctor(copy, ['--audit-head', copied])).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(/^A-head +ok/m),
      });
      // Whole, and shorter.
      await run(
        copy.url,
        `SET session_replication_role = replica;
         DELETE FROM audit_entries WHERE seal = ${head?.number};
         DELETE FROM audit_seals WHERE number = ${head?.number}`,
      );
      expect(await runDoctor(copy)).toMatchObject({ code: 0 });
      expect(await runDoctor(copy, ['--audit-head', copied])).toMatchObject({
        code: 1,
        stdout: expect.stringMatching(/^A-head +1 BROKEN/m),
      });
      expect(await runDoctor(copy, ['--audit-head', 'latest'])).toMatchObject({ code: 64 });
    });
  });

  test('--json prints one document', async () => {
    await onCopy('', async (_ctx, copy) => {
      const { code, stdout } = await runDoctor(copy, ['--json']);
      expect(code).toBe(0);
      const report = JSON.parse(stdout) as { healthy: boolean; findings: { id: string }[] };
      expect(report.healthy).toBe(true);
      expect(report.findings.map(({ id }) => id)).toEqual([...checks.map(({ id }) => id), 'K7c']);
    });
  });

  test('ends with 64 when it is called wrongly, and with 2 when it cannot check', async () => {
    await onCopy('DROP TABLE _prisma_migrations', async (_ctx, copy) => {
      expect(await runDoctor(copy, ['--bogus'])).toMatchObject({
        code: 64,
        stdout: '',
        stderr: expect.stringContaining('Usage: npm run doctor'),
      });
      expect(await runDoctor(copy)).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('npm run db:migrate'),
      });
      const nowhere = new URL(copy.url);
      nowhere.pathname = '/there_is_no_such_database';
      expect(await runDoctor({ ...copy, url: nowhere.href })).toMatchObject({
        code: 2,
        stdout: '',
      });
    });
  });

  test('--stripe needs the sandbox when that stands in for Stripe, and says how to start it', async () => {
    await onCopy('', async (_ctx, copy) => {
      const { code, stderr } = await runDoctor(copy, ['--stripe']);
      expect(code).toBe(2);
      expect(stderr).toContain('The Stripe sandbox runs only while the shop does');
    });
  });

  test('--stripe finds the sandbox of its data folder on any port, and uses no other', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'doctor-'));
    const { STRIPE_SECRET_KEY: secretKey } = await openKeys({ dataDir: folder });
    const sandbox = await startSandbox({ dataDir: path.join(folder, 'stripe'), secretKey });
    const ask = async (dataDir: string) => {
      const env = { DATA_DIR: dataDir };
      return onCopy('', (_ctx, copy) => runDoctor(copy, ['--stripe', '--no-files'], env));
    };
    try {
      const { code, stdout } = await ask(folder);
      expect(stdout).toMatch(/^Stripe +ok/m);
      expect(code).toBe(0);

      // A note that was left over, at whose address another shop's sandbox listens by now.
      const other = path.join(folder, 'other');
      await mkdir(path.join(other, 'stripe'), { recursive: true });
      await writeFile(path.join(other, 'stripe', 'address'), sandbox.url);
      expect(await ask(other)).toMatchObject({ code: 2 });
    } finally {
      await sandbox.close();
      await rm(folder, { recursive: true });
    }
  });
});
