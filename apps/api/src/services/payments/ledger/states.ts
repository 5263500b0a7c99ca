import type { PaymentStatus } from '../../../domains/payments.enums.ts';

/**
 * For every state, those it may go to. Providers' messages come in any order, so most states of a
 * running payment may follow each other; what never goes back is success. That money came is
 * believed in every state, even of a payment that counted as canceled.
 */
const transitions: Readonly<Record<PaymentStatus, readonly PaymentStatus[]>> = {
  pending: ['requires_action', 'processing', 'authorized', 'succeeded', 'failed', 'canceled'],
  requires_action: ['pending', 'processing', 'authorized', 'succeeded', 'failed', 'canceled'],
  processing: ['pending', 'requires_action', 'authorized', 'succeeded', 'failed', 'canceled'],
  // An authorization is captured or voided. A failure reported now happened before it.
  authorized: ['succeeded', 'canceled'],
  succeeded: [],
  // A decline does not end a payment: it may be tried again with another card.
  failed: ['pending', 'requires_action', 'processing', 'authorized', 'succeeded', 'canceled'],
  canceled: ['succeeded'],
};

/** Whether a payment in state `from` may go to `to`. */
export function canTransition(from: PaymentStatus, to: PaymentStatus): boolean {
  return transitions[from].includes(to);
}
