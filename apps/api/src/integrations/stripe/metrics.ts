import { Counter, Gauge, type Registry } from 'prom-client';
import { breakerStates, type BreakerOptions, type BreakerState } from './breaker.ts';

interface ProviderMetrics {
  readonly registry: Registry;
  /** The events of every provider. */
  readonly providerEvents: Counter<'provider' | 'outcome'>;
}

/**
 * Adds the process's figures of Stripe to its metrics, by the names that dashboards know.
 * @returns what the breaker reports to.
 */
export function watchStripe({
  registry,
  providerEvents,
}: ProviderMetrics): Required<Pick<BreakerOptions, 'onChange' | 'onCall'>> {
  const registers = [registry];
  addEvents(registers, providerEvents);
  const calls = new Counter({
    name: 'stripe_calls_total',
    help: 'Calls to Stripe, by outcome: answered (refusals too), failed (no answer or 5xx), not_sent (breaker open).',
    labelNames: ['outcome'],
    registers,
  });
  const breaker = new Gauge({
    name: 'stripe_breaker_state',
    help: 'Processes whose circuit breaker around Stripe is in this state.',
    labelNames: ['state'],
    registers,
  });
  const onChange = (state: BreakerState) => {
    for (const one of breakerStates) breaker.set({ state: one }, one === state ? 1 : 0);
  };
  onChange('closed');
  return { onChange, onCall: (outcome) => calls.inc({ outcome }) };
}

/** Stripe's part of the providers' events. */
function addEvents(registers: Registry[], providerEvents: ProviderMetrics['providerEvents']) {
  new Counter({
    name: 'stripe_events_total',
    help: "Events of Stripe's that were looked at, by outcome, as in payment_provider_events_total.",
    labelNames: ['outcome'],
    registers,
    async collect() {
      const { values } = await providerEvents.get();
      this.reset();
      for (const { labels, value } of values) {
        const { provider, outcome } = labels;
        if (provider === 'stripe' && outcome !== undefined) this.inc({ outcome }, value);
      }
    },
  });
}
