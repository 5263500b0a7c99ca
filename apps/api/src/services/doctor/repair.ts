import { patiently } from '../../db/client.ts';
import { composedStatement, statement } from '../../db/statement.ts';
import { isRefusedData } from '../../db/errors.ts';
import { inTransaction } from '../../db/transaction.ts';
import { actorName, type Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import type { Check, Repair, Repaired } from './check.ts';
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

const insertAudit = statement('doctor.audit')<{
  id: string;
  actor: string;
  subject: string;
  reason: string;
  details: string;
  requestId: string;
}>(
  `INSERT INTO audit_entries (id, actor, action, subject, reason, details, request_id)
   VALUES (:id, :actor, 'doctor.fix', :subject, :reason, :details::jsonb, :requestId)`,
);

/** Repairs what the check finds, each row in a separate transaction. */
export async function* treat(
  ctx: Context,
  check: Check & { repair: Repair },
): AsyncGenerator<Treatment> {
  const next = composedStatement<{ after: string }, { id: string }>(
    `doctor.next.${check.id}`,
    `SELECT id FROM (${check.sql}) AS examined (id, wrong)
     WHERE wrong IS NOT NULL AND id > :after ORDER BY id LIMIT ${BATCH}`,
  );
  for (let last = ''; ;) {
    const broken = await inTransaction(ctx, async (ctx) => {
      await ctx.db.query(limitStatement, { ms: '0' });
      return ctx.db.query(patiently(next, 0), { after: last });
    });
    for (const { id } of broken) {
      const treatment = await treatOne(ctx, check, id);
      if (treatment) yield treatment;
      last = id;
    }
    if (broken.length < BATCH) return;
  }
}

/** @returns nothing when the row was right again before it was locked. */
async function treatOne(
  ctx: Context,
  { id: check, title, repair }: Check & { repair: Repair },
  id: string,
): Promise<Treatment | undefined> {
  try {
    return await inTransaction(ctx, async (ctx) => {
      for (const lock of repair.locks) await ctx.db.execute(lock, { id });
      const [repaired] = await ctx.db.query(repair.apply, { id });
      if (!repaired) return undefined;
      await ctx.db.execute(insertAudit, {
        id: newId('audit'),
        actor: actorName(ctx.actor),
        subject: id,
        reason: title,
        details: JSON.stringify({ check, ...repaired }),
        requestId: ctx.requestId,
      });
      return { check, id, repaired };
    });
  } catch (error) {
    if (!isRefusedData(error)) throw error;
    return { check, id, refusal: error instanceof Error ? error.message : String(error) };
  }
}
