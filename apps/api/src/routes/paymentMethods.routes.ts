import { z } from 'zod';
import { MAX_PAYMENT_METHODS } from '../domains/paymentMethods.limits.ts';
import { defineRoutes } from '../kernel/route.ts';
import {
  paymentMethodParamsSchema,
  paymentMethodPatchSchema,
  paymentMethodSetupSchema,
  savedPaymentMethodSchema,
  savePaymentMethodSchema,
  startSetupSchema,
} from '../validators/paymentMethods.validator.ts';

const common = { tag: 'My account', cache: 'private' } as const;
const mine = { ...common, permission: 'paymentMethods:write:own' } as const;

const theCard = { description: 'The saved card.', schema: savedPaymentMethodSchema } as const;

/** A customer's saved cards. */
export const paymentMethodRoutes = defineRoutes({
  listSavedPaymentMethods: {
    ...common,
    method: 'get',
    path: '/me/payment-methods',
    summary: 'List my saved cards',
    description: `Newest first, at most ${MAX_PAYMENT_METHODS}. Pay with one by the \`paymentMethodId\` of a checkout.`,
    permission: 'paymentMethods:read:own',
    request: {},
    responses: {
      200: { description: 'The saved cards.', schema: z.array(savedPaymentMethodSchema) },
    },
    errors: [],
  },
  startPaymentMethodSetup: {
    ...mine,
    method: 'post',
    path: '/me/payment-methods/setup',
    summary: 'Begin to save a card',
    description:
      'Keeps what the customer agreed to, and opens the provider’s form: confirm the setup in the browser with the `clientSecret`, then save the card with `POST /me/payment-methods`. A setup that is not finished within a day is forgotten.',
    // Each call opens a form of its provider; its secret is not kept.
    idempotency: 'none',
    request: { body: startSetupSchema },
    responses: { 201: { description: 'The setup.', schema: paymentMethodSetupSchema } },
    errors: [
      'payment_method_limit_exceeded',
      'payment_provider_unavailable',
      'payment_failed',
      'service_unavailable',
    ],
  },
  savePaymentMethod: {
    ...mine,
    method: 'post',
    path: '/me/payment-methods',
    summary: 'Save a card',
    description:
      'Saves the card of a setup that the browser has confirmed; the provider is asked whether it was. A second request answers with the same card, and a provider’s webhook saves it too. The first card is the default. A card that was saved before is replaced by this setup, and its consent with it.',
    // A setup is saved once, and the provider is asked outside of any transaction.
    idempotency: 'none',
    request: { body: savePaymentMethodSchema },
    responses: { 200: theCard },
    errors: ['not_found', 'state_conflict', 'payment_failed', 'service_unavailable'],
  },
  updateSavedPaymentMethod: {
    ...mine,
    method: 'patch',
    path: '/me/payment-methods/:paymentMethodId',
    summary: 'Make a saved card the default',
    description: 'One is: the earlier one ceases to be.',
    request: { params: paymentMethodParamsSchema, body: paymentMethodPatchSchema },
    responses: { 200: theCard },
    errors: ['not_found'],
  },
  removeSavedPaymentMethod: {
    ...mine,
    method: 'delete',
    path: '/me/payment-methods/:paymentMethodId',
    summary: 'Remove a saved card',
    description:
      'Answers with the card as it was. It is gone from the list at once, and detached at the provider a moment later. After the default, the newest card that is left is the default.',
    request: { params: paymentMethodParamsSchema },
    responses: { 200: { description: 'The card as it was.', schema: savedPaymentMethodSchema } },
    errors: ['not_found'],
  },
});
