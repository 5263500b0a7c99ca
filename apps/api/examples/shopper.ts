import {
  address as shippingAddress,
  confirmation,
  type BrowserPayment,
} from '../scripts/shopper.ts';
import type { Recorder } from './recorder.ts';

interface Product {
  readonly handle: string;
  readonly variants: readonly { readonly id: string; readonly available: boolean }[];
}

interface Pictured {
  readonly images: readonly { readonly derivatives: readonly unknown[] }[];
}

interface Cart {
  readonly id: string;
  readonly version: number;
  readonly items: readonly { readonly id: string }[];
  readonly totals: { readonly total: { readonly amount: number; readonly currency: string } };
}

interface Placed {
  readonly order: { readonly id: string; readonly items: readonly { readonly id: string }[] };
  readonly payment: Payment;
  readonly orderToken: string;
}

interface Payment extends BrowserPayment {
  readonly id: string;
}

/** A placed order with its token. */
export interface Sale {
  readonly orderId: string;
  readonly itemId: string;
  readonly token: Readonly<Record<string, string>>;
  readonly payment: Payment;
}

const inStock = { limit: 2, sort: 'title', inStock: 'true' };

function buyable(products: readonly Product[]): [string, string] {
  const ids = products.flatMap(({ variants }) => {
    const found = variants.find(({ available }) => available);
    return found ? [found.id] : [];
  });
  const [first, second] = ids;
  if (!first || !second) throw new Error('There is nothing to buy');
  return [first, second];
}

/** Waits until the pictures of the demo have their sizes and derivatives, which jobs give them. */
export async function waitForPictures(recorder: Recorder): Promise<void> {
  await recorder.until<readonly Pictured[]>('listProducts', { query: { limit: 100 } }, (products) =>
    products.every(({ images }) => images.every(({ derivatives }) => derivatives.length > 0)),
  );
}

/** Browses the catalogue. @returns two available variants. */
export async function browse(recorder: Recorder): Promise<[string, string]> {
  await recorder.record('getRoot');
  await recorder.record('getShop');
  await recorder.record('getProofOfWorkChallenge', { query: { purpose: 'sign_in' } });
  const found = await recorder.record<Product[]>('listProducts', {
    query: inStock,
  });
  const [first, second] = buyable(found);
  await recorder.record('getProduct', { params: { idOrHandle: found[0]?.handle ?? '' } });
  await recorder.record('listCategories');
  await recorder.record('listCollections');
  await recorder.record('getCountry', { params: { code: 'AU' } });
  await recorder.refused('getCountry', 'not_found', { params: { code: 'UK' } });
  await recorder.refused('listProducts', 'invalid_cursor', { query: { cursor: 'eyJv' } });
  return [first, second];
}

/** Fills a cart with every operation. @returns a cart that is ready for its checkout. */
export async function fillCart(recorder: Recorder, variants: [string, string]): Promise<Cart> {
  const [variantId, otherId] = variants;
  const cart = await recorder.record<Cart>('createCart', {
    headers: { 'idempotency-key': '8f14e45f-ceea-467f-a8c1-3d2b1f0a9c11' },
    body: { currency: 'USD', items: [{ variantId, quantity: 1 }] },
  });
  const params = { cartId: cart.id };
  await refusedCarts(recorder, cart, variantId);
  const added = await recorder.record<Cart>('addCartItem', {
    params,
    headers: { 'idempotency-key': 'c9f0f895-fb98-4b91-9d6f-2a4b7e1c5d22' },
    body: { variantId: otherId, quantity: 1 },
  });
  const [first, second] = added.items.map(({ id }) => id);
  const { version } = await recorder.record<Cart>('updateCartItem', {
    params: { ...params, itemId: first ?? '' },
    body: { quantity: 2 },
  });
  await recorder.refused('updateCart', 'precondition_failed', {
    params,
    headers: { 'if-match': `"${version - 1}"` },
    body: { email: 'ada@example.com' },
  });
  await recorder.record('removeCartItem', { params: { ...params, itemId: second ?? '' } });
  await recorder.record('updateCart', {
    params,
    body: { email: 'ada@example.com', shippingAddress },
  });
  const [option] = await recorder.record<{ id: string }[]>('listShippingOptions', { params });
  await recorder.ask('updateCart', { params, body: { shippingOptionId: option?.id } });
  await recorder.record('listPaymentOptions', { params, query: { credit: 1000 } });
  return await recorder.record<Cart>('getCart', { params });
}

