import { inTransaction } from '../../db/transaction.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Context } from '../../kernel/context.ts';
import type { Identity } from '../../kernel/identity.ts';
import type { FactorsDeps } from './deps.ts';
import { countAnswer } from './countAnswer.ts';
import { proveFactor, type FactorAnswer } from './proveFactor.ts';
import { invalidFactor } from './refusals.ts';
import { forgetAttempts, markSession } from './statements.ts';

/** What a signed-in person proves again with. */
type StepUpAnswer =
  | FactorAnswer
  | { readonly password: string; readonly code?: undefined; readonly passkey?: undefined };

/**
 * Has a signed-in person prove again who it is: with a second factor, or with the password where there
 * is none.
 * @throws {AppError} factor_invalid; factor_required for a password where there is a factor;
 *   rate_limited
 */
export async function stepUp(
  deps: FactorsDeps,
  ctx: Context,
  identity: Identity,
  answer: StepUpAnswer,
): Promise<void> {
  const { userId, sessionId, isStaff } = identity;
  const isFactor = !('password' in answer);
  if (isFactor) await proveFactor(deps, ctx, { userId, purpose: 'step_up' }, answer);
  else await provePassword(deps, ctx, identity, answer.password);
  await inTransaction(ctx, async (ctx) => {
    await ctx.db.execute(markSession, { sessionId, isFactor });
    const act = { action: 'session.stepUp', userId, isByPerson: true };
    if (isStaff) await deps.audit.recordOfStaff(ctx, { ...act, details: { sessionId, isFactor } });
  });
  deps.identity.forget(userId);
}

async function provePassword(
  { audit, passwords }: FactorsDeps,
  ctx: Context,
  { userId, hasFactor }: Identity,
  password: string,
): Promise<void> {
  if (hasFactor) {
    throw new AppError('factor_required', 'You have a second factor: the password is not enough.');
  }
  await countAnswer(ctx, userId);
  const { passwordHash } = await ctx.db.prisma.user.findUniqueOrThrow({
    where: { id: userId },
    select: { passwordHash: true },
  });
  const { isRight } = await passwords.verify(password, passwordHash);
  if (!isRight) {
    await audit.recordOfStaff(ctx, { action: 'password.refuse', userId, isByPerson: false });
    throw invalidFactor();
  }
  await ctx.db.execute(forgetAttempts, { userId });
}
