import { notice } from '../payments/examples.ts';
import type { StaffNotice } from '../payments/readNotice.ts';

const disputed: StaffNotice = {
  ...notice,
  id: 'du_1SVbzFKq1',
  disputeId: 'du_1SVbzFKq1',
  disputeReason: 'product_not_received',
  disputeAmount: 2699,
  evidenceDueAt: new Date('2026-12-01T10:00:00Z'),
};

export const openedExamples: Record<string, StaffNotice> = {
  'with a date for evidence': disputed,
  'without evidence': { ...disputed, disputeReason: null, evidenceDueAt: null },
};

export const closedExamples: Record<string, StaffNotice> = {
  'of an order that stands': disputed,
  'of a canceled order': { ...disputed, orderStatus: 'canceled' },
  'on appeal, of a canceled order': {
    ...disputed,
    orderStatus: 'canceled',
    wasDisputeLost: true,
  },
};
