import { sourcesOf } from '../../src/services/orders/states.ts';
import {
  fulfillmentTransitions,
  orderTransitions,
  paymentTransitions,
} from '../../src/services/orders/states.ts';
import { canTransition } from '../../src/services/payments/ledger/states.ts';

describe('The tables of states', () => {
  test.each([
    ['order', orderTransitions],
    ['payment', paymentTransitions],
    ['fulfillment', fulfillmentTransitions],
  ])('%s: every state but the first can be reached', (_axis, table) => {
    const states = Object.keys(table);
    const reached = new Set(Object.values(table).flat());
    expect(states.filter((state) => !reached.has(state as never)).slice(1)).toEqual([]);
  });

  test('turn around into what a conditional update asks for', () => {
    expect(sourcesOf(orderTransitions, 'confirmed').toSorted()).toEqual([
      'canceled',
      'expired',
      'pending',
    ]);
    expect(sourcesOf(paymentTransitions, 'refunded')).not.toContain('unpaid');
  });

  test('let a refund fail, and a dispute be opened, after the money has gone back', () => {
    expect(paymentTransitions.refunded).toEqual([
      'paid',
      'partially_paid',
      'partially_refunded',
      'disputed',
    ]);
    expect(paymentTransitions.partially_refunded).toContain('paid');
  });

  test('never let a payment come back from success', () => {
    expect(canTransition('succeeded', 'processing')).toBe(false);
    expect(canTransition('succeeded', 'canceled')).toBe(false);
  });

  test('believe in every state that money came', () => {
    const states = ['pending', 'requires_action', 'processing', 'authorized', 'failed'] as const;
    for (const state of [...states, 'canceled' as const]) {
      expect(canTransition(state, 'succeeded')).toBe(true);
    }
  });
});
