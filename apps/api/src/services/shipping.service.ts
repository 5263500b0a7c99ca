/** A band of a rate table: from `minGrams` to just below `maxGrams` (null is no upper end). */
interface ShippingBand {
  minGrams: number;
  maxGrams: number | null;
  amount: number;
}

/** An option that serves the cart's country, with its bands in the cart's currency. A flat rate is one band. */
export interface ShippingTariff {
  id: string;
  name: string;
  description: string;
  bands: readonly ShippingBand[];
}

/** An option and what it costs for one parcel, in minor units of the cart's currency. */
export interface ShippingQuote {
  id: string;
  name: string;
  description: string;
  amount: number;
}

/** The parcel to ship. */
interface Parcel {
  grams: number;
  requiresShipping: boolean;
}

export type ShippingService = ReturnType<typeof createShippingService>;

/** The rules of shipping. Zones, options and rates are tables; a cart's read brings those along that serve its country. */
export function createShippingService() {
  return {
    /** The parcel of these lines; what is not sent by post weighs nothing. */
    parcelOf(
      lines: readonly { quantity: number; weightGrams: number; requiresShipping: boolean }[],
    ): Parcel {
      const sent = lines.filter((line) => line.requiresShipping);
      return {
        grams: sent.reduce((sum, line) => sum + line.weightGrams * line.quantity, 0),
        requiresShipping: sent.length > 0,
      };
    },

    /** The rates that accept this parcel, each with its price; none when nothing needs shipping. */
    quotes(tariffs: readonly ShippingTariff[], parcel: Parcel): ShippingQuote[] {
      if (!parcel.requiresShipping) return [];
      return tariffs.flatMap(({ bands, ...option }) => {
        const band = bands.find((candidate) => holds(candidate, parcel.grams));
        return band ? [{ ...option, amount: band.amount }] : [];
      });
    },
  };
}

function holds({ minGrams, maxGrams }: ShippingBand, grams: number): boolean {
  return grams >= minGrams && (maxGrams === null || grams < maxGrams);
}
