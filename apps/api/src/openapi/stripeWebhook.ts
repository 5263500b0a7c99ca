import { z } from 'zod';
import type { ZodOpenApiOperationObject } from 'zod-openapi';
import type { Examples } from './examples.ts';
import { problems } from './problems.ts';

const eventSchema = z.looseObject({ id: z.string(), type: z.string() }).meta({
  id: 'StripeEvent',
  description: "An event as Stripe's API describes it; the shop reads its id, type and object.",
});

/**
 * Stripe's webhook is mounted before the JSON parser and is no ordinary route, so it is described
 * here.
 */
export function stripeWebhookOperation(examples: Examples): ZodOpenApiOperationObject {
  const recorded = examples['receiveStripeEvent'];
  return {
    operationId: 'receiveStripeEvent',
    summary: 'Receive an event from Stripe',
    description:
      'Called by Stripe. Register this address as the webhook endpoint at Stripe and give its secret to the shop (`STRIPE_WEBHOOK_SECRET`). The signature is verified over the raw body; the event is stored and processed by a job, so a second delivery changes nothing. After any answer but 200, Stripe delivers the event again, for up to three days.',
    tags: ['Webhooks'],
    security: [],
    externalDocs: {
      url: 'https://docs.stripe.com/webhooks',
      description: 'Webhooks in Stripe’s documentation.',
    },
    requestParams: {
      header: z.object({
        'stripe-signature': z.string().meta({ description: "Stripe's signature: `t=…,v1=…`." }),
      }),
    },
    requestBody: {
      required: true,
      content: {
        'application/json': { schema: eventSchema, example: recorded?.request.body },
      },
    },
    responses: {
      '200': {
        description: 'The event is stored.',
        content: {
          'application/json': {
            schema: z.object({ received: z.literal(true) }),
            example: recorded?.response.body,
          },
        },
      },
      ...problems(
        [
          'invalid_signature',
          'malformed_json',
          'validation_failed',
          'payload_too_large',
          'expectation_failed',
          'rate_limited',
          'internal_error',
          'service_unavailable',
        ],
        recorded?.problems,
      ),
    },
  };
}
