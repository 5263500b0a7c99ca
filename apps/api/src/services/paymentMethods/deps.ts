import type { PaymentsService } from '../payments.service.ts';
import type { QueueService } from '../queue.service.ts';

export interface PaymentMethodsDeps {
  readonly payments: Pick<
    PaymentsService,
    'remoteOf' | 'remoteCustomerOf' | 'forgetRemoteCustomer'
  >;
  readonly queue: Pick<QueueService, 'enqueue'>;
  /** The names of what a checkout can be paid with. */
  readonly offered: readonly string[];
}
