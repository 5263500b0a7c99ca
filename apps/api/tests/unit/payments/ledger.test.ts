import {
  orderPaymentStatusOf,
  type PaymentFigures,
} from '../../../src/services/payments/ledger/ledger.ts';

function payment(figures: Partial<PaymentFigures> = {}): PaymentFigures {
  return {
    provider: 'stripe',
    creditAccountId: null,
    status: 'succeeded',
    amount: 1000,
    captured: 1000,
    refunded: 0,
    disputed: 0,
    lost: 0,
    ...figures,
  };
}

const pending = payment({ status: 'pending', captured: 0 });

const held = payment({
  provider: 'credit',
  creditAccountId: 'ca_1',
  status: 'authorized',
  captured: 0,
});

describe("An order's payment status follows from its payments' figures", () => {
  test.each<[string, PaymentFigures[]]>([
    ['paid', [payment()]],
    ['partially_refunded', [payment({ refunded: 1 })]],
    ['partially_refunded', [payment({ refunded: 999 })]],
    ['refunded', [payment({ refunded: 1000 })]],
    ['disputed', [payment({ disputed: 1000 })]],
    ['disputed', [payment({ refunded: 400, disputed: 600 })]],
    ['refunded', [payment({ disputed: 1000, lost: 1000 })]],
    ['refunded', [payment({ refunded: 400, disputed: 600, lost: 600 })]],
    ['partially_refunded', [payment({ disputed: 600, lost: 600 })]],
    ['unpaid', [pending]],
    ['unpaid', [payment({ status: 'canceled', captured: 0 })]],
    ['authorized', [payment({ status: 'authorized', captured: 0 })]],
    [
      'unpaid',
      [payment({ status: 'authorized', captured: 0 }), { ...pending, provider: 'credit' }],
    ],
    // A hold on a gift card is a part, whatever the status of the rest.
    ['unpaid', [held]],
    ['unpaid', [held, pending]],
    ['unpaid', [held, payment({ status: 'canceled', captured: 0 })]],
    ['authorized', [held, payment({ status: 'authorized', captured: 0 })]],
    ['paid', [held, payment()]],
    ['partially_paid', [payment({ captured: 999 })]],
    ['partially_paid', [held, payment({ captured: 600 })]],
    [
      'partially_paid',
      [payment({ captured: 600, disputed: 0 }), payment({ status: 'canceled', captured: 0 })],
    ],
    ['disputed', [payment({ captured: 600, disputed: 600 })]],
    ['partially_refunded', [payment({ captured: 600, refunded: 100 })]],
    ['refunded', [payment({ captured: 600, refunded: 600 })]],
    ['paid', [payment({ captured: 1001 })]],
    ['paid', [payment({ provider: 'none', amount: 0, captured: 0 })]],
    ['unpaid', [payment({ amount: 0, captured: 0, status: 'canceled' })]],
  ])('%s: %j', (state, payments) => {
    expect(orderPaymentStatusOf(payments)).toBe(state);
  });

  test('over all payments, whichever was refunded', () => {
    const credit = payment({
      provider: 'credit',
      creditAccountId: 'ca_1',
      amount: 500,
      captured: 500,
    });
    expect(orderPaymentStatusOf([payment({ refunded: 1000 }), credit])).toBe('partially_refunded');
    expect(orderPaymentStatusOf([payment({ refunded: 1000 }), { ...credit, refunded: 500 }])).toBe(
      'refunded',
    );
  });

  test('and the refund of a second payment is no refund of the order', () => {
    expect(orderPaymentStatusOf([payment(), payment()])).toBe('paid');
    expect(orderPaymentStatusOf([payment(), payment({ refunded: 1000 })])).toBe('paid');
    expect(orderPaymentStatusOf([payment({ refunded: 300 }), payment({ refunded: 1000 })])).toBe(
      'partially_refunded',
    );
    expect(orderPaymentStatusOf([payment({ refunded: 1000 }), payment({ refunded: 1000 })])).toBe(
      'refunded',
    );
  });
});
