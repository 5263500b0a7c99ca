import { orderEvents } from '../events/orders.events.ts';
import { defineDomain } from './defineDomain.ts';

export const orders = defineDomain({
  idPrefixes: { order: 'ord', orderItem: 'oi', history: 'hist' },
  permissions: ['orders:read', 'orders:cancel', 'orders:capture', 'orders:refund'],
  tags: {
    Orders: {
      group: 'Storefront',
      description: 'What was bought, how far it is, and what happened to it.',
    },
    'Order administration': {
      group: 'Staff',
      description: 'Orders with the figures behind them: cancel, capture, take note of a payment.',
    },
  },
  events: orderEvents,
});
