import { AppError } from '../../kernel/errors.ts';

/** The same whether the address is unknown, the password is wrong, or the account is disabled. */
export function invalidCredentials(): AppError {
  return new AppError('invalid_credentials', 'The e-mail address or the password is wrong.');
}
