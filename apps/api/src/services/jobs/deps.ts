import type { AuditService } from '../audit.service.ts';

export interface JobsDeps {
  audit: AuditService;
  /** Signs the cursors of the list. */
  cursorSecret: string;
}
