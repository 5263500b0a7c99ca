import type { RemoteProvider } from '../../../ports/paymentProvider.ts';
import { ProviderUnavailable } from '../../../ports/paymentProviderErrors.ts';
import { creditProvider, manualProvider, noneProvider } from './local.ts';
import type { PaymentProvider, ProviderName } from './provider.ts';

const localProviders = [manualProvider, creditProvider, noneProvider];

const NAME = /^[a-z][a-z0-9_]*$/;

export type ProviderRegistry = ReturnType<typeof createProviderRegistry>;

/**
 * All ways to pay, by their names.
 * @throws for a name that is taken, or in no form for an address.
 */
export function createProviderRegistry(remotes: readonly RemoteProvider[]) {
  const all = [...remotes.map(providerOf), ...localProviders];
  const providers = new Map(all.map((provider) => [provider.name, provider]));
  const names = all.map(({ name }) => name);
  const wrong = names.find((name, index) => !NAME.test(name) || names.indexOf(name) !== index);
  if (wrong !== undefined) throw new Error(`"${wrong}" is no name for one more payment provider`);

  function get(name: ProviderName): PaymentProvider {
    const provider = providers.get(name);
    if (provider) return provider;
    const message = `This shop has no payment provider "${name}" now`;
    throw new ProviderUnavailable(message, { cause: undefined, isAnswered: false });
  }

  return {
    remotes,

    /**
     * In the order in which refunds use them: what was paid outside of the shop goes back by the same
     * way first, and credit is what a shopper is left with last.
     */
    names,

    /**
     * @throws {ProviderUnavailable} for one that the shop had once and has no longer: its payments
     *   wait until it is there again.
     */
    get,

    /** @throws {ProviderUnavailable} as {@link get} does. */
    remoteOf: (name: ProviderName): RemoteProvider | undefined => get(name).remote,

    /** Whether its payments happen outside of the shop; also of one that the shop has no longer. */
    isRemote: (name: ProviderName): boolean => !localProviders.some((local) => local.name === name),
  };
}

/** The order waits until the provider says that it is paid. */
function providerOf(remote: RemoteProvider): PaymentProvider {
  return {
    name: remote.name,
    placement: {
      order: 'pending',
      orderPayment: 'unpaid',
      payment: 'pending',
      reason: 'placed',
    },
    chargeable: (total) => remote.chargeable(total),
    remote,
  };
}
