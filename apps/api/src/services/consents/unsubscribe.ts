import { inTransaction } from '../../db/transaction.ts';
import type { ConsentLevel, ConsentTopic } from '../../domains/consents.enums.ts';
import type { Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { readConsents, recordConsents } from './record.ts';
import type { ConsentsDeps } from './subscribe.ts';
import { newsletterToken, readNewsletterToken } from './tokens.ts';

/**
 * Withdraws the consent that a mail was sent by. Works without a sign-in, for ever, and again.
 * @throws {AppError} not_found for a token that is not the shop's.
 */
export function unsubscribe(
  { secret }: ConsentsDeps,
  ctx: Context,
  { token, ip }: { readonly token: string; readonly ip?: string | undefined },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const id = readNewsletterToken(secret, 'unsubscribe', token);
    const row = id === undefined ? null : await ctx.db.prisma.consent.findUnique({ where: { id } });
    if (!row) throw notFound('subscription');
    const last = await ctx.db.prisma.consent.findFirst({
      where: { addressKey: row.addressKey, channel: row.channel, topic: row.topic },
      orderBy: { id: 'desc' },
    });
    if (last?.state === 'unsubscribed') return;
    const { addressKey: email, customerId, topic, wording } = row;
    const level = row.level as ConsentLevel;
    const source = 'unsubscribe_link';
    await recordConsents(ctx, [
      { email, customerId, topic, state: 'unsubscribed', level, wording, source, ip },
    ]);
  });
}

interface MarketingTerms {
  /** For the link in the text of the mail. */
  readonly token: string;
  /** One click, without a sign-in (RFC 8058). */
  readonly headers: Readonly<Record<'List-Unsubscribe' | 'List-Unsubscribe-Post', string>>;
}

/**
 * Whether an address may get a mail about a topic, and what that mail must carry. Each marketing mail
 * asks here; mails about an order or an account do not.
 * @returns undefined where no consent is proved.
 */
export async function marketingTerms(
  { secret, publicUrl }: ConsentsDeps,
  ctx: Context,
  { email, topic }: { readonly email: string; readonly topic: ConsentTopic },
): Promise<MarketingTerms | undefined> {
  const consent = (await readConsents(ctx, email)).find((row) => row.topic === topic);
  if (consent?.state !== 'subscribed' || consent.level === 'unknown') return undefined;
  const token = newsletterToken(secret, 'unsubscribe', consent.id ?? '');
  return {
    token,
    headers: {
      'List-Unsubscribe': `<${publicUrl}/newsletter/unsubscribe/${token}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}
