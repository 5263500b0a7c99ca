import { setTimeout as delay } from 'node:timers/promises';

/** A busy machine makes the pictures of the catalogue first. */
const PAID_MS = 240_000;

const address = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  line1: '12 Analytical Row',
  city: 'Portland',
  region: 'OR',
  postalCode: '97201',
  country: 'US',
};

interface Placed {
  order: { id: string };
  orderToken: string;
  payment: { clientSecret: string; publishableKey: string; apiBase: string };
}

/** Buys one thing as a shopper would, to the paid order. @throws when any step fails. */
export async function buy(base: string): Promise<void> {
  const ask = async <T>(path: string, init: RequestInit = {}): Promise<T> => {
    const headers = { 'Content-Type': 'application/json', ...init.headers };
    const answer = await fetch(`${base}/api/v1${path}`, { ...init, headers });
    const body = (await answer.json()) as { data: T };
    if (!answer.ok) throw new Error(`${init.method ?? 'GET'} ${path}: ${JSON.stringify(body)}`);
    return body.data;
  };
  const products = await ask<{ variants: { id: string; available: boolean }[] }[]>(
    '/products?inStock=true&limit=5',
  );
  const variant = products.flatMap(({ variants }) => variants).find(({ available }) => available);
  if (!variant) throw new Error('There is nothing to buy');
  const items = [{ variantId: variant.id, quantity: 1 }];
  const { id } = await ask<{ id: string }>('/carts', post({ items }));
  const cart = `/carts/${id}`;
  await ask(cart, patch({ email: 'ada@example.com', shippingAddress: address }));
  const [option] = await ask<{ id: string }[]>(`${cart}/shipping-options`);
  if (option) await ask(cart, patch({ shippingOptionId: option.id }));
  const placed = await ask<Placed>(`${cart}/checkout`, {
    ...post({ paymentProvider: 'stripe' }),
    headers: { 'Idempotency-Key': crypto.randomUUID() },
  });
  await confirm(placed);
  const deadline = Date.now() + PAID_MS;
  for (;;) {
    const headers = { 'X-Order-Token': placed.orderToken };
    const order = await ask<{ paymentStatus: string }>(`/orders/${placed.order.id}`, { headers });
    if (order.paymentStatus === 'paid') return;
    if (Date.now() > deadline) throw new Error(`The order is ${order.paymentStatus}, not paid`);
    await delay(200);
  }
}

async function confirm({ payment }: Placed): Promise<void> {
  const [intent] = payment.clientSecret.split('_secret_');
  const answer = await fetch(`${payment.apiBase}/v1/payment_intents/${intent}/confirm`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${payment.publishableKey}` },
    body: new URLSearchParams({
      client_secret: payment.clientSecret,
      payment_method: 'pm_card_visa',
      return_url: 'https://shop.example/thanks',
    }),
  });
  if (!answer.ok) throw new Error(`The payment was refused: ${await answer.text()}`);
}

const post = (body: object) => ({ method: 'POST', body: JSON.stringify(body) });
const patch = (body: object) => ({ method: 'PATCH', body: JSON.stringify(body) });
