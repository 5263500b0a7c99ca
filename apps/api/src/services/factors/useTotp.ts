import type { Context } from '../../kernel/context.ts';
import type { FactorsDeps } from './deps.ts';
import { acceptStep, selectTotp } from './statements.ts';
import { stepOf } from './totp.ts';

/** What a secret is encrypted for, so that it is of no value in another row. */
export const totpPlace = (userId: string) => ({ purpose: 'totp', id: userId });

interface TotpCode {
  /** Six digits. */
  readonly code: string;
  /** Whether the secret was confirmed before. */
  readonly isConfirmed: boolean;
}

/**
 * Uses the code of an authenticator app up. A code counts once: its time step must be later than that
 * of the last, which one statement checks and moves on.
 * @returns whether it was right.
 */
export async function useTotp(
  { encryption }: Pick<FactorsDeps, 'encryption'>,
  { db }: Context,
  userId: string,
  { code, isConfirmed }: TotpCode,
): Promise<boolean> {
  const [row] = await db.query(selectTotp, { userId, isConfirmed });
  if (!row) return false;
  const { secret } = row;
  const plain = encryption.decrypt(secret, totpPlace(userId));
  const step = await stepOf(plain, code);
  if (step === undefined) return false;
  // After a rotation of the keys each use moves a secret to the newest.
  const isOld = encryption.needsReencryption(secret);
  const newSecret = isOld ? encryption.encrypt(plain, totpPlace(userId)) : secret;
  const [accepted] = await db.query(acceptStep, { userId, secret, newSecret, step, isConfirmed });
  return accepted !== undefined;
}
