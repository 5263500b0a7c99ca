import { inTransaction } from '../../db/transaction.ts';
import type { ConsentLevel, ConsentTopic } from '../../domains/consents.enums.ts';
import type { Context } from '../../kernel/context.ts';
import { readConsents, recordConsents } from './record.ts';

interface ImportedConsent {
  readonly email: string;
  readonly topic: ConsentTopic;
  readonly state: 'subscribed' | 'unsubscribed';
  /** How it was given there; `unknown` stays unknown, and allows no mail. */
  readonly level: ConsentLevel;
  /** Which text was agreed to there. */
  readonly wording: string;
}

/**
 * Takes consents over from another system. An address that has opted out here stays opted out, also by the
 * hash that an erasure has left.
 * @returns how many rows were taken over.
 */
export async function importConsents(
  ctx: Context,
  rows: readonly ImportedConsent[],
): Promise<number> {
  let taken = 0;
  for (const row of rows) {
    taken += await inTransaction(ctx, async (ctx) => {
      const known = (await readConsents(ctx, row.email)).find(({ topic }) => topic === row.topic);
      if (known?.state === row.state) return 0;
      if (known?.state === 'unsubscribed' && row.state === 'subscribed') return 0;
      await recordConsents(ctx, [{ ...row, source: 'import' }]);
      return 1;
    });
  }
  return taken;
}
