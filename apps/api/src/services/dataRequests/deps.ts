import type { AuditService } from '../audit.service.ts';
import type { CheckoutService } from '../checkout.service.ts';
import type { CreditService } from '../credit.service.ts';
import type { PaymentsService } from '../payments.service.ts';
import type { QueueService } from '../queue.service.ts';
import type { StorageService } from '../storage.service.ts';

export interface DataRequestsDeps {
  readonly audit: AuditService;
  readonly checkout: Pick<CheckoutService, 'cancelUnpaid'>;
  readonly credit: Pick<CreditService, 'adjust'>;
  readonly payments: Pick<PaymentsService, 'forgetCustomer'>;
  readonly queue: Pick<QueueService, 'enqueue'>;
  readonly storage: Pick<StorageService, 'put' | 'get' | 'head' | 'remove'>;
  /** Signs the cursors of lists. */
  readonly cursorSecret: string;
  /** Signs the tokens of downloads. */
  readonly secret: string;
}
