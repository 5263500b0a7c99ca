import type { IdentityProvider } from '../../ports/identityProvider.ts';
import type { Logger } from '../../utils/logger.ts';
import type { AuditService } from '../audit.service.ts';
import type { AuthService } from '../auth.service.ts';

export interface SignInProvidersDeps {
  readonly audit: Pick<AuditService, 'record'>;
  readonly auth: Pick<AuthService, 'addPerson' | 'completeSignIn' | 'findOwner'>;
  readonly providers: readonly IdentityProvider[];
  /** Origins of the pages to which a sign-in returns; the first has the default page. */
  readonly origins: readonly string[];
  /** The address to which a provider sends the browser back. */
  readonly callbackUrlOf: (providerId: string) => string;
  /** Derives what a sign-in shows to the provider. */
  readonly secret: string;
  readonly logger: Pick<Logger, 'warn'>;
}
