import type { ShippingRateKind } from '../../domains/shipping.enums.ts';

export interface RateRow {
  currency: string;
  minGrams: number;
  maxGrams: number | null;
  /** Minor units. */
  amount: number;
}
export interface OptionRow {
  id: string;
  zoneId: string;
  name: string;
  description: string;
  kind: ShippingRateKind;
  position: number;
  active: boolean;
  rates: RateRow[];
}
export interface ZoneRow {
  id: string;
  name: string;
  countries: string[];
}
export interface TaxRateRow {
  id: string;
  country: string;
  region: string;
  name: string;
  ratePpm: number;
  inclusive: boolean;
  taxesShipping: boolean;
}
export interface LocationRow {
  id: string;
  handle: string;
  name: string;
  priority: number;
}

/** All of it. */
export interface CurrentSetup {
  zones: ZoneRow[];
  options: OptionRow[];
  taxRates: TaxRateRow[];
  locations: LocationRow[];
}
