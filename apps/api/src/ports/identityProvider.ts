import { Unavailable } from '../utils/unavailable.ts';

/** One sign-in on its way to a provider and back. Each value is random and of this sign-in alone. */
export interface ProviderAttempt {
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE (RFC 7636): who has stolen a code cannot exchange it. */
  readonly codeVerifier: string;
  /** The address of the shop to which the provider sends the browser. */
  readonly callbackUrl: string;
}

/** Someone whom a provider vouches for. */
export interface ExternalPerson {
  readonly issuer: string;
  /** How the issuer names the person, for ever; unlike the address, it is never another's. */
  readonly subject: string;
  /** In the spelling that we keep; missing where the provider gives none. */
  readonly email?: string | undefined;
  /** Whether the provider says that it is the person's. */
  readonly isEmailVerified: boolean;
  /** Whether the provider assigns the address itself, so that it knows whose it is at any time. */
  readonly isAuthoritative: boolean;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly locale?: string | undefined;
}

/** What a provider's redirect says in the address: `code`, `iss`, `error`, … */
export type ProviderAnswer = Readonly<Record<string, string>>;

/** Someone else whom people may sign in with. */
export interface IdentityProvider {
  /** Its name in addresses. */
  readonly id: string;
  /** Its name on a button. */
  readonly name: string;
  /** Where the browser goes to sign in. @throws {IdentityProviderUnavailable} */
  authorizationUrl(attempt: ProviderAttempt): Promise<string>;
  /** Who has signed in. @throws {IdentityProviderUnavailable} @throws {IdentityRefusal} */
  identify(attempt: ProviderAttempt, answer: ProviderAnswer): Promise<ExternalPerson>;
}

/** The provider cannot be reached, or cannot answer now. */
export class IdentityProviderUnavailable extends Unavailable {
  override readonly name = 'IdentityProviderUnavailable';
}

/** The provider, or the person at the provider, has refused; or what came back is not to be trusted. */
export class IdentityRefusal extends Error {
  override readonly name = 'IdentityRefusal';
  readonly reason: 'access_denied' | 'provider_refused';

  constructor(
    reason: 'access_denied' | 'provider_refused',
    message: string,
    options?: { cause: unknown },
  ) {
    super(message, options);
    this.reason = reason;
  }
}
