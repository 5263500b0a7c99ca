import type { InventoryPolicy } from '../../domains/products.enums.ts';
/** What names a category. */
interface CategoryName {
  id: string;
  handle: string;
  name: string;
}

/** A category of the tree, with those below it in the order they are shown in. */
export interface CategoryNode extends CategoryName {
  /** The handles from the root down to it, joined by "/". */
  path: string;
  children: CategoryNode[];
}

export interface Collection {
  id: string;
  handle: string;
  title: string;
  description: string;
}

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
  /** `ancestors` and `description` are read where they are asked for. */
  categories: (CategoryName & { path: string; ancestors?: CategoryName[] })[];
  collections: (Omit<Collection, 'description'> & { description?: string })[];
}

export interface VariantDocument {
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

/** A smaller version of a picture; `height` and `crop` are not said of those that an earlier release made. */
interface DerivativeDocument {
  width: number;
  height?: number;
  format: string;
  crop?: 'square' | null;
  key: string;
}

export interface ImageDocument {
  id: string;
  source: string;
  storageKey: string | null;
  alt: string;
  /** By locale. */
  altTexts: Record<string, string>;
  position: number;
  width: number | null;
  height: number | null;
  dominantColor: string | null;
  focalX: number | null;
  focalY: number | null;
  derivatives: DerivativeDocument[];
}

/** Facets as the database hands them over (facetsSql.ts). */
export interface FacetsDocument {
  categories: (CategoryName & { path: string; count: number })[];
  tags: ValueCount[];
  vendors: ValueCount[];
  types: ValueCount[];
  price: { min: number | null; max: number | null };
  inStock: { true: number; false: number };
}

interface ValueCount {
  value: string;
  count: number;
}

/** Nests the rows of the tree, which arrive ordered by path. */
export function treeOf(
  rows: readonly (Omit<CategoryNode, 'children'> & { parentId: string | null })[],
): CategoryNode[] {
  const nodes = new Map(
    rows.map(({ parentId, ...row }) => [
      row.id,
      { parentId, node: { ...row, children: [] as CategoryNode[] } },
    ]),
  );
  const roots: CategoryNode[] = [];
  for (const { parentId, node } of nodes.values()) {
    const siblings = parentId === null ? roots : nodes.get(parentId)?.node.children;
    siblings?.push(node);
  }
  return roots;
}
