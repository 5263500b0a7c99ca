import { MAX_LINES } from '../../../src/domains/carts.limits.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { refundBodySchema } from '../../../src/validators/refunds.validator.ts';

/** Whether a request to refund this many lines is valid. */
function accepts(count: number): boolean {
  const lines = Array.from({ length: count }, () => ({ itemId: newId('orderItem'), quantity: 1 }));
  return refundBodySchema.safeParse({ lines, restock: false, reason: 'duplicate' }).success;
}

test('A refund names at most as many lines as an order can have', () => {
  expect(accepts(MAX_LINES)).toBe(true);
  expect(accepts(MAX_LINES + 1)).toBe(false);
});
