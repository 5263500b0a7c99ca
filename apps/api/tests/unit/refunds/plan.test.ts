import { chargeable as ofStripe } from '../../../src/integrations/stripe/amounts.ts';
import type {
  RecordedLine,
  RefundableBalance,
} from '../../../src/services/refunds/refundableBalance.ts';
import {
  itemsOf,
  remainingItems,
  fit,
  leftOf,
  shareOfLine,
  split,
  type Chargeable,
} from '../../../src/services/refunds/plan.ts';
import { planOf, type RefundRequest } from '../../../src/services/refunds/request.ts';

const chargeable: Chargeable = (provider, money) =>
  provider === 'stripe' ? ofStripe(money).amount : money.amount;

function line(charged: number, quantity = 1, refunded: Partial<RecordedLine> = {}): RecordedLine {
  const itemId = `oi_${charged}_${quantity}`;
  const none = { refundedQuantity: 0, refundedAmount: 0 };
  return { itemId, variantId: 'var_1', quantity, charged, ...none, ...refunded };
}

function balanceOf(
  lines: RecordedLine[],
  balance: Partial<RefundableBalance> = {},
): RefundableBalance {
  const captured = lines.reduce((total, { charged }) => total + charged, 0);
  const payment = { paymentId: 'pay_1', provider: 'stripe' as const, captured, left: captured };
  return {
    currency: 'USD',
    lines,
    shipping: { charged: 0, refunded: 0 },
    payments: [payment],
    isDisputed: false,
    ...balance,
  };
}

const payment = (
  left: number,
  provider: RefundableBalance['payments'][number]['provider'] = 'stripe',
) => ({
  paymentId: `pay_${provider}`,
  provider,
  captured: left,
  left,
});

/** The refundable balance after a refund. */
function after(balance: RefundableBalance, plan: ReturnType<typeof planOf>): RefundableBalance {
  const given = new Map(plan.parts.map(({ paymentId, amount }) => [paymentId, amount]));
  return {
    ...balance,
    shipping: { ...balance.shipping, refunded: balance.shipping.refunded + plan.shipping },
    lines: balance.lines.map((recorded) => {
      const share = plan.lines.find(({ itemId }) => itemId === recorded.itemId);
      return {
        ...recorded,
        refundedQuantity: recorded.refundedQuantity + (share?.quantity ?? 0),
        refundedAmount: recorded.refundedAmount + (share?.amount ?? 0),
      };
    }),
    payments: balance.payments.map((paid) => ({
      ...paid,
      left: paid.left - (given.get(paid.paymentId) ?? 0),
    })),
  };
}

/** Makes refunds one after another. @returns the amounts of each, and the final balance. */
function refundAll(balance: RefundableBalance, requests: Partial<RefundRequest>[]) {
  let now = balance;
  const amounts = requests.map((request) => {
    const plan = planOf(now, { reason: 'requested_by_customer', ...request }, chargeable);
    now = after(now, plan);
    return plan.amount;
  });
  return { amounts, balance: now };
}

describe('A line whose units are refunded one by one', () => {
  test.each([
    [1000, 3],
    [1, 3],
    [0, 2],
    [5_000_000_000, 7],
    [9_007_199_254_740_991, 1000],
  ])('%d over %d units adds up', (charged, quantity) => {
    let recorded = line(charged, quantity);
    const shares: number[] = [];
    for (let unit = 1; unit <= quantity; unit++) {
      const amount = shareOfLine(recorded, 1);
      shares.push(amount);
      const refundedAmount = recorded.refundedAmount + amount;
      recorded = { ...recorded, refundedQuantity: unit, refundedAmount };
    }
    expect(recorded.refundedAmount).toBe(charged);
    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
  });

  test('has the same sum in any portions', () => {
    const first = shareOfLine(line(1000, 7), 3);
    const rest = line(1000, 7, { refundedQuantity: 3, refundedAmount: first });
    expect(first + shareOfLine(rest, 4)).toBe(1000);
  });
});

