import {
  refundStatusOf,
  canMoveAllocation,
} from '../../../src/services/payments/refunds/status.ts';
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
  ])('is %s for allocations that are %j', (status, transfers) => {
    expect(refundStatusOf(transfers.map((status) => ({ status, isManualRefund: false })))).toBe(
      status,
    );
  });

  test('waits for a person where no provider makes the refund', () => {
    const byHand = { status: 'pending', isManualRefund: true } as const;
    expect(refundStatusOf([byHand])).toBe('needs_person');
    expect(refundStatusOf([byHand, { status: 'pending', isManualRefund: false }])).toBe(
      'needs_person',
    );
    expect(refundStatusOf([{ ...byHand, status: 'succeeded' }])).toBe('succeeded');
  });
});

test('An allocation may fail after it has succeeded, and stays failed', () => {
  expect(canMoveAllocation('pending', 'succeeded')).toBe(true);
  expect(canMoveAllocation('pending', 'failed')).toBe(true);
  expect(canMoveAllocation('pending', 'waiting')).toBe(true);
  expect(canMoveAllocation('waiting', 'succeeded')).toBe(true);
  expect(canMoveAllocation('succeeded', 'waiting')).toBe(false);
  expect(canMoveAllocation('succeeded', 'failed')).toBe(true);
  expect(canMoveAllocation('succeeded', 'pending')).toBe(false);
  expect(canMoveAllocation('failed', 'succeeded')).toBe(false);
});
