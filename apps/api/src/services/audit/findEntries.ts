import { idPage } from '../../db/idPage.ts';
import { withNumbers } from '../../db/withNumbers.ts';
import type { Context } from '../../kernel/context.ts';
import type { IdRange } from '../../utils/page.ts';

/** Which entries are wanted; all of them that have each of these. */
export interface AuditFilters {
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  readonly subject?: string | undefined;
  /** Inclusive; a time of RFC 3339. */
  readonly from?: string | undefined;
  /** Exclusive. */
  readonly to?: string | undefined;
}

export type AuditEntry = Awaited<ReturnType<typeof findEntries>>[number];

/** Entries within a range of ids. */
export async function findEntries({ db }: Context, range: IdRange, filters: AuditFilters) {
  const { id, ...page } = idPage(range);
  const { actor, action, subject, from, to } = filters;
  const found = await db.prisma.auditEntry.findMany({
    where: {
      id,
      ...(actor !== undefined && { actor }),
      ...(action !== undefined && { action }),
      ...(subject !== undefined && { subject }),
      createdAt: { ...(from !== undefined && { gte: from }), ...(to !== undefined && { lt: to }) },
    },
    omit: { salt: true, personalDigest: true, position: true },
    ...page,
  });
  return found.map(withNumbers);
}
