import type { CreditService } from '../../credit.service.ts';
import type { OrdersService } from '../../orders.service.ts';
import type { QueueService } from '../../queue.service.ts';
import type { ProviderRegistry } from '../providers/registry.ts';

/** What the use cases of refunds need. */
export interface RefundDeps {
  orders: OrdersService;
  queue: QueueService;
  credit: CreditService;
  providers: ProviderRegistry;
}
