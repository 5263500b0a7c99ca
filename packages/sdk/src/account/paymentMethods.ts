import { unwrap, type Api } from '../api.ts';
import { initOf, type CallOptions, type PostOptions } from '../callOptions.ts';
import type { components, operations } from '../generated/schema.ts';

type Schemas = components['schemas'];
type SetupBody =
  operations['startPaymentMethodSetup']['requestBody']['content']['application/json'];

export type SavedPaymentMethod = Schemas['SavedPaymentMethod'];
/** What Stripe.js needs to save a card. */
export type PaymentMethodSetup = Schemas['PaymentMethodSetup'];
/** The text that the shopper has ticked, with its version. */
export type CardConsent = SetupBody['consent'];

/** The saved cards of a customer whose address is verified. A checkout pays with one by `paymentMethodId`. */
export function createPaymentMethods(api: Api) {
  const target = (paymentMethodId: string) => ({ params: { path: { paymentMethodId } } });

  return {
    /** Newest first. */
    async list(options: CallOptions = {}): Promise<SavedPaymentMethod[]> {
      return (await unwrap(api.GET('/api/v1/me/payment-methods', initOf(options)))).data;
    },

    /**
     * Begins to save a card: confirm the setup in the browser with its `clientSecret`, then `save`.
     * @throws {CartwrightProblem} payment_method_limit_exceeded, payment_provider_unavailable
     */
    async setup(consent: CardConsent, options: PostOptions = {}): Promise<PaymentMethodSetup> {
      const init = { body: { consent }, ...initOf(options) };
      return (await unwrap(api.POST('/api/v1/me/payment-methods/setup', init))).data;
    },

    /** Saves the card of a confirmed setup. The first one is the default. */
    async save(setupIntentId: string, options: PostOptions = {}): Promise<SavedPaymentMethod> {
      const init = { body: { setupIntentId }, ...initOf(options) };
      return (await unwrap(api.POST('/api/v1/me/payment-methods', init))).data;
    },

    async setDefault(
      paymentMethodId: string,
      options: CallOptions = {},
    ): Promise<SavedPaymentMethod> {
      const init = { ...target(paymentMethodId), body: { isDefault: true }, ...initOf(options) };
      return (await unwrap(api.PATCH('/api/v1/me/payment-methods/{paymentMethodId}', init))).data;
    },

    async remove(paymentMethodId: string, options: CallOptions = {}): Promise<void> {
      const init = { ...target(paymentMethodId), ...initOf(options) };
      await unwrap(api.DELETE('/api/v1/me/payment-methods/{paymentMethodId}', init));
    },
  };
}
