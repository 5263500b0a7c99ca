import { check } from 'k6';
import { viewProduct } from './browse.js';
import { openCart, someVariant } from './cart.js';
import { counts, timeToPaid } from './counts.js';
import { addsUp } from './money.js';
import { confirm, untilPaid } from './pay.js';
import { happens } from './random.js';
import { take } from './step.js';

const address = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  line1: '12 Analytical Row',
  city: 'Portland',
  region: 'OR',
  postalCode: '97201',
  country: 'US',
};

/** A shopper who views a product, buys and pays. */
export function purchase(shop) {
  viewProduct(shop, false);
  const quantity = happens(0.2) ? 2 : 1;
  const cart = openCart(someVariant(shop), quantity);
  if (!cart) return;
  const ready = setDetails(cart);
  const placed = ready && checkOut(ready);
  if (placed) pay(placed, quantity);
}

/** @returns the cart with all that a checkout requires. */
function setDetails({ id }) {
  const path = `/api/v1/carts/${id}`;
  const who = { email: 'ada@example.com', shippingAddress: address, billingAddress: address };
  const addressed = take('address', {
    method: 'PATCH',
    path,
    body: who,
    holds: {
      'keeps the address': ({ data }) => data.shippingAddress.postalCode === address.postalCode,
    },
  });
  if (!addressed) return undefined;
  const options = take('shipping options', {
    path: `${path}/shipping-options`,
    holds: { 'is a list': ({ data }) => Array.isArray(data) },
  });
  if (!options) return undefined;
  const [option] = options.body.data;
  // Nothing to ship, such as an e-book.
  if (!option) return addressed.body.data;
  return take('choose shipping', {
    method: 'PATCH',
    path,
    body: { shippingOptionId: option.id },
    holds: {
      'costs what was offered': ({ data }) => data.totals.shipping.amount === option.amount.amount,
      'adds up': ({ data }) => addsUp(data),
    },
  })?.body.data;
}

/** @returns the order, its token and its payment. */
function checkOut(cart) {
  const request = {
    method: 'POST',
    path: `/api/v1/carts/${cart.id}/checkout`,
    body: { paymentProvider: 'stripe' },
    headers: { 'Idempotency-Key': crypto.randomUUID() },
    status: 201,
  };
  counts.checkoutsSent.add(1);
  const placed = take('checkout', {
    ...request,
    onSoldOut: () => counts.checkoutsSoldOut.add(1),
    holds: {
      'costs what the cart did': ({ data }) =>
        data.order.totals.total.amount === cart.totals.total.amount && addsUp(data.order),
      'is not paid yet': ({ data }) => data.order.paymentStatus === 'unpaid',
    },
  });
  if (!placed) return undefined;
  const { data } = placed.body;
  counts.ordersPlaced.add(1);
  // As if the browser had lost the first answer.
  if (happens(0.1)) {
    take('checkout again', {
      ...request,
      holds: { 'is the same order': (again) => again.data.order.id === data.order.id },
    });
  }
  return data;
}

function pay(placed, quantity) {
  counts.confirmationsSent.add(1);
  if (!confirm(placed.payment)) return;
  counts.confirmed.add(1);
  counts.money.add(placed.order.totals.total.amount);
  counts.pieces.add(quantity);
  const tookMs = untilPaid(placed);
  check(tookMs, { 'order: is paid in the end': (ms) => ms !== undefined }, { kind: 'body' });
  if (tookMs === undefined) return;
  counts.ordersPaid.add(1);
  timeToPaid.add(tookMs);
}
