import { sourcesOf } from '../../src/services/orders/states.ts';
import {
  fulfillmentTransitions,
  orderTransitions,
  paymentTransitions,
} from '../../src/services/orders/states.ts';
import { canTransition } from '../../src/services/payments/ledger/states.ts';

describe('The transition tables', () => {
  test.each([
    ['order', orderTransitions],
    ['payment', paymentTransitions],
    ['fulfillment', fulfillmentTransitions],
  ])('%s: every state but the first is reachable', (_axis, table) => {
    const states = Object.keys(table);
    const reached = new Set(Object.values(table).flat());
    expect(states.filter((state) => !reached.has(state as never)).slice(1)).toEqual([]);
  });

  test('invert to the conditions of a conditional update', () => {
    expect(sourcesOf(orderTransitions, 'confirmed').toSorted()).toEqual([
      'canceled',
      'expired',
      'pending',
    ]);
    expect(sourcesOf(paymentTransitions, 'refunded')).not.toContain('unpaid');
  });

  test('allow a refund to fail, and a dispute to open, after the money was returned', () => {
    expect(paymentTransitions.refunded).toEqual([
      'paid',
      'partially_paid',
      'partially_refunded',
      'disputed',
    ]);
    expect(paymentTransitions.partially_refunded).toContain('paid');
  });

  test('allow no transition from success to another state of a payment', () => {
    expect(canTransition('succeeded', 'processing')).toBe(false);
    expect(canTransition('succeeded', 'canceled')).toBe(false);
  });

  test('allow success from every state of a payment', () => {
    const states = ['pending', 'requires_action', 'processing', 'authorized', 'failed'] as const;
    for (const state of [...states, 'canceled' as const]) {
      expect(canTransition(state, 'succeeded')).toBe(true);
    }
  });
});
