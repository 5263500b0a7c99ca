import { withServerTimeout } from '../../db/client.ts';
import { composedStatement } from '../../db/statement.ts';
import { isRefusedData } from '../../db/errors.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { Context } from '../../kernel/context.ts';
import type { DoctorDeps, Repair, Repaired, SqlCheck } from './check.ts';
import { limitStatement } from './examine.ts';

/** A row that was repaired, or could not be. */
export interface Treatment {
  readonly check: string;
  readonly id: string;
  /** Missing when the database refused the right answer. */
  readonly repaired?: Repaired;
  readonly refusal?: string;
}

/** Rows taken at a time. */
const BATCH = 500;

/** Repairs what the check finds, each row in a separate transaction. */
export async function* treat(
  deps: DoctorDeps,
  ctx: Context,
  check: SqlCheck & { repair: Repair },
): AsyncGenerator<Treatment> {
  const next = composedStatement<{ after: string }, { id: string }>(
    `doctor.next.${check.id}`,
    `SELECT id FROM (${check.sql}) AS examined (id, wrong)
     WHERE wrong IS NOT NULL AND id > :after ORDER BY id LIMIT ${BATCH}`,
  );
  for (let last = ''; ;) {
    const broken = await inTransaction(ctx, async (ctx) => {
      await ctx.db.query(limitStatement, { ms: '0' });
      return ctx.db.query(withServerTimeout(next, 0), { after: last });
    });
    for (const { id } of broken) {
      const treatment = await treatOne(deps, ctx, check, id);
      if (treatment) yield treatment;
      last = id;
    }
    if (broken.length < BATCH) return;
  }
}

/** @returns nothing when the row was right again before it was locked. */
async function treatOne(
  { audit }: DoctorDeps,
  ctx: Context,
  { id: check, title, repair }: SqlCheck & { repair: Repair },
  id: string,
): Promise<Treatment | undefined> {
  try {
    return await inTransaction(ctx, async (ctx) => {
      for (const lock of repair.locks) await ctx.db.execute(lock, { id });
      const [repaired] = await ctx.db.query(repair.apply, { id });
      if (!repaired) return undefined;
      const details = { check, ...repaired };
      await audit.record(ctx, { action: 'doctor.fix', subject: id, reason: title, details });
      return { check, id, repaired };
    });
  } catch (error) {
    if (!isRefusedData(error)) throw error;
    return { check, id, refusal: error instanceof Error ? error.message : String(error) };
  }
}
