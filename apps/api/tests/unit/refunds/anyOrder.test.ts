import { seededRandom, type Random } from '../../../chaos/random.ts';
import { chargeable as ofStripe } from '../../../src/integrations/stripe/amounts.ts';
import type { RefundableBalance } from '../../../src/services/refunds/refundableBalance.ts';
import { leftOf, type Chargeable, type RefundPlan } from '../../../src/services/refunds/plan.ts';
import { planOf, type RefundRequest } from '../../../src/services/refunds/request.ts';
import { AppError } from '../../../src/kernel/errors.ts';

const ORDERS = 400;
const currencies = ['USD', 'JPY', 'KWD', 'MGA'] as const;

const chargeable: Chargeable = (provider, money) =>
  provider === 'stripe' ? ofStripe(money).amount : money.amount;

/** An order of a few lines and shipping, paid by a gift card, by a card or by hand, or by two of them. */
function paidOrder(random: Random): RefundableBalance {
  const currency = random.pick(currencies);
  const lines = Array.from({ length: random.between(1, 4) }, (_, index) => ({
    itemId: `oi_${index}`,
    variantId: `var_${index}`,
    quantity: random.between(1, 4),
    charged: random.chance(0.1) ? 0 : random.between(1, 9000),
    refundedQuantity: 0,
    refundedAmount: 0,
  }));
  const shipping = { charged: random.chance(0.5) ? random.between(1, 900) : 0, refunded: 0 };
  const sum = lines.reduce((total, { charged }) => total + charged, shipping.charged);
  // As pricing rounds it.
  const total = ofStripe({ amount: sum, currency }).amount;
  const credit = random.chance(0.5)
    ? ofStripe({ amount: random.between(0, total), currency }).amount
    : 0;
  const rest = total - credit;
  const payments = [
    {
      paymentId: 'pay_1',
      provider: random.pick(['stripe', 'manual'] as const),
      captured: rest,
      left: rest,
    },
    { paymentId: 'pay_2', provider: 'credit' as const, captured: credit, left: credit },
  ];
  return { currency, lines, shipping, payments, isDisputed: false };
}

/** The next request of staff: an amount, returned lines, or shipping. */
function anyRequest(random: Random, balance: RefundableBalance): RefundRequest {
  const reason = 'requested_by_customer';
  if (random.chance(0.3)) {
    const amount = random.between(1, Math.max(1, leftOf(balance)));
    return { reason, amount: { amount, currency: balance.currency } };
  }
  if (random.chance(0.2)) return { reason, shipping: true };
  const { itemId, quantity } = random.pick(balance.lines);
  return { reason, lines: [{ itemId, quantity: random.between(1, quantity) }], restock: true };
}

/** The refundable balance after a refund. */
function after(balance: RefundableBalance, plan: RefundPlan): RefundableBalance {
  const given = new Map(plan.parts.map(({ paymentId, amount }) => [paymentId, amount]));
  return {
    ...balance,
    shipping: { ...balance.shipping, refunded: balance.shipping.refunded + plan.shipping },
    lines: balance.lines.map((line) => {
      const share = plan.lines.find(({ itemId }) => itemId === line.itemId);
      return {
        ...line,
        refundedQuantity: line.refundedQuantity + (share?.quantity ?? 0),
        refundedAmount: line.refundedAmount + (share?.amount ?? 0),
      };
    }),
    payments: balance.payments.map((payment) => ({
      ...payment,
      left: payment.left - (given.get(payment.paymentId) ?? 0),
    })),
  };
}

/** The errors of a balance, or of a plan for it. */
function faultsOf(balance: RefundableBalance, plan?: RefundPlan): string[] {
  const { lines, shipping, payments, currency } = balance;
  const parts = plan?.parts ?? [];
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
  const faults: [boolean, string][] = [
    [payments.some(({ left }) => left < 0), 'more went back by a payment than came'],
    [lines.some((line) => line.refundedAmount > line.charged), 'more went back of a line'],
    [lines.some((line) => line.refundedQuantity > line.quantity), 'more units came back'],
    [shipping.refunded > shipping.charged, 'more went back of shipping'],
    [sum(parts.map(({ amount }) => amount)) !== (plan?.amount ?? 0), 'the parts do not add up'],
    [parts.some(({ amount }) => amount <= 0), 'a part of nothing'],
    [
      parts.some(({ paymentId, amount }) => {
        const provider = payments.find((payment) => payment.paymentId === paymentId)?.provider;
        return provider === 'stripe' && chargeable(provider, { amount, currency }) !== amount;
      }),
      'a part that Stripe cannot move',
    ],
    [
      plan !== undefined &&
        sum(plan.lines.map(({ amount }) => amount)) + plan.shipping > plan.amount,
      'lines and shipping come to more than the refund',
    ],
  ];
  return faults.flatMap(([isWrong, fault]) => (isWrong ? [fault] : []));
}

/** Refunds an order at random, and at last the rest. @returns the errors. */
function refundAtRandom(seed: number): string[] {
  const random = seededRandom(seed);
  let balance = paidOrder(random);
  const faults: string[] = [];
  const refund = (request: RefundRequest) => {
    const plan = planOf(balance, request, chargeable);
    balance = after(balance, plan);
    faults.push(...faultsOf(balance, plan));
  };
  for (let step = 0; step < 8; step++) {
    try {
      refund(anyRequest(random, balance));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  // Returned goods are never refused, however much was refunded before.
  for (const { itemId, quantity, refundedQuantity } of random.shuffle(balance.lines)) {
    const units = quantity - refundedQuantity;
    if (units === 0) continue;
    refund({ reason: 'duplicate', lines: [{ itemId, quantity: units }], restock: true });
  }
  // The rest is then refunded as an amount, to the last unit.
  const left = leftOf(balance);
  if (left > 0)
    refund({ reason: 'duplicate', amount: { amount: left, currency: balance.currency } });
  if (leftOf(balance) !== 0) faults.push('something is left');
  return faults;
}

test(`Refunds by amount, line and shipping, in any order and number, never return more than was captured, and can restock all units`, () => {
  const wrong = Array.from({ length: ORDERS }, (_, seed) => [seed, refundAtRandom(seed)] as const);
  expect(wrong.filter(([, faults]) => faults.length > 0)).toEqual([]);
});
