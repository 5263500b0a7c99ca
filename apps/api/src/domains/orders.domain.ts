import { orderEvents } from '../events/orders.events.ts';
import { orderMails } from '../mails/orders.mails.ts';
import { defineDomain } from './defineDomain.ts';

export const orders = defineDomain({
  movesMoney: true,
  idPrefixes: { order: 'ord', orderItem: 'oi', history: 'hist' },
  permissions: [
    'orders:read',
    'orders:cancel',
    'orders:capture',
    'orders:refund',
    // Opens a field of orders (kernel/fieldPermissions.ts).
    'shippingAddresses:read',
  ],
  ownPermissions: { 'orders:read': 'customer', 'orders:claim': 'verified' },
  tags: {
    Orders: {
      group: 'Storefront',
      description: 'Placed orders: their items, statuses and history.',
    },
    'Order administration': {
      group: 'Staff',
      description: "Orders with their payments' figures: cancel, capture, record a manual payment.",
    },
  },
  events: orderEvents,
  mails: Object.values(orderMails),
});
