import { inTransaction } from '../../db/transaction.ts';
import { emit } from '../../events/outbox.ts';
import { mailAccountJob } from '../../jobs/auth.mail.job.ts';
import type { Context } from '../../kernel/context.ts';
import type { AuthDeps } from './deps.ts';
import { issueToken } from './issueToken.ts';
import { selectMailed } from './tokenStatements.ts';

interface MailRequest {
  readonly purpose: 'verify_email' | 'reset_password';
  readonly email: string;
  /** Who asks, if signed in: of several accounts of the address it is for theirs. */
  readonly userId?: string | undefined;
}

/**
 * Queues a mail to an address. Whether anyone has the address is looked at by the job, so the answer
 * takes as long for one that is known as for one that is not.
 */
export async function requestMail(
  { queue }: AuthDeps,
  ctx: Context,
  request: MailRequest,
): Promise<void> {
  await queue.enqueue(ctx, mailAccountJob, { ...request });
}

/** Sends a mail that was asked for, where the address is someone's and got none within a minute. */
export async function answerMailRequest(
  deps: AuthDeps,
  ctx: Context,
  { purpose, email, userId: asking = '' }: MailRequest,
): Promise<void> {
  const onlyUnproved = purpose === 'verify_email';
  await inTransaction(ctx, async (ctx) => {
    const [user] = await ctx.db.query(selectMailed, { email, onlyUnproved, asking });
    if (!user) return;
    const { userId } = user;
    const tokenId = await issueToken(deps, ctx, { userId, purpose, email });
    if (tokenId === undefined) return;
    const event = onlyUnproved ? 'user.verification_requested' : 'user.reset_requested';
    await emit(ctx, event, { userId, tokenId });
  });
}
