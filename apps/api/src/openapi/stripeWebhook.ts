import { z } from 'zod';
import type { ZodOpenApiOperationObject } from 'zod-openapi';
import { problemResponse } from './operation.ts';

/** Stripe's webhook is mounted before the JSON parser and so is no ordinary route; here is its description. */
export const stripeWebhookOperation: ZodOpenApiOperationObject = {
  operationId: 'receiveStripeEvent',
  summary: 'Receive an event from Stripe',
  description:
    'Called by Stripe alone. The signature is checked over the raw body; the event is kept and processed by a job, so a second delivery changes nothing.',
  tags: ['Webhooks'],
  security: [],
  requestParams: {
    header: z.object({
      'stripe-signature': z.string().meta({
        description: "Stripe's signature: `t=…,v1=…`.",
        example: 't=1700000000,v1=5257a869e7ecebeda32affa62cdca3fa51cad7e77a0e56ff536d0ce8e108d8bd',
      }),
    }),
  },
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: z
          .looseObject({ id: z.string(), type: z.string() })
          .meta({ id: 'StripeEvent', description: "An event as Stripe's API describes it." }),
      },
    },
  },
  responses: {
    '200': {
      description: 'The event is kept.',
      content: { 'application/json': { schema: z.object({ received: z.literal(true) }) } },
    },
    '400': problemResponse(['invalid_signature', 'malformed_json', 'validation_failed']),
    '413': problemResponse(['payload_too_large']),
    '500': problemResponse(['internal_error']),
    '503': problemResponse(['service_unavailable']),
  },
};
