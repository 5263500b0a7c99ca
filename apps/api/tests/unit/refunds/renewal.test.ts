import type { RefundableBalance } from '../../../src/services/refunds/refundableBalance.ts';
import { isStillRefundable, renewalOf } from '../../../src/services/refunds/renewal.ts';

const line = { itemId: 'oi_1', variantId: 'var_1', quantity: 3, charged: 3000 };

function balanceOf(
  refundedQuantity: number,
  refundedAmount: number,
  shipped = 0,
): RefundableBalance {
  return {
    currency: 'USD',
    isDisputed: false,
    lines: [{ ...line, refundedQuantity, refundedAmount }],
    shipping: { charged: 500, refunded: shipped },
    payments: [{ paymentId: 'pay_1', provider: 'stripe', captured: 3500, left: 3500 }],
  };
}

const whole = { lines: [{ itemId: 'oi_1', quantity: 3, amount: 3000 }], shipping: 500 };
const parts = (amount: number) => [{ paymentId: 'pay_1', amount }];

describe('A refund that replaces a failed one', () => {
  test('has the same lines and shipping where all of that is left', () => {
    expect(isStillRefundable(balanceOf(0, 0), whole)).toBe(true);
    expect(renewalOf(balanceOf(0, 0), whole, parts(3500))).toMatchObject({
      amount: 3500,
      ...whole,
    });
  });

  test('has fewer units and less shipping where some were refunded meanwhile', () => {
    expect(isStillRefundable(balanceOf(1, 1000), whole)).toBe(false);
    expect(isStillRefundable(balanceOf(0, 0, 100), whole)).toBe(false);
    expect(renewalOf(balanceOf(1, 1000, 500), whole, parts(2000))).toEqual({
      amount: 2000,
      lines: [{ itemId: 'oi_1', quantity: 2, amount: 2000 }],
      shipping: 0,
      parts: parts(2000),
    });
    expect(renewalOf(balanceOf(3, 3000), whole, parts(500))).toMatchObject({
      amount: 500,
      lines: [],
      shipping: 500,
    });
  });

  test('is limited to the money that is left', () => {
    expect(renewalOf(balanceOf(0, 0), whole, parts(1200))).toMatchObject({
      amount: 1200,
      lines: [{ quantity: 3, amount: 1200 }],
      shipping: 0,
    });
  });
});
