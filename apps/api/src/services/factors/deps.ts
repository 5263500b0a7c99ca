import type { AuditService } from '../audit.service.ts';
import type { EncryptionService } from '../encryption.service.ts';
import type { IdentityService } from '../identity.service.ts';
import type { PasswordsService } from '../passwords.service.ts';

export interface FactorsDeps {
  readonly audit: Pick<AuditService, 'record' | 'recordOfStaff'>;
  readonly encryption: Pick<EncryptionService, 'encrypt' | 'decrypt' | 'needsReencryption'>;
  readonly identity: Pick<IdentityService, 'forget'>;
  readonly passwords: Pick<PasswordsService, 'verify'>;
  /** The ids of the providers with which people sign in. */
  readonly signInProviders: readonly string[];
  /** How authenticator apps and browsers name the shop. */
  readonly shopName: string;
  readonly webauthn: WebauthnSettings;
}

/** Where passkeys are valid. */
interface WebauthnSettings {
  /** The domain that passkeys belong to; pages of it and of its subdomains may use them. */
  readonly rpId: string;
  /** The origins of those pages. */
  readonly origins: readonly string[];
}
