import type { AuditService } from '../audit.service.ts';
import type { FactorsService } from '../factors.service.ts';
import type { PasswordsService } from '../passwords.service.ts';
import type { RolesService } from '../roles.service.ts';

export interface StaffDeps {
  readonly audit: Pick<AuditService, 'record'>;
  readonly factors: Pick<FactorsService, 'reset'>;
  readonly roles: RolesService;
  readonly passwords: Pick<PasswordsService, 'hash' | 'requireStrong'>;
  /** Signs the cursors of the list. */
  readonly cursorSecret: string;
}
