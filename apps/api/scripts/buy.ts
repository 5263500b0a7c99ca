import { setTimeout as delay } from 'node:timers/promises';
import { address, confirmation, type BrowserPayment } from './shopper.ts';

interface BuyOptions {
  /** The time limit from Stripe's confirmation to the paid order. */
  paidWithinMs: number;
  /** Receives a sentence about each step. */
  say?: (line: string) => void;
}

interface Variant {
  id: string;
  available: boolean;
  price: { amount: number; currency: string };
}

interface Product {
  title: string;
  variants: Variant[];
}

interface Order {
  id: string;
  number: string;
  status: string;
  paymentStatus: string;
  totals: { total: Variant['price'] };
}

interface Placed {
  order: Order;
  orderToken: string;
  payment: BrowserPayment;
}

type Ask = <T>(path: string, init?: RequestInit) => Promise<T>;

/**
 * Buys one thing as a shopper does in a browser, from the catalogue to the paid order.
 * @param base where the shop is, such as `http://127.0.0.1:3000`.
 * @throws when a step fails, or the order is not paid in time.
 */
export async function buy(
  base: string,
  { paidWithinMs, say = () => undefined }: BuyOptions,
): Promise<void> {
  const ask = askOf(base);
  const { title, variant } = await anythingInStock(ask);
  say(`A product: ${title}, ${variant.price.amount} ${variant.price.currency}.`);
  const placed = await checkOut(ask, await fillCart(ask, variant.id));
  const { number, paymentStatus, totals } = placed.order;
  say(`Order ${number}: ${totals.total.amount} ${totals.total.currency}, ${paymentStatus}.`);
  await confirm(placed);
  const paid = await untilPaid(ask, placed, Date.now() + paidWithinMs);
  say(`Order ${paid.number} is ${paid.status} and ${paid.paymentStatus}.`);
}

function askOf(base: string): Ask {
  return async <T>(path: string, init: RequestInit = {}): Promise<T> => {
    const headers = { 'Content-Type': 'application/json', ...init.headers };
    const answer = await fetch(`${base}/api/v1${path}`, { ...init, headers });
    const body = (await answer.json()) as { data: T };
    if (!answer.ok) throw new Error(`${init.method ?? 'GET'} ${path}: ${JSON.stringify(body)}`);
    return body.data;
  };
}

async function anythingInStock(ask: Ask): Promise<{ title: string; variant: Variant }> {
  for (const { title, variants } of await ask<Product[]>('/products?inStock=true&limit=5')) {
    const variant = variants.find(({ available }) => available);
    if (variant) return { title, variant };
  }
  throw new Error('There is nothing to buy');
}

/** @returns the cart's path. */
async function fillCart(ask: Ask, variantId: string): Promise<string> {
  const { id } = await ask<{ id: string }>('/carts', post({ items: [{ variantId, quantity: 1 }] }));
  const cart = `/carts/${id}`;
  await ask(cart, patch({ email: 'ada@example.com', shippingAddress: address }));
  const [option] = await ask<{ id: string }[]>(`${cart}/shipping-options`);
  if (option) await ask(cart, patch({ shippingOptionId: option.id }));
  return cart;
}

function checkOut(ask: Ask, cart: string): Promise<Placed> {
  const headers = { 'Idempotency-Key': crypto.randomUUID() };
  return ask(`${cart}/checkout`, { ...post({ paymentProvider: 'stripe' }), headers });
}

async function confirm({ payment }: Placed): Promise<void> {
  const { path, ...request } = confirmation(payment);
  const answer = await fetch(`${payment.apiBase}${path}`, request);
  if (!answer.ok) throw new Error(`The payment was refused: ${await answer.text()}`);
}

async function untilPaid(ask: Ask, { order, orderToken }: Placed, deadline: number) {
  const headers = { 'X-Order-Token': orderToken };
  for (;;) {
    const read = await ask<Order>(`/orders/${order.id}`, { headers });
    if (read.paymentStatus === 'paid') return read;
    if (Date.now() > deadline) throw new Error(`The order is ${read.paymentStatus}, not paid`);
    await delay(100);
  }
}

const post = (body: object) => ({ method: 'POST', body: JSON.stringify(body) });
const patch = (body: object) => ({ method: 'PATCH', body: JSON.stringify(body) });
