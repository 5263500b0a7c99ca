import type { Money } from '../../kernel/money.ts';
import type { AuditService } from '../audit.service.ts';
import type { InventoryService } from '../inventory.service.ts';
import type { PaymentsService } from '../payments.service.ts';

export interface RefundsDeps {
  audit: AuditService;
  payments: PaymentsService;
  inventory: InventoryService;
  /** Above which refunds of an order ask for a fresh factor: minor units of the shop's currency. */
  stepUp: Money;
}
