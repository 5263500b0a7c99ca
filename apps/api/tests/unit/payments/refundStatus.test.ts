import { refundStatusOf, canMoveTransfer } from '../../../src/services/payments/refunds/status.ts';
import type { AllocationStatus, RefundStatus } from '../../../src/domains/refunds.enums.ts';

describe("A refund's status", () => {
  test.each<[RefundStatus, AllocationStatus[]]>([
    ['pending', ['pending']],
    ['pending', ['succeeded', 'pending']],
    ['pending', ['failed', 'pending']],
    ['succeeded', ['succeeded']],
    ['succeeded', ['succeeded', 'succeeded']],
    ['failed', ['failed']],
    ['failed', ['failed', 'failed']],
    ['needs_person', ['succeeded', 'failed']],
    ['waiting', ['waiting']],
    ['waiting', ['succeeded', 'waiting', 'failed']],
    ['pending', ['waiting', 'pending']],
  ])('is %s for transfers that are %j', (status, transfers) => {
    expect(refundStatusOf(transfers.map((status) => ({ status, isByHand: false })))).toBe(status);
  });

  test('waits for a person where no provider pays it back', () => {
    const byHand = { status: 'pending', isByHand: true } as const;
    expect(refundStatusOf([byHand])).toBe('needs_person');
    expect(refundStatusOf([byHand, { status: 'pending', isByHand: false }])).toBe('needs_person');
    expect(refundStatusOf([{ ...byHand, status: 'succeeded' }])).toBe('succeeded');
  });
});

test('A transfer may fail after it has succeeded, and never comes back from that', () => {
  expect(canMoveTransfer('pending', 'succeeded')).toBe(true);
  expect(canMoveTransfer('pending', 'failed')).toBe(true);
  expect(canMoveTransfer('pending', 'waiting')).toBe(true);
  expect(canMoveTransfer('waiting', 'succeeded')).toBe(true);
  expect(canMoveTransfer('succeeded', 'waiting')).toBe(false);
  expect(canMoveTransfer('succeeded', 'failed')).toBe(true);
  expect(canMoveTransfer('succeeded', 'pending')).toBe(false);
  expect(canMoveTransfer('failed', 'succeeded')).toBe(false);
});
