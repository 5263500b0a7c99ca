import { AppError } from '../../kernel/errors.ts';

/** @param extensions further members of the problem. */
export function invalidFactor(extensions: Readonly<Record<string, unknown>> = {}): AppError {
  const message = 'The code, the passkey or the password is not valid. Each code counts once.';
  return new AppError('factor_invalid', message, { extensions });
}
