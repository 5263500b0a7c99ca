/** A product as its rows in the file describe it, checked and normalised, not yet stored. */
export interface ProductDraft {
  handle: string;
  /** Empty only in a continuation. */
  title: string;
  /** Sanitised HTML. */
  descriptionHtml: string;
  vendor: string;
  type: string;
  tags: string[];
  status: 'draft' | 'active' | 'archived';
  published: boolean;
  /** Names from the root, e.g. ["Apparel & Accessories", "Clothing", "Shirts"]. */
  category: string[] | null;
  /** Titles of collections. */
  collections: string[];
  seoTitle: string | null;
  seoDescription: string | null;
  /** Empty for a product with a single variant. */
  options: OptionDraft[];
  variants: VariantDraft[];
  images: ImageDraft[];
  /** By namespace and key, e.g. "shopify.color-pattern". */
  metafields: Record<string, string>;
}

export interface OptionDraft {
  /** Empty in a continuation that does not repeat it: the name of the product's option at this place. */
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
  giftCard: boolean;
  inventoryTracked: boolean;
  /** Null where the file says nothing; may be negative (sold beyond stock). */
  inventoryQuantity: number | null;
  inventoryPolicy: 'deny' | 'continue';
  /** At least one; minor units. */
  prices: PriceDraft[];
  /** What the merchant pays for one, minor units of the default currency. */
  costMinor: number | null;
  /** `src` of one of the product's images. */
  imageSrc: string | null;
}

export interface PriceDraft {
  currency: string;
  amount: number;
  compareAt: number | null;
}

export interface ImageDraft {
  /** An http(s) URL, or a path relative to the file. */
  src: string;
  /** From 1, without gaps. */
  position: number;
  alt: string;
}
