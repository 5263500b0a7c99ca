import { inTransaction } from '../../db/transaction.ts';
import type { Context } from '../../kernel/context.ts';
import type { AuditDeps } from './deps.ts';
import { recordEntry } from './recordEntry.ts';
import { sealLog } from './sealLog.ts';
import { eraseEntries } from './statements.ts';

/** Whose personal data is erased from the audit log. */
interface AuditErasure {
  /** For the entry about the erasure, such as the id of the request for it. */
  readonly subject: string;
  /** Why. */
  readonly reason: string;
  /** Ids of the person and of what is theirs: entries about one of them lose what may be personal. */
  readonly subjects: readonly string[];
  /** As entries name actors: `customer:cus_…`, `staff:usr_…`. */
  readonly actors?: readonly string[];
}

/**
 * Erases personal data from entries of the audit log: reasons, details, before and after, addresses.
 * Who did what to which id, and when, stays, and so does the chain. An entry says what was erased.
 * @returns how many entries.
 */
export async function eraseFromLog(
  deps: AuditDeps,
  ctx: Context,
  { subject, reason, subjects, actors = [] }: AuditErasure,
): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    // What is erased is in the chain before, as a digest.
    await sealLog(deps, ctx);
    const given = { subjects: [...subjects], actors: [...actors] };
    const rows = await ctx.db.query(eraseEntries, given);
    const entries = rows.map(({ id }) => id);
    if (entries.length === 0) return 0;
    await recordEntry(ctx, { action: 'audit.erase', subject, reason, details: { entries } });
    return entries.length;
  });
}
