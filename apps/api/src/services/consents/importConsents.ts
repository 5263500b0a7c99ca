import { statement } from '../../db/statement.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { ConsentLevel, ConsentTopic } from '../../domains/consents.enums.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import type { ConsentsDeps } from './subscribe.ts';

interface ImportedConsent {
  readonly email: string;
  readonly topic: ConsentTopic;
  readonly state: 'subscribed' | 'unsubscribed';
  /** How it was given there; `unknown` stays unknown, and allows no mail. */
  readonly level: ConsentLevel;
  /** Which text was agreed to there. */
  readonly wording: string;
}

/** Those that change something, and subscribe no address that has opted out. */
const insertImported = statement('consents.import')<{ rows: string }, { id: string }>(
  `INSERT INTO consents (id, address_key, channel, topic, state, level, wording, source)
   SELECT g.id, g.email, 'email', g.topic, g.state, g.level, g.wording, 'import'
   FROM json_to_recordset(:rows::json) AS g (id text, email text, topic text, state text, level text, wording text)
   LEFT JOIN LATERAL (
     SELECT c.state FROM consents c
     WHERE c.address_key IN (g.email, address_hash(g.email)) AND c.channel = 'email' AND c.topic = g.topic
       AND c.state <> 'pending'
     ORDER BY c.id DESC LIMIT 1
   ) AS known ON true
   WHERE known.state IS NULL OR (known.state <> g.state AND known.state <> 'unsubscribed')
   RETURNING id`,
);

/**
 * Takes consents over from another system. An address that has opted out here stays opted out, also by the
 * hash that an erasure has left; so does one that the list names both ways.
 * @returns how many rows were taken over.
 */
export function importConsents(
  { audit }: ConsentsDeps,
  ctx: Context,
  rows: readonly ImportedConsent[],
): Promise<number> {
  const last = new Map<string, ImportedConsent>();
  for (const row of rows) {
    const key = JSON.stringify([row.email, row.topic]);
    if (last.get(key)?.state !== 'unsubscribed') last.set(key, row);
  }
  return inTransaction(ctx, async (ctx) => {
    const given = Array.from(last.values(), (row) => ({ ...row, id: newId('consent') }));
    const taken = await ctx.db.query(insertImported, { rows: JSON.stringify(given) });
    const details = { given: rows.length, taken: taken.length };
    await audit.record(ctx, { action: 'consents.import', subject: 'consents', details });
    return taken.length;
  });
}
