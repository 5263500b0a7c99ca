import { localProvider } from '../../../domains/payments.enums.ts';
import type { PaymentProvider } from './provider.ts';

/**
 * Bank transfer, cash on delivery: the shop accepts the order at once and is paid outside. The
 * goods are sold from that moment, so no expiry holds over the order.
 */
export const manualProvider: PaymentProvider = {
  name: localProvider.manual,
  placement: {
    order: 'confirmed',
    orderPayment: 'unpaid',
    payment: 'pending',
    reason: 'placed, to be paid outside of the shop',
  },
  chargeable: (total) => total,
};

/** A gift card or store credit that pays for all of an order: accepted and paid as it is placed. */
export const creditProvider: PaymentProvider = {
  name: localProvider.credit,
  placement: {
    order: 'confirmed',
    orderPayment: 'paid',
    payment: 'authorized',
    reason: 'placed, and paid with credit',
  },
  chargeable: (total) => total,
};

/** Nothing to pay: accepted and paid as it is placed. */
export const noneProvider: PaymentProvider = {
  name: localProvider.none,
  placement: {
    order: 'confirmed',
    orderPayment: 'paid',
    payment: 'succeeded',
    reason: 'placed; there is nothing to pay',
  },
  chargeable: (total) => total,
};
