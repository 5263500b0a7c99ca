import type { FactorsService } from '../factors.service.ts';
import type { IdentityService } from '../identity.service.ts';
import type { PasswordsService } from '../passwords.service.ts';

export interface AuthDeps {
  readonly identity: Pick<IdentityService, 'issueToken' | 'csrfTokenOf' | 'tokenSeconds'>;
  readonly passwords: Pick<PasswordsService, 'hash' | 'verify'>;
  /** What stands between a right password and a session. */
  readonly secondFactors: Pick<
    FactorsService,
    'judgeSignIn' | 'answerChallenge' | 'rememberDevice' | 'verifySignIn'
  >;
  /** Derives refresh tokens, and signs those of devices. */
  readonly secret: string;
}
