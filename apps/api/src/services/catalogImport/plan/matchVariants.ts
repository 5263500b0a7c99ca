import { hasPrices } from '../read/columns.ts';
import type { VariantDraft } from '../read/productDraft.ts';
import type { ReadProduct } from '../read/shopifyCsv.ts';
import type { StoredProduct, StoredVariant } from '../write/loadProducts.ts';

export interface VariantMatch {
  draft: VariantDraft;
  /** Undefined for a new variant. */
  known: StoredVariant | undefined;
}

/** A row whose variant cannot be identified, or not be created. */
interface LostVariant {
  draft: VariantDraft;
  reason: string;
}

export interface Matches {
  matches: VariantMatch[];
  lost: LostVariant[];
}

/**
 * Which stored variant each row of the file means: the one with the same option values; else, for
 * a product whose options were renamed or rearranged, the one with the same SKU, where that is
 * unique on both sides. A variant that is not there is new, and needs a price.
 */
export function matchVariants(
  stored: StoredProduct | undefined,
  read: Pick<ReadProduct, 'product' | 'columns'>,
): Matches {
  const match = read.product.specifiesOptions ? matchByValues : matchBlindly;
  const { matches, lost } = match(stored, read);
  const isUsable = ({ draft, known }: VariantMatch) =>
    known !== undefined || draft.prices.some(({ amount }) => amount !== null);
  const reason = hasPrices(read.columns)
    ? 'the variant has no price'
    : 'a new variant needs a price, and the file has no column for it';
  return {
    matches: matches.filter(isUsable),
    lost: [
      ...lost,
      ...matches.filter((match) => !isUsable(match)).map(({ draft }) => ({ draft, reason })),
    ],
  };
}

function matchByValues(
  stored: StoredProduct | undefined,
  { product: { variants } }: Pick<ReadProduct, 'product'>,
): Matches {
  const byValues = new Map(stored?.variants.map((known) => [keyOf(known.row), known]));
  const matches = variants.map((draft): VariantMatch => ({
    draft,
    known: byValues.get(keyOf(draft)),
  }));
  const taken = new Set(matches.map(({ known }) => known));
  const free = uniqueBySku(
    (stored?.variants ?? []).filter((known) => !taken.has(known)),
    ({ row }) => row.sku,
  );
  const open = matches.filter(({ known }) => known === undefined);
  for (const [sku, match] of uniqueBySku(open, ({ draft }) => draft.sku)) {
    match.known = free.get(sku);
  }
  return { matches, lost: [] };
}

/**
 * Rows without options identify variants only by their SKUs. They cannot describe a new variant of
 * a product with options, and a product without options has only one variant.
 */
function matchBlindly(
  stored: StoredProduct | undefined,
  { product: { variants } }: Pick<ReadProduct, 'product'>,
): Matches {
  const bySku = uniqueBySku(stored?.variants ?? [], ({ row }) => row.sku);
  const isSingle = (stored?.options.length ?? 0) === 0;
  const [only] = stored?.variants ?? [];
  const named = variants.find(({ sku }) => sku !== null && bySku.has(sku));
  const single = named ?? variants[0];
  const match = (draft: VariantDraft): VariantMatch | LostVariant => {
    if (isSingle) {
      if (draft === single) return { draft, known: only };
      const reason = `a product without options has its variant on line ${single?.line} already`;
      return { draft, reason };
    }
    const known = draft.sku === null ? undefined : bySku.get(draft.sku);
    const reason =
      'the product has options, the file says nothing of their values, and no single variant has this SKU';
    return known === undefined ? { draft, reason } : { draft, known };
  };
  const found = variants.map(match);
  return {
    matches: found.filter((each): each is VariantMatch => 'known' in each),
    lost: found.filter((each): each is LostVariant => 'reason' in each),
  };
}

function keyOf({ optionValues }: { optionValues: readonly string[] }): string {
  return JSON.stringify(optionValues);
}

/** Those whose SKU no other one has. */
function uniqueBySku<T>(items: readonly T[], skuOf: (item: T) => string | null): Map<string, T> {
  const found = new Map<string, T>();
  const doubled = new Set<string>();
  for (const item of items) {
    const sku = skuOf(item);
    if (sku === null) continue;
    if (found.has(sku)) doubled.add(sku);
    found.set(sku, item);
  }
  for (const sku of doubled) found.delete(sku);
  return found;
}
