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
import * as stored from '../../src/db/generated/enums.ts';

/** Where the code declares each enum of the Prisma schema. */
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

describe('The words of a domain', () => {
  test.each(Object.entries(stored))('are those of the Prisma schema: %s', (name, values) => {
    const words = declared[name as keyof typeof stored];
    expect(words.toSorted()).toEqual(Object.values(values).toSorted());
  });
});
