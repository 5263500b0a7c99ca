import { withServerTimeout } from '../../db/client.ts';
import { statement, type None } from '../../db/statement.ts';
import { isTimeout } from '../../db/errors.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { FindingState } from '../../domains/doctor.enums.ts';
import type { Context } from '../../kernel/context.ts';
import {
  isRepairable,
  tallyStatement,
  type Check,
  type DoctorDeps,
  type Offender,
  type SqlCheck,
  type Tally,
} from './check.ts';

/** What a check found. */
export interface Finding {
  readonly id: string;
  readonly title: string;
  /** `skipped`: the time was up, or the storage could not be asked. */
  readonly state: FindingState;
  readonly examined: number;
  readonly broken: number;
  /** The first of the broken ones, by id. */
  readonly offenders: readonly Offender[];
  /** Whether there is one right answer, which the doctor can put in place. */
  readonly fixable: boolean;
  /** Why it is not complete, for people. */
  readonly note?: string;
  readonly durationMs: number;
}

/** All checks see the same moment, so that none takes work in progress for a contradiction. */
const beginSnapshot = statement('doctor.snapshot')<None>(
  `SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY`,
);

/** Milliseconds; 0 is no limit. Until the end of the transaction. */
export const limitStatement = statement('doctor.limit')<{ ms: string }>(
  `SELECT set_config('statement_timeout', :ms, true)`,
);

/**
 * Runs checks one after another in one read-only snapshot that blocks no one.
 * @param timeLimitMs for all of them together; what it does not reach is skipped.
 */
export async function examine(
  deps: DoctorDeps,
  ctx: Context,
  { checks, timeLimitMs }: { checks: readonly Check[]; timeLimitMs: number },
): Promise<Finding[]> {
  const deadline = performance.now() + timeLimitMs;
  return inTransaction(ctx, async (ctx) => {
    await ctx.db.execute(beginSnapshot);
    const findings: Finding[] = [];
    let isOver = false;
    for (const check of checks) {
      const left = Math.floor(deadline - performance.now());
      const finding: Finding =
        isOver || left < 1 ? skipped(check) : await make(deps, ctx, check, left);
      // PostgreSQL ends the transaction together with the statement that took too long.
      isOver ||= finding.state === 'skipped';
      findings.push(finding);
    }
    return findings;
  });
}

async function make(
  deps: DoctorDeps,
  ctx: Context,
  check: Check,
  timeLimitMs: number,
): Promise<Finding> {
  const { id, title, waits = false } = check;
  const started = performance.now();
  try {
    await ctx.db.query(limitStatement, { ms: String(timeLimitMs) });
    const { examined, broken, offenders } =
      'tally' in check ? await check.tally(deps, ctx) : await tallySql(ctx, check, timeLimitMs);
    return {
      id,
      title,
      state: broken === 0 ? 'ok' : waits ? 'waiting' : 'broken',
      examined,
      broken,
      offenders: offenders ?? [],
      fixable: isRepairable(check),
      durationMs: performance.now() - started,
    };
  } catch (error) {
    if (!isTimeout(error)) throw error;
    return { ...skipped(check), durationMs: performance.now() - started };
  }
}

async function tallySql(ctx: Context, check: SqlCheck, timeLimitMs: number): Promise<Tally> {
  const tallied = withServerTimeout(tallyStatement(check), timeLimitMs);
  const [tally] = await ctx.db.query(tallied, check.parameters ?? {});
  if (!tally) throw new Error(`The check ${check.id} counted nothing`);
  return tally;
}

function skipped(check: Check): Finding {
  const { id, title } = check;
  const none = { examined: 0, broken: 0, offenders: [], durationMs: 0 };
  return { id, title, state: 'skipped', fixable: isRepairable(check), ...none };
}
