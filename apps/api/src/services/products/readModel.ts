import type { InventoryPolicy } from '../../domains/products.enums.ts';
import { AmountError, type Money } from '../../kernel/money.ts';
import type { Category } from '../../validators/categories.validator.ts';
import type { Product, ProductFacets } from '../../validators/products.validator.ts';

type Summary<K extends 'categories' | 'collections'> = Product[K];

/** A product as the database hands it over (documentSql.ts). */
export interface ProductDocument {
  id: string;
  handle: string;
  title: string;
  description: string;
  vendor: string;
  type: string;
  tags: string[];
  seoTitle: string | null;
  seoDescription: string | null;
  createdAt: string;
  updatedAt: string;
  options: { name: string; values: string[] }[];
  variants: VariantDocument[];
  images: ImageDocument[];
  categories: Summary<'categories'>;
  collections: Summary<'collections'>;
}

interface VariantDocument {
  id: string;
  sku: string | null;
  title: string;
  optionValues: string[];
  amount: number | null;
  compareAt: number | null;
  available: boolean;
  inventoryPolicy: InventoryPolicy;
  position: number;
  imageId: string | null;
}

interface ImageDocument {
  id: string;
  source: string;
  storageKey: string | null;
  alt: string;
  position: number;
  width: number | null;
  height: number | null;
  derivatives: { width: number; format: string; key: string }[];
}

/** Facets as the database hands them over (facetsSql.ts). */
export type FacetsDocument = Omit<ProductFacets, 'price'> & {
  price: { min: number | null; max: number | null };
};

export interface ViewOptions {
  readonly currency: string;
  /** Where pictures in our own storage are found; without a slash at the end. */
  readonly mediaUrl: string;
}

/** The product as it is answered. */
export function productView(document: ProductDocument, options: ViewOptions): Product {
  const variants = document.variants.map((variant) => variantView(variant, document, options));
  const { seoTitle, seoDescription, ...rest } = document;
  return {
    ...rest,
    status: 'active',
    available: variants.some(({ available }) => available),
    priceRange: rangeOf(
      document.variants.flatMap(({ amount }) => (amount === null ? [] : [amount])),
      options.currency,
    ),
    variants,
    images: document.images.flatMap((image) => imageView(image, document.variants, options)),
    seo: { title: seoTitle, description: seoDescription },
  };
}

export function facetsView({ price, ...rest }: FacetsDocument, currency: string): ProductFacets {
  const bounds = [price.min, price.max].filter((amount) => amount !== null);
  return { ...rest, price: rangeOf(bounds, currency) };
}

function variantView(
  { optionValues, amount, compareAt, ...rest }: VariantDocument,
  { options }: ProductDocument,
  { currency }: ViewOptions,
): Product['variants'][number] {
  return {
    ...rest,
    options: options.flatMap(({ name }, index) => {
      const value = optionValues[index];
      return value === undefined ? [] : [{ name, value }];
    }),
    price: amount === null ? null : money(amount, currency),
    compareAtPrice: compareAt === null ? null : money(compareAt, currency),
  };
}

/** A picture that is neither stored nor on the web cannot be shown and is left out. */
function imageView(
  { source, storageKey, derivatives, ...rest }: ImageDocument,
  variants: readonly VariantDocument[],
  { mediaUrl }: ViewOptions,
): Product['images'] {
  const urlOf = (key: string) => `${mediaUrl}/${key.split('/').map(encodeURIComponent).join('/')}`;
  const linked = /^https?:\/\//i.test(source) ? source : null;
  const url = storageKey === null ? linked : urlOf(storageKey);
  if (url === null) return [];
  return [
    {
      ...rest,
      url,
      variants: variants.filter(({ imageId }) => imageId === rest.id).map(({ id }) => id),
      derivatives: derivatives.map(({ width, format, key }) => ({
        width,
        format,
        url: urlOf(key),
      })),
    },
  ];
}

function rangeOf(amounts: readonly number[], currency: string): { min: Money; max: Money } | null {
  if (amounts.length === 0) return null;
  return {
    min: money(Math.min(...amounts), currency),
    max: money(Math.max(...amounts), currency),
  };
}

/** JSON from the database passes by the driver's check of int8. */
function money(amount: number, currency: string): Money {
  if (!Number.isSafeInteger(amount)) throw new AmountError(`${amount} is too large an amount`);
  return { amount, currency };
}

/** Puts the rows of the tree, which come by path, below one another. */
export function treeOf(
  rows: readonly (Omit<Category, 'children'> & { parentId: string | null })[],
): Category[] {
  const nodes = new Map(
    rows.map(({ parentId, ...row }) => [
      row.id,
      { parentId, node: { ...row, children: [] as Category[] } },
    ]),
  );
  const roots: Category[] = [];
  for (const { parentId, node } of nodes.values()) {
    const siblings = parentId === null ? roots : nodes.get(parentId)?.node.children;
    siblings?.push(node);
  }
  return roots;
}
