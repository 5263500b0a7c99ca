import type { AuditService } from '../audit.service.ts';

export interface ProductImagesDeps {
  readonly audit: Pick<AuditService, 'record'>;
}
