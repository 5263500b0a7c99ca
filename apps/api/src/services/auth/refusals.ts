import { AppError } from '../../kernel/errors.ts';

/** The same whether the address is unknown, the password is wrong, or the account is disabled. */
export function invalidCredentials(): AppError {
  return new AppError('invalid_credentials', 'The e-mail address or the password is wrong.');
}

/** To someone who is signed in. */
export function wrongPassword(): AppError {
  return new AppError('wrong_password', 'The password is wrong.');
}

/** The same whether the token was used, has expired, was replaced, or never was. */
export function invalidToken(): AppError {
  return new AppError('invalid_token', 'The link is no longer valid. Ask for another.');
}
