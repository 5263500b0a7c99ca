import { idPage } from '../../db/idPage.ts';
import { withNumbers } from '../../db/withNumbers.ts';
import type { DisputeState } from '../../domains/disputes.enums.ts';
import type { Context } from '../../kernel/context.ts';
import type { IdRange } from '../../utils/page.ts';
import type { Dispute } from './statements.ts';

/** Disputes within a range of ids: all, or those in one state. */
export async function findDisputes(
  { db }: Context,
  range: IdRange,
  state?: DisputeState,
): Promise<Dispute[]> {
  const { id, ...page } = idPage(range);
  const closedAt = { open: null, closed: { not: null } };
  const rows = await db.prisma.dispute.findMany({
    where: { id, ...(state && { closedAt: closedAt[state] }) },
    include: { payment: { select: { orderId: true } } },
    ...page,
  });
  return rows.map(({ payment, ...row }) => ({ ...withNumbers(row), orderId: payment.orderId }));
}
