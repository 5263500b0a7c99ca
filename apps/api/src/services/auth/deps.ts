import type { Context } from '../../kernel/context.ts';
import type { IdentityService } from '../identity.service.ts';
import type { PasswordsService } from '../passwords.service.ts';
import type { FactorChallenge, SignIn } from './signIn.ts';

/** What stands between a right password and a session. */
interface SecondFactors {
  /**
   * Asks for a second factor. @returns undefined for someone who has none, or whose sign-in has
   * given it.
   */
  challengeFor(ctx: Context, signIn: SignIn): Promise<FactorChallenge | undefined>;
}

export interface AuthDeps {
  readonly identity: Pick<IdentityService, 'issueToken' | 'csrfTokenOf' | 'tokenSeconds'>;
  readonly passwords: Pick<PasswordsService, 'hash' | 'verify'>;
  readonly secondFactors: SecondFactors;
  /** Derives refresh tokens, and signs those of devices. */
  readonly secret: string;
}
