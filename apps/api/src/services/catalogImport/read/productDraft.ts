import type { InventoryPolicy, ProductStatus } from '../../../domains/products.enums.ts';
import type { Money } from '../../../kernel/money.ts';

/** A product as its rows in the file describe it, checked and normalised, not yet stored. */
export interface ProductDraft {
  handle: string;
  /** Empty only where the file has no titles. */
  title: string;
  /** Sanitised HTML. */
  descriptionHtml: string;
  vendor: string;
  type: string;
  tags: string[];
  status: ProductStatus;
  /** The word of the column, in lower case; "active" for a blank. */
  saidStatus: string;
  published: boolean;
  giftCard: boolean;
  /**
   * Names from the root, e.g. ["Apparel & Accessories", "Clothing", "Shirts"]; empty for none, null
   * when the file does not say.
   */
  category: string[] | null;
  /** Titles of collections. */
  collections: string[];
  seoTitle: string | null;
  seoDescription: string | null;
  /** Empty for a product with a single variant. */
  options: OptionDraft[];
  /** Whether the rows have options; otherwise only their SKUs identify the variants. */
  specifiesOptions: boolean;
  variants: VariantDraft[];
  images: ImageDraft[];
  /** By namespace and key, e.g. "shopify.color-pattern". */
  metafields: Record<string, string>;
  /** The cells of the columns that name a category, by Shopify's names; without blank ones. */
  categoryCells: Record<string, string>;
  /** What was done otherwise than the rows say. */
  notes: LineNote[];
}

export interface LineNote {
  line: number;
  message: string;
}

export interface OptionDraft {
  /** Empty in a file without names: that of the product's option at this place. */
  name: string;
  values: string[];
}

export interface VariantDraft {
  /** Line on which the variant's row begins. */
  line: number;
  sku: string | null;
  barcode: string | null;
  /** One value per option, in the options' order. */
  optionValues: string[];
  title: string;
  /** From 1, in the file's order. */
  position: number;
  weightGrams: number;
  requiresShipping: boolean;
  taxable: boolean;
  taxCode: string | null;
  inventoryTracked: boolean;
  /** Null where the file says nothing; may be negative (sold beyond stock). */
  inventoryQuantity: number | null;
  inventoryPolicy: InventoryPolicy;
  /** Minor units; at least one has an amount, where the file has prices. */
  prices: PriceDraft[];
  /** What the merchant pays for one. */
  cost: Money | null;
  /** What the row says that the shop has no place for, by Shopify's name of the column. */
  extras: Record<string, string>;
  /** `src` of one of the product's images. */
  imageSrc: string | null;
}

export interface PriceDraft {
  currency: string;
  /** Null when the file has only a column for the compare-at price. */
  amount: number | null;
  /** Undefined where the file has no column for it. */
  compareAt: number | null | undefined;
}

export interface ImageDraft {
  /** An http(s) URL, or a path relative to the file. */
  src: string;
  /** From 1, without gaps. */
  position: number;
  alt: string;
  /** The rows that name it. */
  mentions: Mention[];
}

interface Mention {
  line: number;
  /** The row has nothing but this picture. */
  isAlone: boolean;
}