describe('The parts of a refund', () => {
  test('use the card first and then the payment with the most left', () => {
    const balance = balanceOf([line(1000)], { payments: [payment(700), payment(300, 'manual')] });
    expect(split(balance, 200, chargeable).parts).toEqual([
      { paymentId: 'pay_stripe', amount: 200 },
    ]);
    expect(split(balance, 900, chargeable)).toEqual({
      parts: [
        { paymentId: 'pay_stripe', amount: 700 },
        { paymentId: 'pay_manual', amount: 200 },
      ],
      rest: 0,
    });
    expect(split(balance, 1200, chargeable).rest).toBe(200);
  });

  test('are multiples of the provider’s step, except for the whole rest', () => {
    const balance = balanceOf([], { currency: 'KWD', payments: [payment(5120)] });
    expect(split(balance, 1709, chargeable)).toMatchObject({ parts: [{ amount: 1700 }], rest: 9 });
    expect(split(balance, 5129, chargeable)).toMatchObject({ parts: [{ amount: 5120 }], rest: 9 });
    const both = { ...balance, payments: [payment(5120), payment(100, 'manual')] };
    expect(split(both, 1709, chargeable).parts.map(({ amount }) => amount)).toEqual([1700, 9]);
  });

  test('are reduced from the end where the money does not suffice', () => {
    const claim = remainingItems(
      balanceOf([line(600), line(400)], { shipping: { charged: 500, refunded: 0 } }),
    );
    expect(fit(claim, [{ paymentId: 'pay_1', amount: 800 }])).toMatchObject({
      amount: 800,
      lines: [{ amount: 600 }, { amount: 200 }],
      shipping: 0,
    });
  });
});

describe('Refunds of an order to its last unit', () => {
  const units = (itemId: string, times: number) =>
    Array.from({ length: times }, () => ({ lines: [{ itemId, quantity: 1 }] }));

  test('add up to what was paid, in JPY', () => {
    const balance = balanceOf([line(1000, 3)], { currency: 'JPY' });
    const { amounts, balance: end } = refundAll(balance, units('oi_1000_3', 3));
    expect(amounts).toEqual([334, 333, 333]);
    expect(end.payments).toMatchObject([{ left: 0 }]);
  });

  test('add up to what was paid, in KWD, whose last digit Stripe does not accept', () => {
    // 5.129 was the total, and 5.120 was charged.
    const balance = balanceOf([line(5129, 3)], { currency: 'KWD', payments: [payment(5120)] });
    const { amounts, balance: end } = refundAll(balance, units('oi_5129_3', 3));
    expect(amounts).toEqual([1710, 1710, 1700]);
    expect(end.payments).toMatchObject([{ left: 0 }]);
  });

  test('return at the end what earlier roundings have left', () => {
    const balance = balanceOf([line(1005), line(2005)], {
      currency: 'KWD',
      shipping: { charged: 1000, refunded: 0 },
      payments: [payment(4010)],
    });
    const { amounts, balance: end } = refundAll(balance, [
      { lines: [{ itemId: 'oi_1005_1', quantity: 1 }] },
      { lines: [{ itemId: 'oi_2005_1', quantity: 1 }] },
      { shipping: true },
    ]);
    expect(amounts).toEqual([1000, 2000, 1010]);
    expect(end.payments).toMatchObject([{ left: 0 }]);
  });

  test('include what is left when the rest of an order is refunded at once', () => {
    const balance = balanceOf([line(1000, 3)], { shipping: { charged: 500, refunded: 0 } });
    const { balance: now } = refundAll(balance, [
      { lines: [{ itemId: 'oi_1000_3', quantity: 2 }] },
    ]);
    expect(remainingItems(now)).toEqual({
      lines: [{ itemId: 'oi_1000_3', quantity: 1, amount: 333 }],
      shipping: 500,
      wanted: 833,
    });
    expect(itemsOf(now, [], 0).wanted).toBe(0);
  });
});

