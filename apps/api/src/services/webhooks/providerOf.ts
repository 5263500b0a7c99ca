import { notFound } from '../../kernel/errors.ts';
import type { RemoteProvider } from '../../ports/paymentProvider.ts';
import type { PaymentsService } from '../payments.service.ts';

/** The provider outside of the shop that sends webhooks under this name. @throws {AppError} not_found */
export function providerOf({ remotes }: PaymentsService, name: string): RemoteProvider {
  const provider = remotes.find((remote) => remote.name === name);
  if (!provider) throw notFound('payment provider');
  return provider;
}
