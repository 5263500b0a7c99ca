import { notFound } from '../../kernel/errors.ts';
import type { IdentityProvider } from '../../ports/identityProvider.ts';
import type { SignInProvidersDeps } from './deps.ts';

/** @throws {AppError} not_found */
export function findProvider(
  { providers }: Pick<SignInProvidersDeps, 'providers'>,
  id: string,
): IdentityProvider {
  const found = providers.find((provider) => provider.id === id);
  if (!found) throw notFound('provider');
  return found;
}
