import type { VariantDraft } from './productDraft.ts';
import type { ReadProduct } from './shopifyCsv.ts';
import type { StoredProduct, StoredVariant } from './stored.ts';

export interface VariantMatch {
  draft: VariantDraft;
  /** Undefined for a new variant. */
  known: StoredVariant | undefined;
}

/**
 * Which stored variant each row of the file means: the one with the same option values; else, for
 * a product whose options were renamed or rearranged, the one with the same SKU, where that is
 * unique on both sides.
 *
 * A file without columns for options cannot describe a new variant of a product that has some:
 * such rows are `unknown` unless their SKU tells.
 */
export function matchVariants(
  stored: StoredProduct | undefined,
  { product: { variants }, columns }: Pick<ReadProduct, 'product' | 'columns'>,
): { matches: VariantMatch[]; unknown: VariantDraft[] } {
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

  const isBlind = (stored?.options.length ?? 0) > 0 && !columns.known.has('option1Value');
  return {
    matches: isBlind ? matches.filter(({ known }) => known !== undefined) : matches,
    unknown: isBlind
      ? open.flatMap(({ draft, known }) => (known === undefined ? [draft] : []))
      : [],
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
