import type { AuditService } from '../audit.service.ts';
import type { QueueService } from '../queue.service.ts';

export interface CustomerGroupsDeps {
  readonly audit: Pick<AuditService, 'record'>;
  readonly queue: Pick<QueueService, 'enqueue'>;
  readonly cursorSecret: string;
}