describe('A request is refused', () => {
  const balance = balanceOf([line(5000, 2)], {
    currency: 'KWD',
    shipping: { charged: 500, refunded: 200 },
    payments: [payment(5500)],
  });
  const kwd = (amount: number) => ({ amount, currency: 'KWD' });

  test.each<[string, Partial<RefundRequest>, string, string]>([
    ['for more than was paid', { amount: kwd(5510) }, 'refund_exceeds_payment', 'amount'],
    ['for what cannot be moved exactly', { amount: kwd(1715) }, 'refund_not_possible', 'amount'],
    [
      'in another currency',
      { amount: { amount: 100, currency: 'USD' } },
      'refund_not_possible',
      'amount.currency',
    ],
    [
      "for another order's line",
      { lines: [{ itemId: 'oi_other', quantity: 1 }] },
      'refund_not_possible',
      'lines.0.itemId',
    ],
    [
      'for more units than were bought',
      { lines: [{ itemId: 'oi_5000_2', quantity: 3 }] },
      'refund_exceeds_payment',
      'lines.0.quantity',
    ],
    [
      'for more shipping than is left',
      { shipping: kwd(310) },
      'refund_exceeds_payment',
      'shipping',
    ],
    ['for nothing that could be moved', { shipping: kwd(5) }, 'refund_not_possible', 'lines'],
  ])('%s', (_what, request, code, path) => {
    const plan = () => planOf(balance, { reason: 'duplicate', ...request }, chargeable);
    expect(plan).toThrow(
      expect.objectContaining({ code, errors: [expect.objectContaining({ path })] }),
    );
  });

  test.each<[string, Partial<RefundableBalance>, Partial<RefundRequest>]>([
    ['without goods that come back, once nothing is left', { payments: [payment(0)] }, {}],
    ['while a bank decides on some of it', { isDisputed: true }, { restock: true }],
    ['for as much shipping as is not left', {}, { restock: true, shipping: kwd(300) }],
  ])('for lines whose money was refunded as an amount, %s', (_when, change, request) => {
    const lines = [{ itemId: 'oi_5000_2', quantity: 2 }];
    const now = { ...refundAll(balance, [{ amount: kwd(4000) }]).balance, ...change };
    const plan = () => planOf(now, { reason: 'duplicate', lines, ...request }, chargeable);
    expect(plan).toThrow(
      expect.objectContaining({
        code: 'refund_exceeds_payment',
        extensions: { left: expect.objectContaining({ total: kwd(leftOf(now)) }) },
      }),
    );
  });

  test('for shipping in steps that the provider does not have', () => {
    const plan = () => planOf(balance, { reason: 'duplicate', shipping: kwd(215) }, chargeable);
    expect(plan).toThrow(
      /shipping must match the provider's steps; the nearest lower amount is KWD.0\.210/,
    );
  });
});

describe('Goods that are returned after an amount was refunded', () => {
  const usd = (amount: number) => ({ amount, currency: 'USD' });
  const balance = balanceOf([line(2200, 2), line(1100)], {
    shipping: { charged: 500, refunded: 0 },
    payments: [payment(3800)],
  });
  const both = [
    { lines: [{ itemId: 'oi_2200_2', quantity: 1 }], restock: true },
    { lines: [{ itemId: 'oi_2200_2', quantity: 1 }], restock: true },
    { lines: [{ itemId: 'oi_1100_1', quantity: 1 }], restock: true },
  ];

  test.each([
    [1000, [1100, 1100, 600]],
    [3000, [800, 0, 0]],
    [3800, [0, 0, 0]],
  ])('as %d, are refunded with what is left', (goodwill, amounts) => {
    const end = refundAll(balance, [{ amount: usd(goodwill) }, ...both]);
    expect(end.amounts).toEqual([goodwill, ...amounts]);
    expect(leftOf(end.balance)).toBe(0);
    expect(end.balance.lines.every((line) => line.refundedQuantity === line.quantity)).toBe(true);
  });
});
