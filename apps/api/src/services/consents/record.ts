import { statement } from '../../db/statement.ts';
import {
  consentTopics,
  type ConsentLevel,
  type ConsentState,
  type ConsentTopic,
} from '../../domains/consents.enums.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';

/** What an address has agreed to about one topic, with the proof of it. */
export interface Consent {
  readonly topic: ConsentTopic;
  readonly state: ConsentState;
  readonly level: ConsentLevel | null;
  readonly wording: string | null;
  readonly source: string | null;
  readonly at: Date | null;
}

/** A row to add. */
interface NewConsent {
  readonly email: string;
  readonly customerId?: string | null;
  readonly topic: string;
  readonly state: Exclude<ConsentState, 'not_subscribed'>;
  readonly level: ConsentLevel;
  readonly wording: string;
  readonly source: string;
  readonly ip?: string | undefined;
}

/**
 * The last row of each topic, by the address or by its hash. A sign-up that no one confirms ends after a
 * week; what was said before it holds again, an opt-out above all.
 */
const selectCurrent = statement('consents.current')<
  { email: string },
  {
    id: string;
    topic: string;
    state: string;
    level: string;
    wording: string;
    source: string;
    at: Date;
  }
>(
  `SELECT DISTINCT ON (topic) id, topic, state, level, wording, source, created_at AS at
   FROM consents
   WHERE address_key IN (:email, address_hash(:email)) AND channel = 'email'
     AND (state <> 'pending' OR created_at >= now() - interval '7 days')
   ORDER BY topic, id DESC`,
);

/** What an address has agreed to, topic by topic. */
export async function readConsents(
  { db }: Context,
  email: string,
): Promise<(Consent & { id: string | null })[]> {
  const rows = new Map((await db.query(selectCurrent, { email })).map((row) => [row.topic, row]));
  return consentTopics.map((topic) => {
    const row = rows.get(topic);
    if (!row) {
      const nothing = { level: null, wording: null, source: null, at: null, id: null };
      return { topic, state: 'not_subscribed', ...nothing };
    }
    const { id, wording, source, at } = row;
    const state = row.state as ConsentState;
    return { id, topic, state, level: row.level as ConsentLevel, wording, source, at };
  });
}

/** Adds rows; each is the state of its topic from now on. */
export async function recordConsents({ db }: Context, rows: readonly NewConsent[]): Promise<void> {
  if (rows.length === 0) return;
  await db.prisma.consent.createMany({
    data: rows.map(({ email, customerId = null, ip = null, ...row }) => ({
      ...row,
      id: newId('consent'),
      addressKey: email,
      customerId,
      ip,
      channel: 'email',
    })),
  });
}
