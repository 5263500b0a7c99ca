import { Stripe } from 'stripe';
import { webhookSecret, type SalesApp } from './salesApp.ts';

const stripe = new Stripe('sk_test_unused');

let events = 0;

/** The members of a Stripe event that the shop reads. */
export function eventOf(type: string, objectId: string, id = `evt_${++events}`): string {
  return JSON.stringify({ id, object: 'event', type, data: { object: { id: objectId } } });
}

/** A Stripe-Signature of the payload, of now unless `timestamp` (seconds) is given. */
export function signatureOf(payload: string, secret = webhookSecret, timestamp?: number): string {
  return stripe.webhooks.generateTestHeaderString({
    payload,
    secret,
    ...(timestamp !== undefined && { timestamp }),
  });
}

/** Delivers a payload as Stripe does, correctly signed unless a header is given. */
export function deliver(shop: SalesApp, payload: string, header = signatureOf(payload)) {
  return shop.api
    .post('/api/v1/webhooks/stripe')
    .set({ 'Content-Type': 'application/json', 'Stripe-Signature': header })
    .send(payload);
}

/** The event as the inbox has stored it. */
export const keptEvent = (shop: SalesApp, id: string) =>
  shop.ctx.db.prisma.providerEvent.findUnique({
    where: { provider_id: { provider: 'stripe', id } },
  });

/** Acts on a stored event, as its job does. */
export const processEvent = (
  { ctx, container }: Pick<SalesApp, 'ctx' | 'container'>,
  eventId: string,
) => container.services.webhooks.process(ctx, { provider: 'stripe', eventId });

/** The number of jobs of an event. */
export async function jobsOfEvent(shop: SalesApp, id: string): Promise<number> {
  const [row] = await shop.ctx.db.prisma.$queryRaw<{ jobs: number }[]>`
    SELECT count(*)::int AS jobs FROM graphile_worker._private_jobs WHERE payload->>'eventId' = ${id}`;
  return row?.jobs ?? 0;
}
