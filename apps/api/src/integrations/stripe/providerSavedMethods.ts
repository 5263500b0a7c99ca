import { ProviderRefusal } from '../../ports/paymentProviderErrors.ts';
import type { ProviderSavedMethods, RemoteMethod } from '../../ports/providerSavedMethods.ts';
import type { StripeGateway } from '../stripe.ts';
import { byJob, eachInProviderErrors, optionsFor, toProviderErrors } from './providerErrors.ts';

type Card = Awaited<ReturnType<StripeGateway['retrieveCard']>>;

/** Cards that Stripe keeps for a customer. */
export function providerSavedMethods(stripe: StripeGateway): ProviderSavedMethods {
  return {
    startSetup: ({ id, attempt, customerId, remoteCustomerId, usage }, retryPolicy) =>
      toProviderErrors(async () => {
        if (remoteCustomerId === undefined) {
          throw new ProviderRefusal('A card is saved for a customer of Stripe alone');
        }
        const setup = { customerId, customer: remoteCustomerId, usage };
        const made = await stripe.createSetup(
          { ...setup, idempotencyKey: `${id}:${attempt}` },
          optionsFor(retryPolicy),
        );
        return { setupId: made.id, clientSecret: made.clientSecret };
      }),
    retrieveSetup: (id, retryPolicy) =>
      toProviderErrors(async () => {
        const setup = await stripe.retrieveSetup(id, optionsFor(retryPolicy));
        return {
          customerId: setup.metadata['customerId'],
          remoteCustomerId: setup.customer,
          methodId: setup.status === 'succeeded' ? setup.paymentMethod : null,
        };
      }),
    async *list(remoteCustomerId) {
      for await (const card of eachInProviderErrors(stripe.listCards(remoteCustomerId, byJob))) {
        yield toMethod(card);
      }
    },
    retrieve: (id, retryPolicy) =>
      toProviderErrors(async () =>
        toMethod(await stripe.retrieveCard(id, optionsFor(retryPolicy))),
      ),
    detach: (id) => toProviderErrors(() => stripe.detachCard(id, byJob)),
  };
}

function toMethod({ id, customer, ...card }: Card): RemoteMethod {
  return { providerId: id, remoteCustomerId: customer, ...card };
}
