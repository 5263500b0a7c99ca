import type { OptionConfig, ShopConfig, ZoneConfig } from './schema.ts';
import type { LocationRow, OptionRow, RateRow, TaxRateRow, ZoneRow } from './rows.ts';

/**
 * The rows that a file describes, before they have ids. A part is undefined when the file does not
 * contain it.
 */
export interface DesiredSetup {
  zones: Omit<ZoneRow, 'id'>[] | undefined;
  options: (Omit<OptionRow, 'id' | 'zoneId'> & { zone: string })[] | undefined;
  taxRates: Omit<TaxRateRow, 'id'>[] | undefined;
  locations: Omit<LocationRow, 'id'>[] | undefined;
}

export function desiredBy({ shippingZones, taxRates, locations }: ShopConfig): DesiredSetup {
  return {
    zones: shippingZones?.map(({ name, countries }) => ({ name, countries })),
    options: shippingZones?.flatMap(optionsOf),
    taxRates: taxRates?.map(({ rate, ...row }) => ({ ...row, ratePpm: rate })),
    locations,
  };
}

function optionsOf(zone: ZoneConfig) {
  return zone.options.map((option, position) => ({
    zone: zone.name,
    name: option.name,
    description: option.description,
    active: option.active,
    kind: option.bands ? ('weight' as const) : ('flat' as const),
    position,
    rates: ratesOf(option),
  }));
}

/** A band reaches to the next one, and the last to `belowGrams` or without end. */
function ratesOf({ prices = {}, bands, belowGrams }: OptionConfig): RateRow[] {
  const all = bands ?? [{ fromGrams: 0, prices }];
  return all.flatMap((band, index) =>
    Object.entries(band.prices).map(([currency, amount]) => ({
      currency,
      amount,
      minGrams: band.fromGrams,
      maxGrams: all[index + 1]?.fromGrams ?? belowGrams ?? null,
    })),
  );
}
