import { randomUUID } from 'node:crypto';
import { address, confirmation, type BrowserPayment } from '../scripts/shopper.ts';
import { openHttp, type Answer, type Http, type Request } from './http.ts';
import type { PaidWatch } from './paidWatch.ts';

/** The time of each step of a shopper; milliseconds. */
export interface PurchaseTimes {
  checkoutMs: number;
  wholeMs: number;
}

/** The steps of a shopper. */
export interface Shopper {
  /** Fills a cart with one unit, and sets what a checkout requires. @returns the cart's id. */
  fillCart(variantId: string): Promise<string>;
  /** @returns the answer, also a refusal. */
  checkOut(cartId: string): Promise<Answer>;
  /** Confirms at Stripe as a browser would, and waits until the shop has recorded it. */
  pay(placed: Placed): Promise<void>;
  /** From the empty cart to the paid order. @throws when any step is refused. */
  buy(variantId: string): Promise<PurchaseTimes>;
  /** How many webhooks of the sandbox are undelivered. */
  undelivered(): Promise<number>;
  close(): void;
}

export interface Placed {
  order: { id: string; paymentStatus: string };
  orderToken: string;
  payment: BrowserPayment;
}

/** @param connections the maximum of concurrent requests. */
export function createShopper(base: string, connections: number, watch: PaidWatch): Shopper {
  const shop = openHttp(base, connections);
  let stripe: Http | undefined;

  async function ask<T>(name: string, request: Request): Promise<T> {
    const answer = await shop.send(named(name, request));
    if (answer.status >= 300) throw refused(name, answer);
    return (answer.body as { data: T }).data;
  }

  async function fillCart(variantId: string): Promise<string> {
    const { id } = await ask<{ id: string }>('cart', {
      method: 'POST',
      path: '/api/v1/carts',
      body: { items: [{ variantId, quantity: 1 }] },
      headers: { 'Idempotency-Key': randomUUID() },
    });
    const path = `/api/v1/carts/${id}`;
    const who = { email: 'ada@example.com', shippingAddress: address, billingAddress: address };
    await ask('address', { method: 'PATCH', path, body: who });
    const options = await ask<{ id: string }[]>('shipping-options', {
      method: 'GET',
      path: `${path}/shipping-options`,
    });
    const shippingOptionId = options[0]?.id ?? null;
    await ask('shipping', { method: 'PATCH', path, body: { shippingOptionId } });
    return id;
  }

  const checkOut = (cartId: string): Promise<Answer> =>
    shop.send(
      named('checkout', {
        method: 'POST',
        path: `/api/v1/carts/${cartId}/checkout`,
        body: { paymentProvider: 'stripe' },
        headers: { 'Idempotency-Key': randomUUID() },
      }),
    );

  async function pay({ order, orderToken, payment }: Placed): Promise<void> {
    stripe ??= openHttp(payment.apiBase, connections);
    const isPaid = watch.paid(order.id);
    const answer = await stripe.send(confirmation(payment));
    if (answer.status >= 300) throw refused('confirm', answer);
    await isPaid;
    const path = `/api/v1/orders/${order.id}`;
    const headers = { 'X-Order-Token': orderToken };
    const { paymentStatus } = await ask<Placed['order']>('order', { method: 'GET', path, headers });
    if (paymentStatus !== 'paid') throw new Error(`The order ${order.id} is ${paymentStatus}`);
  }

  return {
    fillCart,
    checkOut,
    pay,
    async buy(variantId) {
      const started = performance.now();
      const cartId = await fillCart(variantId);
      const filled = performance.now();
      const answer = await checkOut(cartId);
      const checkoutMs = performance.now() - filled;
      if (answer.status !== 201) throw refused('checkout', answer);
      await pay((answer.body as { data: Placed }).data);
      return { checkoutMs, wholeMs: performance.now() - started };
    },
    async undelivered() {
      const path = '/_sandbox/deliveries?state=pending';
      const answer = await stripe?.send({ method: 'GET', path });
      return answer ? (answer.body as unknown[]).length : 0;
    },
    close() {
      shop.close();
      stripe?.close();
    },
  };
}

/** The name is recorded with the statements that the request sends. */
function named(name: string, request: Request): Request {
  return { ...request, headers: { ...request.headers, 'X-Request-Id': `bench.${name}` } };
}

function refused(name: string, { status, body }: Answer): Error {
  return new Error(`${name} was answered with ${status}: ${JSON.stringify(body)}`);
}
