import { sleep } from 'k6';
import exec from 'k6/execution';
import http from 'k6/http';
import { judge, take } from './step.js';

const LOOPBACK = /^http:\/\/(127\.\d+\.\d+\.\d+|localhost|\[::1\])(:\d+)?$/;
const PATIENCE_MS = 30_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 800;

/**
 * Confirms a payment as Stripe.js does in a browser, only at a sandbox on this machine: Stripe forbids
 * load tests of its API.
 * @returns whether it has succeeded.
 */
export function confirm({ clientSecret, publishableKey, apiBase }) {
  if (!LOOPBACK.test(apiBase)) {
    exec.test.abort(
      `This shop is paid at ${apiBase ?? 'Stripe itself'}, which is no local sandbox`,
    );
  }
  const [intent] = clientSecret.split('_secret_');
  const answer = http.post(
    `${apiBase}/v1/payment_intents/${intent}/confirm`,
    {
      client_secret: clientSecret,
      payment_method: 'pm_card_visa',
      return_url: 'https://shop.example/thanks',
    },
    {
      headers: { Authorization: `Bearer ${publishableKey}` },
      tags: { name: 'confirm at Stripe' },
      timeout: '15s',
    },
  );
  const judged = judge('confirm at Stripe', answer, {
    status: 200,
    holds: { succeeds: ({ status }) => status === 'succeeded' },
  });
  return judged !== undefined;
}

/**
 * Polls the order with growing delays until it is paid, as the confirmation page of a storefront does.
 * @returns the milliseconds that it took, or undefined after the time limit.
 */
export function untilPaid({ order, orderToken }) {
  const started = Date.now();
  let pauseMs = FIRST_PAUSE_MS;
  while (Date.now() - started < PATIENCE_MS) {
    const read = take('order', {
      path: `/api/v1/orders/${order.id}`,
      headers: { 'X-Order-Token': orderToken },
      holds: {
        'is the order that was placed': ({ data }) =>
          data.id === order.id && data.totals.total.amount === order.totals.total.amount,
      },
    });
    if (read?.body.data.paymentStatus === 'paid') return Date.now() - started;
    sleep(pauseMs / 1000);
    pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
  }
  return undefined;
}
