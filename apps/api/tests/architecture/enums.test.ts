import path from 'node:path';
import * as stored from '../../src/db/generated/enums.ts';
import { cartStatuses } from '../../src/domains/carts.enums.ts';
import {
  fulfillmentStatuses,
  orderPaymentStatuses,
  orderStatuses,
} from '../../src/domains/orders.enums.ts';
import { paymentStatuses } from '../../src/domains/payments.enums.ts';
import { inventoryPolicies, productStatuses } from '../../src/domains/products.enums.ts';
import { refundStatuses } from '../../src/domains/refunds.enums.ts';
import { shippingRateKinds } from '../../src/domains/shipping.enums.ts';
import { workflowStates } from '../../src/domains/workflows.enums.ts';
import { readSources } from '../helpers/sources.ts';

/** The declaration of each enum of the Prisma schema. */
const declared: Readonly<Record<keyof typeof stored, readonly string[]>> = {
  CartStatus: cartStatuses,
  FulfillmentStatus: fulfillmentStatuses,
  InventoryPolicy: inventoryPolicies,
  OrderPaymentStatus: orderPaymentStatuses,
  OrderStatus: orderStatuses,
  PaymentStatus: paymentStatuses,
  ProductStatus: productStatuses,
  RefundStatus: refundStatuses,
  ReservationState: ['live', 'committed', 'released'],
  ShippingRateKind: shippingRateKinds,
  WorkflowState: workflowStates,
};

const sources = readSources(path.resolve(import.meta.dirname, '../../src')).filter(
  ({ path: file }) => file !== 'db/described.ts',
);

/** Unions and arrays of words in a text, each sorted. */
function listsIn(text: string): string[] {
  const lists = text.matchAll(/'\w+'(?:\s*[|,]\s*'\w+')+/g);
  return Array.from(lists, ([list]) => (list.match(/\w+/g) ?? []).toSorted().join(' '));
}

describe('The enums of a domain', () => {
  test.each(Object.entries(stored))('are those of the Prisma schema: %s', (name, values) => {
    const words = declared[name as keyof typeof stored];
    expect(words.toSorted()).toEqual(Object.values(values).toSorted());
  });

  test('are listed only in domains/*.enums.ts', () => {
    const known = Object.values(declared).map((words) => words.toSorted().join(' '));
    const lists = sources.flatMap(({ path: file, text }) =>
      file.startsWith('domains/') ? [] : listsIn(text).map((words) => ({ file, words })),
    );
    expect(lists.filter(({ words }) => known.includes(words))).toEqual([]);
  });
});
