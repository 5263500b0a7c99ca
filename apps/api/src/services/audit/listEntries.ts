import type { Context } from '../../kernel/context.ts';
import { readIdPage, type IdListQuery } from '../../utils/page.ts';
import type { AuditDeps } from './deps.ts';
import { findEntries, type AuditFilters } from './findEntries.ts';

/** Newest first. @throws {AppError} invalid_cursor */
export function listEntries(
  { cursorSecret }: AuditDeps,
  ctx: Context,
  query: AuditFilters & IdListQuery,
) {
  return readIdPage({ secret: cursorSecret, name: 'auditEntries' }, query, (range) =>
    findEntries(ctx, range, query),
  );
}
