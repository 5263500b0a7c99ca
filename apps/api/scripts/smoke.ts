import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Starts the built shop in an empty folder, buys something the way a browser would, and stops it.
 * Exits with 0 when the order is paid.
 */
const START_LIMIT_MS = 60_000;
const PAID_LIMIT_MS = 20_000;

const say = (line: string) => void process.stdout.write(`${line}\n`);

const dataDir = await mkdtemp(path.join(tmpdir(), 'cartwright-smoke-'));
const port = await freePort();
const base = `http://127.0.0.1:${port}`;
const entry = path.resolve(import.meta.dirname, '../dist/cluster.js');
const shop = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', entry], {
  env: {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    PORT: String(port),
    DATA_DIR: dataDir,
  },
  stdio: ['ignore', 'inherit', 'inherit'],
});

try {
  await ready();
  await buy();
} finally {
  shop.kill('SIGTERM');
  const [code] = shop.exitCode === null ? await once(shop, 'exit') : [shop.exitCode];
  say(`The shop ended with ${code}.`);
  if (code !== 0) process.exitCode = 1;
  await rm(dataDir, { recursive: true, force: true });
}

/** The members of the answers that this script reads. */
interface Product {
  title: string;
  variants: { id: string; available: boolean; price: { amount: number; currency: string } }[];
}
interface Order {
  id: string;
  number: string | number;
  status: string;
  paymentStatus: string;
  totals: { total: { amount: number; currency: string } };
}
interface Payment {
  clientSecret: string;
  publishableKey: string;
  apiBase: string;
}

async function ready(): Promise<void> {
  const started = Date.now();
  while (Date.now() - started < START_LIMIT_MS) {
    if (shop.exitCode !== null)
      throw new Error(`The shop ended with ${shop.exitCode} at the start`);
    const answer = await fetch(`${base}/health/ready`).catch(() => undefined);
    if (answer?.ok) return say(`Ready after ${Date.now() - started} ms.`);
    await delay(100);
  }
  throw new Error(`The shop was not ready within ${START_LIMIT_MS} ms`);
}

async function buy(): Promise<void> {
  const [product] = await call<Product[]>('GET', '/api/v1/products?inStock=true&limit=1');
  const variant = product?.variants.find(({ available }) => available);
  if (!product || !variant) throw new Error('There is nothing to buy');
  say(`A product: ${product.title}, ${variant.price.amount} ${variant.price.currency}.`);

  const address = {
    firstName: 'Ada',
    lastName: 'Lovelace',
    line1: '12 Analytical Row',
    city: 'Portland',
    region: 'OR',
    postalCode: '97201',
    country: 'US',
  };
  const cart = await call<{ id: string }>('POST', '/api/v1/carts', {
    items: [{ variantId: variant.id, quantity: 1 }],
  });
  const cartUrl = `/api/v1/carts/${cart.id}`;
  await call('PATCH', cartUrl, { email: 'ada@example.com', shippingAddress: address });
  const [option] = await call<{ id: string }[]>('GET', `${cartUrl}/shipping-options`);
  if (option) await call('PATCH', cartUrl, { shippingOptionId: option.id });

  const checkout = await call<{ order: Order; payment: Payment; orderToken: string }>(
    'POST',
    `${cartUrl}/checkout`,
    { paymentProvider: 'stripe' },
    { 'Idempotency-Key': crypto.randomUUID() },
  );
  const { order, payment, orderToken } = checkout;
  const { total } = order.totals;
  say(`Order ${order.number}: ${total.amount} ${total.currency}, ${order.paymentStatus}.`);

  await confirmAsABrowserWould(payment);
  const paid = await untilPaid(`/api/v1/orders/${order.id}`, { 'X-Order-Token': orderToken });
  say(`Order ${paid.number} is ${paid.status} and ${paid.paymentStatus}.`);
}

async function confirmAsABrowserWould(payment: Payment): Promise<void> {
  const intent = payment.clientSecret.split('_secret_')[0];
  const answer = await fetch(`${payment.apiBase}/v1/payment_intents/${intent}/confirm`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${payment.publishableKey}` },
    body: new URLSearchParams({
      client_secret: payment.clientSecret,
      payment_method: 'pm_card_visa',
      return_url: 'https://example.com/thanks',
    }),
  });
  if (!answer.ok) throw new Error(`The payment was refused: ${await answer.text()}`);
}

async function untilPaid(url: string, headers: Record<string, string>): Promise<Order> {
  const started = Date.now();
  while (Date.now() - started < PAID_LIMIT_MS) {
    const order = await call<Order>('GET', url, undefined, headers);
    if (order.paymentStatus === 'paid') return order;
    await delay(50);
  }
  throw new Error(`The order was not paid within ${PAID_LIMIT_MS} ms`);
}

/** Sends a request to the shop. @returns the answer's data. */
async function call<T>(
  method: string,
  url: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<T> {
  const answer = await fetch(base + url, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`);
  const { data } = (await answer.json()) as { data: T };
  return data;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}
