import type { AuditService } from '../audit.service.ts';
import type { InventoryService } from '../inventory.service.ts';
import type { PaymentsService } from '../payments.service.ts';

export interface RefundsDeps {
  audit: AuditService;
  payments: PaymentsService;
  inventory: InventoryService;
}
