import { counts } from './counts.js';
import { addsUp } from './money.js';
import { popularOf } from './random.js';
import { take } from './step.js';

const CART_ID = /^cart_\w+$/;

const onSoldOut = () => counts.cartsSoldOut.add(1);

/** @param {string} variantId @returns {number} its quantity in the cart. */
const quantityOf = ({ items }, variantId) =>
  items.find((item) => item.variantId === variantId)?.quantity ?? 0;

/** @returns a variant that was available when the load test began. */
export function someVariant({ products }) {
  return popularOf(popularOf(products).variantIds);
}

/**
 * Creates a cart with one line.
 * @returns the cart, or undefined when it was refused.
 */
export function openCart(variantId, quantity) {
  const opened = take('open cart', {
    method: 'POST',
    path: '/api/v1/carts',
    body: { items: [{ variantId, quantity }] },
    status: 201,
    onSoldOut,
    holds: {
      'is an open cart': ({ data }) => CART_ID.test(data.id) && data.status === 'open',
      'has what was put into it': ({ data }) =>
        data.items.length === 1 && quantityOf(data, variantId) === quantity,
      'adds up': ({ data }) => addsUp(data),
    },
  });
  return opened?.body.data;
}

/** A shopper who fills a cart, removes some of it, and abandons it. */
export function fillCart(shop) {
  const [first, second] = [someVariant(shop), someVariant(shop)];
  const cart = openCart(first, 1);
  if (!cart) return;
  const path = `/api/v1/carts/${cart.id}`;
  const added = take('add to cart', {
    method: 'POST',
    path: `${path}/items`,
    body: { variantId: second, quantity: 1 },
    status: 201,
    onSoldOut,
    holds: {
      'has both': ({ data }) =>
        quantityOf(data, first) + (second === first ? 0 : quantityOf(data, second)) === 2,
      'adds up': ({ data }) => addsUp(data),
    },
  });
  const line = added?.body.data.items.find(({ variantId }) => variantId === second);
  if (!line) return;
  const changed = take('change cart', {
    method: 'PATCH',
    path: `${path}/items/${line.id}`,
    body: { quantity: 3 },
    onSoldOut,
    holds: {
      'has the new quantity': ({ data }) => quantityOf(data, second) === 3,
      'adds up': ({ data }) => addsUp(data),
    },
  });
  if (!changed) return;
  const { version, totals } = changed.body.data;
  take('read cart', {
    path,
    holds: {
      'is what was written': ({ data }) =>
        data.version === version && data.totals.total.amount === totals.total.amount,
    },
  });
}
