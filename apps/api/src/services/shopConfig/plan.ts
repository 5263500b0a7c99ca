import { newId, type IdKind } from '../../kernel/ids.ts';
import type { DesiredSetup } from './desired.ts';
import { locationFacts, optionFacts, taxRateFacts, zoneFacts, type Facts } from './facts.ts';
import type { CurrentSetup, LocationRow, OptionRow, TaxRateRow, ZoneRow } from './rows.ts';

/** One difference between the shop and the file, in words for people. */
export interface Change {
  action: 'add' | 'change' | 'remove' | 'keep';
  what: 'shipping zone' | 'shipping option' | 'tax rate' | 'location';
  name: string;
  details: string[];
}

/** The writes to one table. */
interface TablePlan<Row> {
  put: Row[];
  remove: Row[];
  changes: Change[];
}

/** Everything that makes the shop as the file says, and how to say so. */
export interface Plan {
  zones: TablePlan<ZoneRow>;
  options: TablePlan<OptionRow>;
  taxRates: TablePlan<TaxRateRow>;
  locations: TablePlan<LocationRow>;
}

/** How rows of a table are matched and described. */
interface Kind<Row> {
  what: Change['what'];
  id: IdKind;
  /** By what a row of the shop and one of the file are the same. */
  keyOf: (row: Row) => string;
  nameOf: (row: Row) => string;
  factsOf: (row: Row) => Facts;
}

/** Compares what is there with what is wanted. Nothing is read or written. */
export function planSetup(current: CurrentSetup, desired: DesiredSetup): Plan {
  const zones = compare(zoneKind, current.zones, desired.zones);
  const idOfZone = new Map(
    [...current.zones.toReversed(), ...zones.put].map(({ name, id }) => [name, id]),
  );
  const nameOfZone = new Map([...current.zones, ...zones.put].map(({ id, name }) => [id, name]));
  const options = desired.options?.map(({ zone, ...option }) => ({
    ...option,
    zoneId: idOfZone.get(zone) ?? '',
  }));
  return {
    zones,
    options: compare(optionKind(nameOfZone), current.options, options),
    taxRates: compare(taxRateKind, current.taxRates, desired.taxRates),
    locations: compare(locationKind, current.locations, desired.locations),
  };
}

/** Whether there is anything to write. */
export function isEmpty({ zones, options, taxRates, locations }: Plan): boolean {
  return [zones, options, taxRates, locations].every(
    ({ put, remove }) => put.length === 0 && remove.length === 0,
  );
}

const zoneKind: Kind<Omit<ZoneRow, 'id'>> = {
  what: 'shipping zone',
  id: 'zone',
  keyOf: ({ name }) => name,
  nameOf: ({ name }) => name,
  factsOf: zoneFacts,
};

const optionKind = (nameOfZone: ReadonlyMap<string, string>): Kind<Omit<OptionRow, 'id'>> => ({
  what: 'shipping option',
  id: 'shippingOption',
  keyOf: ({ zoneId, name }) => `${zoneId} ${name}`,
  nameOf: ({ zoneId, name }) => `${nameOfZone.get(zoneId) ?? zoneId} / ${name}`,
  factsOf: optionFacts,
});

const taxRateKind: Kind<Omit<TaxRateRow, 'id'>> = {
  what: 'tax rate',
  id: 'taxRate',
  keyOf: ({ country, region }) => `${country} ${region}`,
  nameOf: ({ country, region }) => (region === '' ? country : `${country}-${region}`),
  factsOf: taxRateFacts,
};

const locationKind: Kind<Omit<LocationRow, 'id'>> = {
  what: 'location',
  id: 'location',
  keyOf: ({ handle }) => handle,
  nameOf: ({ handle }) => handle,
  factsOf: locationFacts,
};

function compare<Wanted extends object>(
  kind: Kind<Wanted>,
  current: readonly (Wanted & { id: string })[],
  desired: readonly Wanted[] | undefined,
): TablePlan<Wanted & { id: string }> {
  if (desired === undefined) return { put: [], remove: [], changes: [] };
  const unmatched = new Set(current);
  const rows = desired.map((wanted) => {
    const found = [...unmatched].find((row) => kind.keyOf(row) === kind.keyOf(wanted));
    if (found) unmatched.delete(found);
    return { row: { ...wanted, id: found?.id ?? newId(kind.id) }, found };
  });
  const differing = rows
    .map(({ row, found }) => ({ row, found, details: differences(kind.factsOf, row, found) }))
    .filter(({ found, details }) => !found || details.length > 0);
  const remove = [...unmatched];
  const change = (action: Change['action'], row: Wanted, details: string[]): Change => ({
    action,
    what: kind.what,
    name: kind.nameOf(row),
    details,
  });
  return {
    put: differing.map(({ row }) => row),
    remove,
    changes: [
      ...differing.map(({ row, found, details }) => change(found ? 'change' : 'add', row, details)),
      ...remove.map((row) => change('remove', row, [])),
    ],
  };
}

function differences<Row>(
  factsOf: (row: Row) => Facts,
  row: Row,
  found: Row | undefined,
): string[] {
  const wanted = factsOf(row);
  if (!found) return Object.entries(wanted).map(([about, text]) => `${about}: ${text}`);
  const before = factsOf(found);
  const abouts = [...new Set([...Object.keys(before), ...Object.keys(wanted)])];
  return abouts
    .filter((about) => before[about] !== wanted[about])
    .map((about) => `${about}: ${before[about] ?? 'none'} → ${wanted[about] ?? 'none'}`);
}
