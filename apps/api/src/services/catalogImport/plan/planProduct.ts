import { changeOf, distinct, keepUnspecified, type Change, type DecidedBy } from './changes.ts';
import type { Columns } from '../read/columns.ts';
import type { Matches } from './matchVariants.ts';
import { productExtras } from './mergeExtras.ts';
import { planImages, type ImagePlan } from './planImages.ts';
import { planOptions, type OptionsPlan } from './planOptions.ts';
import { planVariants, type VariantPlan } from './planVariants.ts';
import type { LineNote, ProductDraft } from '../read/productDraft.ts';
import type { RejectedRow } from '../read/productGroup.ts';
import type { ReadProduct } from '../read/shopifyCsv.ts';
import type { ProductRow, StoredProduct } from '../write/loadProducts.ts';

/** What a draft names, found or made in the database. */
interface References {
  /** The product's id if it is new. */
  newProductId: string;
  /** Null when the file does not say: the product keeps its categories. */
  categoryIds: readonly string[] | null;
  collectionIds: readonly string[];
  /** Storage keys by the pictures' paths in the file; without pictures that could not be read. */
  storageKeys: ReadonlyMap<string, string>;
  /** Where the file's quantities are; null while the shop has no location. */
  locationId: string | null;
}

/** Everything that has to be written so that the database says what the file says. */
export interface ProductPlan {
  read: ReadProduct;
  row: ProductRow;
  change: Change;
  options: OptionsPlan;
  images: ImagePlan[];
  variants: VariantPlan[];
  categories: LinkPlan;
  collections: LinkPlan;
  /** Rows whose variant cannot be identified, or not be created. */
  rejected: RejectedRow[];
  notes: LineNote[];
}

/** Ids of the categories or collections to add the product to and remove it from. */
export interface LinkPlan {
  add: string[];
  remove: string[];
}

const decidedBy: DecidedBy<ProductRow> = {
  title: ['title'],
  description: ['description'],
  vendor: ['vendor'],
  type: ['type', 'customType'],
  tags: ['tags'],
  status: ['status', 'published'],
  seoTitle: ['seoTitle'],
  seoDescription: ['seoDescription'],
  giftCard: ['giftCard', 'fulfillmentService'],
};

/**
 * Compares what the file says of a product with what is stored. Nothing is removed but option names
 * and memberships: variants, images and prices that the file does not mention stay as they are.
 */
export function planProduct(
  stored: StoredProduct | undefined,
  read: ReadProduct,
  { matches, lost }: Matches,
  references: References,
): ProductPlan {
  const { product: draft, columns } = read;
  const row = productRow(draft, stored, read, references);
  const lostLines = new Set(lost.map(({ draft }) => draft.line));
  const pictures = draft.images.filter(({ mentions }) =>
    mentions.some(({ line }) => !lostLines.has(line)),
  );
  const images = planImages(stored, pictures, read, row.id, references.storageKeys);
  const variants = planVariants(stored, matches, {
    read,
    productId: row.id,
    imageIds: new Map(images.map((image) => [image.row.source, image.row.id])),
    locationId: references.locationId,
  });
  const options = planOptions(stored, read, row.id, variants);
  const categories = links(stored?.categoryIds, references.categoryIds);
  const collections = collectionLinks(stored, columns, references.collectionIds);
  const isTouched = [options, categories, collections].some((part) =>
    Object.values(part).some(({ length }) => length > 0),
  );
  const change = changeOf(stored?.row, row);
  return {
    read,
    row,
    change: change === 'unchanged' && isTouched ? 'updated' : change,
    options,
    images,
    variants,
    categories,
    collections,
    rejected: lost.map(({ draft: { line }, reason }) => {
      return { kind: 'rejected', line, handle: draft.handle, reason };
    }),
    notes: [...draft.notes, ...(row.giftCard ? [giftCardNote(read)] : [])],
  };
}

function giftCardNote({ lines }: ReadProduct): LineNote {
  const message = 'a gift card cannot be sold yet: the product is not public';
  return { line: lines[0] ?? 0, message };
}

function productRow(
  draft: ProductDraft,
  product: StoredProduct | undefined,
  { columns }: ReadProduct,
  { newProductId, categoryIds }: References,
): ProductRow {
  const stored = product?.row;
  const said: ProductRow = {
    id: stored?.id ?? newProductId,
    handle: draft.handle,
    title: draft.title,
    description: draft.descriptionHtml,
    vendor: draft.vendor,
    type: draft.type,
    tags: draft.tags,
    status: draft.status,
    seoTitle: draft.seoTitle,
    seoDescription: draft.seoDescription,
    metafields: mergeMetafields(stored?.metafields ?? {}, draft, columns),
    giftCard: draft.giftCard,
    extras: {},
  };
  const row = keepUnspecified(said, stored, columns, decidedBy);
  // Whether it is published says nothing of that.
  if (stored?.status === 'archived' && !columns.known.has('status')) row.status = stored.status;
  // What would be paid for and never be issued is not for sale.
  if (row.giftCard && row.status === 'active') row.status = 'draft';
  const hasCategory = (categoryIds ?? product?.categoryIds ?? []).length > 0;
  row.extras = productExtras(stored?.extras, draft, { columns, row, hasCategory });
  return row;
}

/** The file's own metafields replace or (blank) remove the stored ones; the others stay. */
function mergeMetafields(
  stored: Record<string, unknown>,
  draft: ProductDraft,
  columns: Columns,
): Record<string, unknown> {
  const said = new Set(columns.metafields.map(({ key }) => key));
  const kept = Object.entries(stored).filter(([key]) => !said.has(key));
  return { ...Object.fromEntries(kept), ...draft.metafields };
}

/** "Collections" lists them all; Shopify's "Collection" names one that the product is added to. */
function collectionLinks(
  stored: StoredProduct | undefined,
  columns: Columns,
  ids: readonly string[],
): LinkPlan {
  const isWholeList = columns.known.has('collections');
  return links(
    stored?.collectionIds,
    isWholeList ? ids : distinct(stored?.collectionIds ?? [], ids),
  );
}

/** @param wanted null leaves all as it is. */
function links(stored: readonly string[] = [], wanted: readonly string[] | null): LinkPlan {
  if (wanted === null) return { add: [], remove: [] };
  return {
    add: distinct(wanted).filter((id) => !stored.includes(id)),
    remove: stored.filter((id) => !wanted.includes(id)),
  };
}
