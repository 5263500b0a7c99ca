import { z } from 'zod';
import type { ZodOpenApiOperationObject } from 'zod-openapi';
import type { Examples } from './examples.ts';
import { problems } from './problems.ts';

const eventSchema = z.looseObject({}).meta({
  id: 'ProviderEvent',
  description: 'An event as the API of its provider describes it.',
});

/**
 * The webhooks are mounted before the JSON parser and are no ordinary routes, so they are described
 * here.
 */
export function providerWebhookOperation(examples: Examples): ZodOpenApiOperationObject {
  const recorded = examples['receiveProviderEvent'];
  return {
    operationId: 'receiveProviderEvent',
    summary: 'Receive an event from a payment provider',
    description:
      'Called by payment providers. Register `/webhooks/stripe` as the webhook endpoint at Stripe and give its secret to the shop (`STRIPE_WEBHOOK_SECRET`). The signature, in a header of the provider’s (`Stripe-Signature`), is verified over the raw body; the event is stored and processed by a job, so a second delivery changes nothing. After any answer but 200, the provider delivers the event again; Stripe does so for up to three days.',
    tags: ['Webhooks'],
    security: [],
    externalDocs: {
      url: 'https://docs.stripe.com/webhooks',
      description: 'Webhooks in Stripe’s documentation.',
    },
    requestParams: {
      path: z.object({
        provider: z.string().meta({ description: 'The name of the provider.', example: 'stripe' }),
      }),
      header: z.object({
        'stripe-signature': z
          .string()
          .optional()
          .meta({ description: "Stripe's signature: `t=…,v1=…`." }),
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
          'route_not_found',
          'payload_too_large',
          'unsupported_media_type',
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
