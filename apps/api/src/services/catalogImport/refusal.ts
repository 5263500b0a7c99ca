import type { Matches } from './plan/matchVariants.ts';
import type { ReadProduct } from './read/shopifyCsv.ts';
import type { StoredProduct } from './write/loadProducts.ts';

/** Why nothing of a product can be written, its rows being readable as they are; null when it can. */
export function refusalOf(
  stored: StoredProduct | undefined,
  { product }: Pick<ReadProduct, 'product'>,
  { matches, lost }: Matches,
): string | null {
  const [first] = lost;
  if (first !== undefined && matches.length === 0) return first.reason;
  if (stored === undefined && matches.length === 0) {
    return 'a new product needs a price, and the file has no column for it';
  }
  if (stored === undefined && product.title === '') {
    return 'a new product needs a title, and the file has no column for it';
  }
  const known = stored?.options.length ?? 0;
  if (
    product.specifiesOptions &&
    product.options.some(({ name }, index) => name === '' && index >= known)
  ) {
    return 'a new option needs a name, and the file has no column for it';
  }
  return null;
}
