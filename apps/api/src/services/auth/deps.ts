import type { Context } from '../../kernel/context.ts';
import type { Logger } from '../../utils/logger.ts';
import type { AuditService } from '../audit.service.ts';
import type { FactorsService } from '../factors.service.ts';
import type { IdentityService } from '../identity.service.ts';
import type { LimitsService } from '../limits.service.ts';
import type { PasswordsService } from '../passwords.service.ts';
import type { ProofOfWorkService } from '../proofOfWork.service.ts';
import type { QueueService } from '../queue.service.ts';

/** Someone who has just proved an address. */
interface VerifiedUser {
  readonly userId: string;
  /** Null for staff who are no customers. */
  readonly customerId: string | null;
  /** The customer before, where a stranger may have used it. */
  readonly formerCustomerId: string | null;
  readonly email: string;
  /** False where a stranger may have set up the account: its password and sessions are gone. */
  readonly keepsPassword: boolean;
  /** False where only the address is proved: other ways to sign in may be a stranger's. */
  readonly isHolder: boolean;
}

export interface AuthDeps {
  /** What happens to accounts of staff. */
  readonly audit: Pick<AuditService, 'recordOfStaff'>;
  readonly logger: Pick<Logger, 'error'>;
  readonly identity: Pick<
    IdentityService,
    'issueToken' | 'csrfTokenOf' | 'tokenSeconds' | 'forget'
  >;
  readonly passwords: Pick<PasswordsService, 'hash' | 'verify' | 'requireStrong'>;
  /** Whether the shop limits sign-ins at all. */
  readonly limits: Pick<LimitsService, 'isLimited'>;
  readonly proofOfWork: Pick<ProofOfWorkService, 'recordFailure'>;
  readonly queue: Pick<QueueService, 'enqueue'>;
  /** What stands between a right password and a session. */
  readonly secondFactors: Pick<
    FactorsService,
    'judgeSignIn' | 'answerChallenge' | 'rememberDevice' | 'verifySignIn'
  >;
  /** What is done in the transaction in which an address is proved, in this order. */
  readonly onVerified: readonly ((ctx: Context, verified: VerifiedUser) => Promise<void>)[];
  /** Derives refresh tokens and those of mails, and signs those of devices. */
  readonly secret: string;
}
