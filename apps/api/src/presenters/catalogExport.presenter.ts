import type { Shown } from '../kernel/route.ts';
import type { ExportedRow } from '../services/catalogExport.service.ts';
import type { exportedProductSchema } from '../validators/catalogExport.validator.ts';

/** @param mediaUrl where stored pictures are found; without a slash at the end. */
export function presentExportedProduct(
  product: ExportedRow,
  mediaUrl: string,
): Shown<typeof exportedProductSchema> {
  const { categoryIds: _ids, variants, images, ...rest } = product;
  return {
    ...rest,
    variants: variants.map(({ cost, costCurrency, prices, ...variant }) => ({
      ...variant,
      prices: prices.map(({ currency, amount, compareAt }) => ({
        price: { amount, currency },
        compareAtPrice: compareAt === null ? null : { amount: compareAt, currency },
      })),
      cost:
        cost === null || costCurrency === null ? null : { amount: cost, currency: costCurrency },
    })),
    images: images.map(({ id, position, alt, source, storageKey }) => ({
      id,
      position,
      url: storageKey === null ? source : `${mediaUrl}/${storageKey}`,
      alt,
    })),
  };
}
