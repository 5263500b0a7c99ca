import { done, open, type SetupStep } from '../../ports/setupStep.ts';
import type { SetupFacts } from './facts.ts';

const APPLY = 'in shop.config.yaml, and run npm run shop:apply';

interface Defaults {
  currency: string;
  country: string;
}

/** What the tables must hold: something to sell, a way to send it, and its tax. */
export function salesSteps(facts: SetupFacts, shop: Defaults): SetupStep[] {
  return [products(facts, shop), zone(facts, shop), option(facts, shop), tax(facts, shop)];
}

function products(facts: SetupFacts, { currency }: Defaults): SetupStep {
  const step = ['products', `Something to buy in ${currency}`] as const;
  if (facts.hasAvailable) return done(...step, 'There are available products with a price.');
  if (facts.hasPriced) {
    return open(...step, 'Nothing is in stock.', 'Import stock: npm run import -- FILE.csv');
  }
  return facts.hasActive
    ? open(
        ...step,
        `No product has a price in ${currency}, which DEFAULT_CURRENCY names.`,
        `Import prices in it (npm run import -- FILE.csv --currency ${currency}), or set DEFAULT_CURRENCY to the currency of the catalogue.`,
      )
    : open(
        ...step,
        'There is no product that is public.',
        'Import a catalogue: npm run import -- FILE.csv',
      );
}

function zone(facts: SetupFacts, { country }: Defaults): SetupStep {
  const step = ['shippingZone', `A shipping zone with ${country}`] as const;
  if (facts.zone !== null) return done(...step, `${country} is in the zone "${facts.zone}".`);
  if (facts.hasActive && !facts.isSent) return done(...step, 'Nothing that is sold is sent.');
  return open(
    ...step,
    `No zone has ${country}, which DEFAULT_COUNTRY names: nothing can be sent there.`,
    `Name ${country} in a zone of shippingZones ${APPLY}.`,
  );
}

function option(facts: SetupFacts, { currency, country }: Defaults): SetupStep {
  const step = ['shippingOption', `A shipping option for ${country} in ${currency}`] as const;
  if (facts.hasPricedOption) return done(...step, 'There is one, with a price.');
  if (facts.hasActive && !facts.isSent) return done(...step, 'Nothing that is sold is sent.');
  const message = facts.hasOption
    ? `No option of the zone has a price in ${currency}.`
    : `There is no option that serves ${country}.`;
  return open(...step, message, `Give the zone an option with prices in ${currency} ${APPLY}.`);
}

function tax({ ratePpm, hasRegionalRate }: SetupFacts, { country }: Defaults): SetupStep {
  const step = ['tax', `A tax rate for ${country}`] as const;
  if (ratePpm !== null) return done(...step, `The rate is ${ratePpm / 10_000} %.`);
  if (hasRegionalRate) return done(...step, `Regions of ${country} have rates.`);
  return open(
    ...step,
    `There is none: orders to ${country} carry no tax.`,
    `Write it into taxRates ${APPLY}. A shop that owes none says so with a rate of 0.`,
  );
}
