import { once } from 'node:events';
import { createServer } from 'node:http';
import { Stripe } from 'stripe';
import type { SandboxOptions } from '../../src/server.ts';

export const WEBHOOK_SECRET = 'whsec_receiver';

/** A webhook endpoint that keeps correctly signed events. */
export interface Receiver {
  options: SandboxOptions;
  url: string;
  events: Stripe.Event[];
  types(): string[];
  /** Statuses to answer the next deliveries with; 200 after that. */
  answers: number[];
  /** Deliveries with a wrong signature. */
  rejected: number;
}

const open: (() => Promise<void>)[] = [];

export async function openReceiver(secret = WEBHOOK_SECRET): Promise<Receiver> {
  const stripe = new Stripe('sk_test_unused');
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      const status = receiver.answers.shift() ?? 200;
      try {
        const event = await stripe.webhooks.constructEventAsync(
          Buffer.concat(chunks),
          String(request.headers['stripe-signature']),
          secret,
        );
        if (status < 300) receiver.events.push(event);
        response.writeHead(status).end();
      } catch {
        receiver.rejected += 1;
        response.writeHead(400).end();
      }
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('No port');
  const url = `http://127.0.0.1:${address.port}/hook`;
  const receiver: Receiver = {
    options: { webhookUrl: url, webhookSecret: secret },
    url,
    events: [],
    types: () => receiver.events.map((event) => event.type),
    answers: [],
    rejected: 0,
  };
  open.push(async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  });
  return receiver;
}

/** Closes what the test opened; for `afterEach`. */
export async function closeReceivers(): Promise<void> {
  for (const close of open.splice(0)) await close();
}
