import { z } from 'zod';
import { integer, list, oneOf, url } from '../parsers.ts';
import { documentation } from './variableDoc.ts';

/** The Stripe account and how it is called. */
export const stripe = {
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_(test|live)_\w+$/, 'must look like sk_test_…, sk_live_… or rk_…')
    .optional()
    .register(documentation, {
      group: 'Stripe',
      description: 'Unset: a local sandbox that speaks Stripe’s API.',
      default: 'embedded; none in production',
      example: 'sk_live_51Nxyz',
      secret: true,
    }),
  STRIPE_PUBLISHABLE_KEY: z
    .string()
    .regex(/^pk_(test|live)_\w+$/, 'must look like pk_test_… or pk_live_…')
    .optional()
    .register(documentation, {
      group: 'Stripe',
      description: 'Given to storefronts. Needed with STRIPE_SECRET_KEY.',
      example: 'pk_live_51Nxyz',
    }),
  STRIPE_WEBHOOK_SECRET: list()
    .refine(
      (values) => values.length > 0 && values.every((value) => /^whsec_\S+$/.test(value)),
      'must be one or several whsec_… values, separated by commas',
    )
    .optional()
    .register(documentation, {
      group: 'Stripe',
      description:
        'Signing secret of the webhook endpoint. Several, separated by commas, during a rotation. Needed with STRIPE_SECRET_KEY.',
      example: 'whsec_8fxyz',
      secret: true,
    }),
  STRIPE_API_BASE: url('http:', 'https:').optional().register(documentation, {
    group: 'Stripe',
    description: 'Another host that speaks Stripe’s API.',
    default: 'Stripe itself',
    example: 'http://127.0.0.1:12111',
  }),
  STRIPE_CAPTURE_METHOD: oneOf('automatic', 'manual').default('automatic').register(documentation, {
    group: 'Stripe',
    description:
      'automatic captures a payment when it is authorized; manual leaves it authorized until staff capture it, within a week.',
    default: 'automatic',
    example: 'manual',
  }),
  STRIPE_TIMEOUT_MS: integer(100, 120_000).default(10_000).register(documentation, {
    group: 'Stripe',
    description: 'How long one call to Stripe may take.',
    default: '10000',
    example: '20000',
  }),
  STRIPE_BREAKER_RESET_MS: integer(10, 600_000).default(10_000).register(documentation, {
    group: 'Stripe',
    description:
      'How long the circuit breaker stays open after most calls to Stripe have failed, before one call probes it.',
    default: '10000',
    example: '30000',
  }),
};
