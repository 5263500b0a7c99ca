import type { WorkflowKind } from '../../domains/workflows.enums.ts';
import type { Logger } from '../../utils/logger.ts';
import type { AuditService } from '../audit.service.ts';
import type { WorkflowsService } from '../workflows.service.ts';
import type { Driver } from './driver.ts';

/** What resuming and abandoning workflows needs. */
export interface DrivingDeps {
  workflows: WorkflowsService;
  audit: AuditService;
  logger: Pick<Logger, 'warn'>;
  drivers: Readonly<Record<WorkflowKind, Driver>>;
}
