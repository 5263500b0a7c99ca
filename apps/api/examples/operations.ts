import { Client } from 'pg';
import { Stripe } from 'stripe';
import { demo } from '../src/config/demo.ts';
import type { Recorder } from './recorder.ts';
import { placeOrder, type Sale } from './shopper.ts';

interface Found {
  readonly id: string;
}

/** Workflows: a checkout that waits for its payer is resumed, and abandoned. */
export async function workflows(recorder: Recorder): Promise<void> {
  const { orderId } = await placeOrder(recorder);
  const query = { subject: orderId, kind: 'checkout', limit: 1 };
  const [workflow] = await recorder.record<Found[]>('listWorkflows', { query });
  const params = { workflowId: workflow?.id ?? '' };
  const act = (last: string, reason: string) => ({
    params,
    headers: { 'idempotency-key': `3c59dc04-8e88-4024-b4ce-1f1a2d4e6${last}` },
    body: { reason },
  });
  await recorder.record('getWorkflow', { params });
  await recorder.record('retryWorkflow', act('001', 'Stripe was down until noon'));
  await recorder.record('abandonWorkflow', act('002', 'The customer bought elsewhere'));
  await recorder.refused('retryWorkflow', 'state_conflict', act('003', 'Once more'));
  await recorder.refused('listWorkflows', 'invalid_cursor', { query: { cursor: 'eyJv' } });
}

/** Dead jobs, which this example has to create. */
export async function jobs(recorder: Recorder, databaseUrl: string, sale: Sale): Promise<void> {
  const [first = '', second = ''] = await makeDeadJobs(databaseUrl, sale.orderId);
  // The number of earlier jobs depends on timing.
  recorder.rename(first, '4211').rename(second, '4212');
  const reason = { reason: 'The mail server is back' };
  const call = (jobId: string) => ({ params: { jobId }, body: reason });
  await recorder.record('listJobs', { query: { state: 'dead', limit: 1 } });
  await recorder.record('getJob', { params: { jobId: first } });
  await recorder.record('discardJob', call(first));
  await recorder.record('retryJob', call(second));
  await recorder.refused('listJobs', 'invalid_cursor', { query: { cursor: 'eyJv' } });
}

async function makeDeadJobs(connectionString: string, orderId: string): Promise<string[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    // With a name that no worker runs, so that they do not change.
    const added = await client.query<{ id: string }>(
      `SELECT (graphile_worker.add_job('orders.mailReminder', json_build_object('orderId', $1::text))).id::text
         FROM generate_series(1, 2)`,
      [orderId],
    );
    const ids = added.rows.map(({ id }) => id);
    await client.query(
      `UPDATE graphile_worker._private_jobs
          SET attempts = max_attempts, last_error = 'connect ECONNREFUSED 127.0.0.1:1025'
        WHERE id = ANY($1::bigint[])`,
      [ids],
    );
    return ids;
  } finally {
    await client.end();
  }
}

/** Webhooks, health probes and the doctor. */
export async function machines(recorder: Recorder): Promise<void> {
  const event = {
    id: 'evt_3SVbzFKq1nA2b3c4',
    object: 'event',
    type: 'payment_intent.succeeded',
    data: { object: { id: 'pi_3SVbzFKq1nA2b3c4', object: 'payment_intent' } },
  };
  const payload = JSON.stringify(event);
  const signature = new Stripe('sk_test_unused').webhooks.generateTestHeaderString({
    payload,
    secret: demo.stripe.webhookSecret,
  });
  const params = { provider: 'stripe' };
  await recorder.record('receiveProviderEvent', {
    params,
    headers: { 'stripe-signature': signature },
    body: event,
  });
  await recorder.refused('receiveProviderEvent', 'invalid_signature', {
    params,
    headers: { 'stripe-signature': 't=1,v1=00' },
    body: event,
  });
  await recorder.refused('receiveProviderEvent', 'route_not_found', {
    params: { provider: 'unknown' },
    body: event,
  });
  await recorder.record('runDoctor');
  await recorder.record('getSetup');
  await recorder.record('getLiveness');
  await recorder.record('getReadiness');
}
