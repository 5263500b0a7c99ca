import type { MailRefund } from './readRefund.ts';

const part: MailRefund = {
  id: 'ref_01kb3x0e4xfq2v8a0r6n4d9s7m',
  orderId: 'ord_01kb3x0e4xfq2v8a0r6n4d9s7m',
  orderNumber: 1001,
  email: 'ada@example.com',
  locale: null,
  amount: 2450,
  currency: 'EUR',
  isWhole: false,
  isLast: false,
  failures: [],
};

export const refundedExamples: Record<string, MailRefund> = {
  'of a part': part,
  'of the rest': { ...part, isWhole: true, isLast: true },
  'in full': { ...part, isWhole: true },
};

export const failedExamples: Record<string, MailRefund> = {
  'refused by the provider': { ...part, failures: ['Charge ch_3SVb has been charged back'] },
  'to be paid back by hand': part,
};