async function refusedCarts(recorder: Recorder, { id }: Cart, variantId: string): Promise<void> {
  const params = { cartId: id };
  const tooMany = { variantId, quantity: 9000 };
  await recorder.refused('addCartItem', 'cart_limit_exceeded', {
    params,
    body: { variantId, quantity: 9999 },
  });
  await recorder.refused('addCartItem', 'out_of_stock', { params, body: tooMany });
  await recorder.refused('createCart', 'out_of_stock', { body: { items: [tooMany] } });
  await recorder.refused('updateCart', 'promotion_unavailable', {
    params,
    body: { promotionCodes: ['SPRING'] },
  });
  await recorder.refused('createCart', 'currency_unavailable', {
    body: { currency: 'ISK', items: [{ variantId, quantity: 1 }] },
  });
  await recorder.refused('listShippingOptions', 'cart_incomplete', { params });
  await recorder.refused('checkoutCart', 'cart_incomplete', {
    params,
    headers: { 'idempotency-key': 'd3d94468-02a4-4259-b55d-38e6d163e820' },
    body: { paymentProvider: 'stripe' },
  });
}

/** Buys a cart, and pays with a card. */
export async function buy(recorder: Recorder, cart: Cart): Promise<Sale> {
  const { id: cartId, totals } = cart;
  const params = { cartId };
  const call = (key: string, body: object) => ({
    params,
    headers: { 'idempotency-key': key },
    body: { paymentProvider: 'stripe', ...body },
  });
  await recorder.refused(
    'checkoutCart',
    'price_changed',
    call('6512bd43-d9ca-4e02-8c6f-1f0a3b5d7e33', {
      expectedTotal: { amount: 100, currency: 'USD' },
    }),
  );
  const bought = await recorder.record<Placed>(
    'checkoutCart',
    call('c20ad4d7-6fe9-4759-aa27-a0c99bff6710', { expectedTotal: totals.total }),
  );
  await recorder.refused(
    'checkoutCart',
    'cart_completed',
    call('c51ce410-c124-4a10-a7db-09a7d3ad7ca1', {}),
  );
  await recorder.refused('updateCart', 'cart_completed', { params, body: { email: null } });
  await recorder.refused('listPaymentOptions', 'cart_completed', { params });
  const sale = saleOf(bought);
  const order = { params: { orderId: sale.orderId }, headers: sale.token };
  await recorder.record('payOrder', {
    ...order,
    headers: { ...sale.token, 'idempotency-key': 'aab32389-22bc-4c25-a6f6-06eb525ffdc5' },
  });
  await pay(sale);
  await paid(recorder, sale.orderId);
  await recorder.record('getOrder', order);
  await recorder.record('getOrderHistory', order);
  await recorder.refused('payOrder', 'state_conflict', {
    ...order,
    headers: { ...sale.token, 'idempotency-key': '9bf31c7f-f062-436a-96d3-c8bd1f8f2ff3' },
  });
  return sale;
}

/** Places an order that is not recorded. */
export async function placeOrder(
  recorder: Recorder,
  payment: object = { paymentProvider: 'stripe' },
): Promise<Sale> {
  const found = await recorder.ask<Product[]>('listProducts', { query: inStock });
  const [variantId] = buyable(found.body.data);
  const opened = await recorder.ask<Cart>('createCart', {
    body: { currency: 'USD', items: [{ variantId, quantity: 1 }] },
  });
  const params = { cartId: opened.body.data.id };
  const patch = (body: object) => recorder.ask('updateCart', { params, body });
  await patch({ email: 'ada@example.com', shippingAddress });
  const options = await recorder.ask<{ id: string }[]>('listShippingOptions', { params });
  await patch({ shippingOptionId: options.body.data[0]?.id });
  const placed = await recorder.ask<Placed>('checkoutCart', {
    params,
    headers: { 'idempotency-key': crypto.randomUUID() },
    body: payment,
  });
  if (placed.status !== 201) throw new Error(JSON.stringify(placed.body));
  return saleOf(placed.body.data);
}

function saleOf({ order, payment, orderToken }: Placed): Sale {
  const itemId = order.items[0]?.id ?? '';
  return { orderId: order.id, itemId, token: { 'x-order-token': orderToken }, payment };
}

/** Confirms a payment as Stripe.js does in a browser. */
export async function pay({ payment }: Sale, method = 'pm_card_visa'): Promise<void> {
  const { path, ...request } = confirmation(payment, method);
  const answer = await fetch(`${payment.apiBase}${path}`, request);
  if (!answer.ok) throw new Error(`The payment was refused: ${await answer.text()}`);
}

interface StaffOrder {
  readonly paymentStatus: string;
}

/** Waits until the shop has processed Stripe's webhook of the payment. */
export async function paid(recorder: Recorder, orderId: string, status = 'paid'): Promise<void> {
  await recorder.until<StaffOrder>(
    'getOrderAsStaff',
    { params: { orderId } },
    ({ paymentStatus }) => paymentStatus === status,
  );
}

/** Cancels an order, as its customer does. */
export async function cancel(recorder: Recorder): Promise<void> {
  const { orderId, token } = await placeOrder(recorder);
  const call = (key: string) => ({
    params: { orderId },
    headers: { ...token, 'idempotency-key': key },
  });
  await recorder.record('cancelOrder', call('70efdf2e-c9b0-4607-8795-c442636b55fb'));
  await recorder.refused(
    'cancelOrder',
    'state_conflict',
    call('6f4922f4-5568-461a-8cdf-4ad2299f6d23'),
  );
}
