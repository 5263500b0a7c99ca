import type { InventoryService } from '../inventory.service.ts';
import type { PaymentsService } from '../payments.service.ts';

export interface RefundsDeps {
  payments: PaymentsService;
  inventory: InventoryService;
}
