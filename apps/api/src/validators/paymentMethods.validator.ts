import { z } from 'zod';
import { methodUsages } from '../domains/paymentMethods.enums.ts';
import { providerSchema } from './payments.validator.ts';
import { idSchema, timestampSchema } from './shared.validator.ts';

export const paymentMethodParamsSchema = z.object({ paymentMethodId: idSchema('paymentMethod') });

const usageSchema = z.enum(methodUsages).meta({
  description:
    'What the customer agreed to: `on_session`, to pay with the card when present; `off_session`, that the shop may charge it also without the customer.',
});

const version = z.string().min(1).max(100);
const text = z.string().min(1).max(2000);

export const startSetupSchema = z.strictObject({
  consent: z.strictObject({
    version: version.meta({ description: 'Of the text.', example: 'cards-2026-12' }),
    text: text.meta({
      description: 'What the customer was shown and has ticked, in the language it was shown in.',
      example: 'Save this card for my next orders.',
    }),
    usage: usageSchema.default('on_session'),
  }),
});

const setupIntentIdSchema = z
  .string()
  .regex(/^\w{1,255}$/)
  .meta({ description: 'The provider’s id of the setup.', example: 'seti_1Pgc6T2eZvKYlo2C' });

export const paymentMethodSetupSchema = z
  .object({
    setupIntentId: setupIntentIdSchema,
    provider: providerSchema,
    clientSecret: z.string().optional().meta({
      description: 'Confirms the setup in the browser. It is shown once.',
    }),
    redirectUrl: z.string().optional().meta({
      description: 'Instead of a secret: the page of the provider to go to.',
    }),
    publishableKey: z.string().optional().meta({ description: "For the provider's form." }),
    apiBase: z.string().optional().meta({
      description: 'Only with the local sandbox: its address.',
    }),
  })
  .meta({ id: 'PaymentMethodSetup', description: 'With what a browser saves a card.' });

export const savePaymentMethodSchema = z.strictObject({ setupIntentId: setupIntentIdSchema });

export const paymentMethodPatchSchema = z.strictObject({ isDefault: z.boolean() });

export const savedPaymentMethodSchema = z
  .object({
    id: idSchema('paymentMethod'),
    provider: providerSchema,
    brand: z.string().meta({ example: 'visa' }),
    last4: z.string().meta({ description: 'The last digits of its number.', example: '4242' }),
    expiryMonth: z.int().min(1).max(12),
    expiryYear: z.int(),
    isDefault: z.boolean(),
    consent: z
      .object({ version, text, usage: usageSchema, at: timestampSchema })
      .meta({ description: 'What the customer agreed to, and when.' }),
    createdAt: timestampSchema,
  })
  .meta({
    id: 'SavedPaymentMethod',
    description: 'A card that is saved at the payment provider, which alone has its number.',
  });
