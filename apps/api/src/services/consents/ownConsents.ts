import { inTransaction } from '../../db/transaction.ts';
import { CURRENT_WORDING, type ConsentTopic } from '../../domains/consents.enums.ts';
import type { Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { readConsents, recordConsents, type Consent } from './record.ts';

interface Choice {
  readonly topic: ConsentTopic;
  readonly subscribed: boolean;
}

/** What the address of a customer has agreed to. @throws {AppError} not_found */
export async function readOwnConsents(ctx: Context, customerId: string): Promise<Consent[]> {
  return readConsents(ctx, await emailOf(ctx, customerId));
}

/**
 * Sets what a customer agrees to; topics that are not named stay. The address is proved, so that
 * no mail has to confirm it.
 * @throws {AppError} not_found
 */
export function setOwnConsents(
  ctx: Context,
  customerId: string,
  { choices, ip }: { readonly choices: readonly Choice[]; readonly ip?: string | undefined },
): Promise<Consent[]> {
  return inTransaction(ctx, async (ctx) => {
    const email = await emailOf(ctx, customerId);
    const current = new Map((await readConsents(ctx, email)).map((row) => [row.topic, row.state]));
    const changed = choices.filter(
      ({ topic, subscribed }) =>
        subscribed !== (current.get(topic) === 'subscribed') ||
        (!subscribed && current.get(topic) === 'pending'),
    );
    const row = { email, customerId, ip, wording: CURRENT_WORDING, source: 'account' };
    await recordConsents(
      ctx,
      changed.map(({ topic, subscribed }) => ({
        ...row,
        topic,
        state: subscribed ? 'subscribed' : 'unsubscribed',
        level: 'confirmed_opt_in',
      })),
    );
    return readConsents(ctx, email);
  });
}

async function emailOf({ db }: Context, customerId: string): Promise<string> {
  const customer = await db.prisma.customer.findUnique({
    where: { id: customerId },
    select: { user: { select: { emailKey: true } } },
  });
  if (!customer) throw notFound('customer');
  return customer.user.emailKey;
}
