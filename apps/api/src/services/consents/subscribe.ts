import { statement } from '../../db/statement.ts';
import { inTransaction } from '../../db/transaction.ts';
import { CURRENT_WORDING, type ConsentTopic } from '../../domains/consents.enums.ts';
import { emit } from '../../events/outbox.ts';
import { subscribeJob } from '../../jobs/consents.subscribe.job.ts';
import type { Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import type { AuditService } from '../audit.service.ts';
import type { QueueService } from '../queue.service.ts';
import { readConsents, recordConsents } from './record.ts';
import { readNewsletterToken } from './tokens.ts';

export interface ConsentsDeps {
  readonly audit: Pick<AuditService, 'record'>;
  readonly queue: Pick<QueueService, 'enqueue'>;
  /** Signs the tokens of links. */
  readonly secret: string;
  /** The shop's public origin. */
  readonly publicUrl: string;
}

interface SignUp {
  readonly email: string;
  readonly topics: readonly ConsentTopic[];
  readonly locale?: string | undefined;
  readonly ip?: string | undefined;
}

/** One mail an hour for each address: of those that come at the same time, one gets the row. */
const askConfirmation = statement('consents.askConfirmation')<
  { id: string; email: string; topics: readonly string[]; locale: string | null },
  { id: string }
>(
  `INSERT INTO newsletter_requests AS r (id, address_key, topics, locale, expires_at)
   VALUES (:id, :email, :topics, :locale, now() + interval '7 days')
   ON CONFLICT (address_key) DO UPDATE SET id = excluded.id, topics = excluded.topics,
     locale = excluded.locale, sent_at = now(), expires_at = excluded.expires_at, confirmed_at = NULL
   WHERE r.sent_at <= now() - interval '1 hour'
   RETURNING r.id`,
);

const confirmRequest = statement('consents.confirm')<
  { id: string },
  { email: string; topics: string[] },
  'topics'
>(
  `UPDATE newsletter_requests SET confirmed_at = now()
   WHERE id = :id AND confirmed_at IS NULL AND expires_at > now()
   RETURNING address_key AS email, topics`,
);

/**
 * Takes a sign-up for newsletters. What is known of the address is looked at by the job, so that the answer
 * takes as long for one that has them as for one that has not.
 */
export async function subscribe(
  { queue }: ConsentsDeps,
  ctx: Context,
  { topics, ...signUp }: SignUp,
): Promise<void> {
  await queue.enqueue(ctx, subscribeJob, { ...signUp, topics: [...topics] });
}

/**
 * Asks an address by mail whether it wants newsletters. One that has them, and one that was asked within
 * the hour, is not asked again.
 */
export function answerSignUp(
  _deps: ConsentsDeps,
  ctx: Context,
  { email, topics, locale, ip }: SignUp,
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const current = await readConsents(ctx, email);
    const wanted = topics.filter((topic) =>
      current.some((row) => row.topic === topic && row.state !== 'subscribed'),
    );
    if (wanted.length === 0) return;
    const id = newId('newsletterRequest');
    const given = { id, email, topics: wanted, locale: locale ?? null };
    const [asked] = await ctx.db.query(askConfirmation, given);
    if (!asked) return;
    const row = { email, ip, wording: CURRENT_WORDING, source: 'newsletter_form' };
    await recordConsents(
      ctx,
      wanted.map((topic) => ({ ...row, topic, state: 'pending', level: 'single_opt_in' })),
    );
    await emit(ctx, 'newsletter.requested', { requestId: id });
  });
}

/**
 * Confirms a sign-up by the token of its mail.
 * @returns whether it was confirmed before.
 * @throws {AppError} not_found for a token that is wrong, or older than a week.
 */
export function confirmSubscription(
  { secret }: ConsentsDeps,
  ctx: Context,
  { token, ip }: { readonly token: string; readonly ip?: string | undefined },
): Promise<{ wasConfirmed: boolean }> {
  return inTransaction(ctx, async (ctx) => {
    const id = readNewsletterToken(secret, 'confirm', token);
    if (id === undefined) throw notFound('sign-up for newsletters');
    const [confirmed] = await ctx.db.query(confirmRequest, { id });
    if (!confirmed) {
      const where = { id, confirmedAt: { not: null } };
      if ((await ctx.db.prisma.newsletterRequest.count({ where })) > 0)
        return { wasConfirmed: true };
      throw notFound('sign-up for newsletters');
    }
    const { email, topics } = confirmed;
    const row = { email, ip, wording: CURRENT_WORDING, source: 'newsletter_form' };
    await recordConsents(
      ctx,
      topics.map((topic) => ({ ...row, topic, state: 'subscribed', level: 'confirmed_opt_in' })),
    );
    return { wasConfirmed: false };
  });
}
