import type { StaffNotice } from './readNotice.ts';

export const notice: StaffNotice = {
  id: 'pay_01kb3x0e4xfq2v8a0r6n4d9s7m',
  orderId: 'ord_01kb3x0e4xfq2v8a0r6n4d9s7m',
  orderNumber: 1001,
  orderStatus: 'confirmed',
  orderPaymentStatus: 'unpaid',
  paymentId: 'pay_01kb3x0e4xfq2v8a0r6n4d9s7m',
  providerId: 'pi_3SVbzFKq1',
  creditAccountId: null,
  amount: 2699,
  currency: 'EUR',
  lastError: null,
  disputeId: null,
  disputeReason: null,
  disputeAmount: null,
  evidenceDueAt: null,
  wasDisputeLost: false,
};

export const noticeExamples: Record<string, StaffNotice> = { unpaid: notice };

export const unspendableExamples: Record<string, StaffNotice> = {
  'of a gift card': { ...notice, creditAccountId: 'ca_01kb3x0e4xfq2v8a0r6n4d9s7m' },
};

export const mismatchExamples: Record<string, StaffNotice> = {
  'of a confirmed order': {
    ...notice,
    orderPaymentStatus: 'partially_paid',
    lastError: '€20.00 instead of €26.99; staff must decide what happens',
  },
  'of a pending order': { ...notice, orderStatus: 'pending' },
};
