import { newId } from '../../utils/ids.ts';
import { changeOf, keepUnsaid, placesOf, type Change } from './changes.ts';
import type { ImageDraft } from './productDraft.ts';
import type { ReadProduct } from './shopifyCsv.ts';
import type { ImageRow, StoredProduct } from './stored.ts';

export interface ImagePlan {
  row: ImageRow;
  change: Change;
  /** The file behind it is new to us: its smaller versions have to be made. */
  hasNewFile: boolean;
}

/** Whether a picture stays where it is: it is kept as a link, and nothing is fetched. */
export function isLink(src: string): boolean {
  return /^https?:/i.test(src);
}

/** The product's images by their source. One that could not be read and is not stored is left out. */
export function planImages(
  stored: StoredProduct | undefined,
  { product, columns }: ReadProduct,
  productId: string,
  storageKeys: ReadonlyMap<string, string>,
): ImagePlan[] {
  const bySource = new Map(stored?.images.map((image) => [image.source, image]));
  const { isWhole, last } = placesOf(
    stored?.images,
    product.images.map(({ src }) => bySource.get(src)),
  );

  const plan = (draft: ImageDraft): ImagePlan[] => {
    const known = bySource.get(draft.src);
    const storageKey = storageKeys.get(draft.src) ?? known?.storageKey ?? null;
    if (known === undefined && storageKey === null && !isLink(draft.src)) return [];
    const next: ImageRow = {
      id: known?.id ?? newId('image'),
      productId,
      position: isWhole ? draft.position : (known?.position ?? last + draft.position),
      source: draft.src,
      storageKey,
      alt: draft.alt,
    };
    const row = keepUnsaid(next, known, columns, { alt: ['imageAlt'] });
    const hasNewFile = storageKey !== null && storageKey !== known?.storageKey;
    return [{ row, change: changeOf(known, row), hasNewFile }];
  };
  return product.images.flatMap(plan);
}
