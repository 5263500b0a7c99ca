import { newId } from '../../../kernel/ids.ts';
import { changeOf, keepUnspecified, placesOf, type Change } from './changes.ts';
import { hasPrices } from '../read/columns.ts';
import { repairPictureUrl } from '../../../utils/pictureUrl.ts';
import type { ImageDraft } from '../read/productDraft.ts';
import type { ReadProduct } from '../read/shopifyCsv.ts';
import type { ImageRow, StoredProduct } from '../write/loadProducts.ts';

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
  drafts: readonly ImageDraft[],
  { columns }: Pick<ReadProduct, 'columns'>,
  productId: string,
  storageKeys: ReadonlyMap<string, string>,
): ImagePlan[] {
  const find = finderIn(stored?.images ?? []);
  const isOrdered = columns.known.has('imagePosition') || hasPrices(columns);
  const { isWhole, last } = placesOf(
    stored?.images,
    drafts.map(({ src }) => find(src)),
    isOrdered,
  );

  const plan = (draft: ImageDraft): ImagePlan[] => {
    const known = find(draft.src);
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
    const row = keepUnspecified(next, known, columns, { alt: ['imageAlt'] });
    const hasNewFile = storageKey !== null && storageKey !== known?.storageKey;
    return [{ row, change: changeOf(known, row), hasNewFile }];
  };
  return drafts.flatMap(plan);
}

/** Finds an image by its source: by the address as the file had it, or as it was corrected. */
function finderIn(images: readonly ImageRow[]): (src: string) => ImageRow | undefined {
  const bySource = new Map(images.map((image) => [image.source, image]));
  const byRepairedSource = new Map(images.map((image) => [repairPictureUrl(image.source), image]));
  return (src) => bySource.get(src) ?? byRepairedSource.get(src);
}
