import type { PaymentProvider } from './port.ts';

/**
 * Bank transfer, cash on delivery: the shop accepts the order at once and is paid outside. The
 * goods are sold from that moment, so no expiry holds over the order.
 */
export const manualProvider: PaymentProvider = {
  name: 'manual',
  placement: { order: 'confirmed', orderPayment: 'unpaid', payment: 'pending' },
  chargeable: (total) => total,
};

/** A gift card or store credit that pays for all of an order: accepted and paid as it is placed. */
export const creditProvider: PaymentProvider = {
  name: 'credit',
  placement: { order: 'confirmed', orderPayment: 'paid', payment: 'authorized' },
  chargeable: (total) => total,
};

/** Nothing to pay: accepted and paid as it is placed. */
export const noneProvider: PaymentProvider = {
  name: 'none',
  placement: { order: 'confirmed', orderPayment: 'paid', payment: 'succeeded' },
  chargeable: (total) => total,
};
