import type { CaptureMethod } from '../../domains/payments.enums.ts';
import type { BrowserAccess, RemoteProvider } from '../../ports/paymentProvider.ts';
import type { StripeGateway } from '../stripe.ts';
import { chargeable, maximumCharge, minimumCharge } from './amounts.ts';
import { providerDisputes } from './providerDisputes.ts';
import { providerPayments } from './providerPayments.ts';
import { providerRefunds } from './providerRefunds.ts';
import { providerSavedMethods } from './providerSavedMethods.ts';
import { providerSetup, type StripeKeys } from './providerSetup.ts';
import { providerWebhook } from './providerWebhook.ts';

interface StripeProviderOptions {
  /** By which the shop knows its payments on an account that it shares with others. */
  readonly shopMark: string;
  readonly captureMethod: CaptureMethod;
  readonly browser: BrowserAccess;
  readonly keys: StripeKeys;
}

/** Cards and whatever else is switched on in Stripe's dashboard. */
export function createStripeProvider(
  stripe: StripeGateway,
  { shopMark, captureMethod, browser, keys }: StripeProviderOptions,
): RemoteProvider {
  return {
    name: 'stripe',
    captureMethod,
    chargeable,
    minimum: minimumCharge,
    maximum: maximumCharge,
    webhook: providerWebhook(stripe),
    disputes: providerDisputes(stripe),
    savedMethods: providerSavedMethods(stripe),
    browserAccess: () => browser,
    clientSession: (clientSecret) => ({ clientSecret, ...browser }),
    setup: (use) => providerSetup(keys, use),
    ...providerPayments(stripe, shopMark),
    ...providerRefunds(stripe),
  };
}
