import type { Context } from '../../kernel/context.ts';
import { findEntries, type AuditEntry, type AuditFilters } from './findEntries.ts';
import { recordEntry } from './recordEntry.ts';

/** Entries read at a time. */
const PAGE = 500;

/**
 * All entries that the filters leave, newest first. Each page is read when the one before it was
 * taken, so the export holds one at a time and no transaction. An entry says who exported what.
 */
export async function* exportEntries(
  ctx: Context,
  filters: AuditFilters,
): AsyncGenerator<AuditEntry> {
  await recordEntry(ctx, { action: 'audit.export', subject: 'audit', details: { ...filters } });
  for (let id: string | null = null; ;) {
    const page: AuditEntry[] = await findEntries(ctx, { id, isBack: false, take: PAGE }, filters);
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    id = last.id;
  }
}
