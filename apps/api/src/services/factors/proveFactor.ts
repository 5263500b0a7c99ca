import { AppError } from '../../kernel/errors.ts';
import type { Context } from '../../kernel/context.ts';
import { useBackupCode } from './backupCodes.ts';
import { countAnswer } from './countAnswer.ts';
import type { FactorsDeps } from './deps.ts';
import type { PasskeyAssertion } from './passkeyAnswers.ts';
import { invalidFactor } from './refusals.ts';
import { forgetAttempts } from './statements.ts';
import { useTotp } from './useTotp.ts';
import { verifyPasskey } from './verifyPasskey.ts';

/** What someone proves with: the code of an app, a backup code, or a passkey. */
export type FactorAnswer =
  | { readonly code: string; readonly passkey?: undefined }
  | { readonly passkey: PasskeyAssertion; readonly code?: undefined };

interface Question {
  readonly userId: string;
  readonly purpose: 'challenge' | 'step_up';
}

/**
 * Checks an answer, which is used up by it. Never in a transaction that a refusal would roll back: the
 * attempt has to stay counted.
 * @throws {AppError} factor_invalid; rate_limited after too many wrong answers.
 */
export async function proveFactor(
  deps: FactorsDeps,
  ctx: Context,
  { userId, purpose }: Question,
  answer: FactorAnswer,
): Promise<void> {
  try {
    await check(deps, ctx, { userId, purpose }, answer);
  } catch (error) {
    if (error instanceof AppError && error.code === 'factor_invalid') {
      const details = { purpose, kind: answer.passkey ? 'passkey' : 'code' };
      const act = { action: 'factor.refuse', userId, isByPerson: false };
      await deps.audit.recordOfStaff(ctx, { ...act, details });
    }
    throw error;
  }
}

async function check(
  deps: FactorsDeps,
  ctx: Context,
  { userId, purpose }: Question,
  answer: FactorAnswer,
): Promise<void> {
  if (answer.passkey !== undefined) {
    await verifyPasskey(deps, ctx, { purpose, userId, response: answer.passkey });
    return;
  }
  await countAnswer(ctx, userId);
  if (!(await useCode(deps, ctx, userId, answer.code))) throw invalidFactor();
  await ctx.db.execute(forgetAttempts, { userId });
}

function useCode(deps: FactorsDeps, ctx: Context, userId: string, text: string): Promise<boolean> {
  const code = text.replaceAll(/\s/g, '');
  if (/^\d{6}$/.test(code)) return useTotp(deps, ctx, userId, { code, isConfirmed: true });
  return useBackupCode(ctx, userId, code);
}
