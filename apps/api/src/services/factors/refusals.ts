import { AppError } from '../../kernel/errors.ts';
import type { Identity } from '../../kernel/identity.ts';

/** @param extensions further members of the problem. */
export function invalidFactor(extensions: Readonly<Record<string, unknown>> = {}): AppError {
  const message = 'The code, the passkey or the password is not valid. Each code counts once.';
  return new AppError('factor_invalid', message, { extensions });
}

/**
 * Lets those add factors whose address is proved: a stranger may have registered with it. Staff were
 * invited to theirs.
 * @throws {AppError} email_not_verified
 */
export function requireVerified({ isVerified, isStaff }: Identity): void {
  if (isVerified || isStaff) return;
  const advice = 'Open the link that was sent to it, or ask for another.';
  throw new AppError('email_not_verified', `The e-mail address is not verified. ${advice}`);
}
