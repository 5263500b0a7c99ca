import type { ApiKeysService } from '../apiKeys.service.ts';
import type { AuditService } from '../audit.service.ts';
import type { PasswordsService } from '../passwords.service.ts';
import type { RolesService } from '../roles.service.ts';
import type { StaffService } from '../staff.service.ts';

export interface InvitationsDeps {
  readonly audit: Pick<AuditService, 'record'>;
  readonly apiKeys: Pick<ApiKeysService, 'keyOf'>;
  readonly roles: Pick<RolesService, 'lockForGrant'>;
  readonly staff: Pick<StaffService, 'join' | 'rightsOf' | 'findVerified'>;
  readonly passwords: Pick<PasswordsService, 'hash' | 'requireStrong'>;
  /** Derives the tokens of links. */
  readonly secret: string;
  /** Signs the cursors of the list. */
  readonly cursorSecret: string;
}
