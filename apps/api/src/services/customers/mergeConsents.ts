import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { compareConsents } from './moveStatements.ts';

interface Side {
  readonly id: string;
  readonly emailKey: string;
  readonly isVerified: boolean;
}

/**
 * Has the survivor's address agree to what either address has said last, and the duplicate's to nothing
 * more: one person gets a mail once. Rows are added, since each is proof of what was said. An address that
 * is not proved may be another person's: it gives no consent, and gets none but an opt-out.
 */
export async function mergeConsents({ db }: Context, loser: Side, survivor: Side): Promise<void> {
  if (!loser.isVerified || loser.emailKey === survivor.emailKey) return;
  const addresses = { from: loser.emailKey, to: survivor.emailKey };
  const found = await db.query(compareConsents, addresses);
  const carried = found.filter(
    ({ isNewer, state }) => isNewer && (survivor.isVerified || state === 'unsubscribed'),
  );
  const ended = found.filter(({ state }) => survivor.isVerified && state === 'subscribed');
  const rowOf = ({ isNewer: _isNewer, ...row }: (typeof found)[number], side: Side) => ({
    ...row,
    id: newId('consent'),
    addressKey: side.emailKey,
    customerId: side.id,
    source: 'merge',
  });
  await db.prisma.consent.createMany({
    data: [
      ...carried.map((row) => rowOf(row, survivor)),
      ...ended.map((row) => ({ ...rowOf(row, loser), state: 'unsubscribed' })),
    ],
  });
}
