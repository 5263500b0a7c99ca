import { z } from 'zod';
import type { ZodOpenApiOperationObject } from 'zod-openapi';
import type { Examples } from './examples.ts';
import { problems } from './problems.ts';

const eventSchema = z.looseObject({ id: z.string(), type: z.string() }).meta({
  id: 'StripeEvent',
  description: "An event as Stripe's API describes it; the shop reads its id, type and object.",
});

/** Stripe's webhook is mounted before the JSON parser and so is no ordinary route; here is its description. */
export function stripeWebhookOperation(examples: Examples): ZodOpenApiOperationObject {
  const recorded = examples['receiveStripeEvent'];
  return {
    operationId: 'receiveStripeEvent',
    summary: 'Receive an event from Stripe',
    description:
      'Called by Stripe alone: give this address to Stripe as the webhook endpoint, and its secret to the shop (`STRIPE_WEBHOOK_SECRET`). The signature is checked over the raw body; the event is kept and processed by a job, so a second delivery changes nothing. Anything but a 200 has Stripe deliver it again, for up to three days.',
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
        description: 'The event is kept.',
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
