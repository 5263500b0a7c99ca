import type { InventoryPolicy, ProductStatus } from '../../../domains/products.enums.ts';
import { statement } from '../../../db/statement.ts';

/** The rows of a product as the importer reads and writes them. */
export interface ProductRow {
  id: string;
  handle: string;
  title: string;
  description: string;
  vendor: string;
  type: string;
  tags: string[];
  status: ProductStatus;
  seoTitle: string | null;
  seoDescription: string | null;
  metafields: Record<string, unknown>;
  giftCard: boolean;
  extras: Record<string, string>;
}

export interface OptionRow {
  id: string;
  productId: string;
  position: number;
  name: string;
  values: string[];
}

export interface VariantRow {
  id: string;
  productId: string;
  position: number;
  title: string;
  sku: string | null;
  barcode: string | null;
  optionValues: string[];
  weightGrams: number;
  requiresShipping: boolean;
  taxable: boolean;
  taxCode: string | null;
  inventoryTracked: boolean;
  inventoryPolicy: InventoryPolicy;
  imageId: string | null;
  /** Minor units. */
  cost: number | null;
  costCurrency: string | null;
  extras: Record<string, string>;
}

export interface PriceRow {
  variantId: string;
  currency: string;
  amount: number;
  compareAt: number | null;
}

export interface ImageRow {
  id: string;
  productId: string;
  position: number;
  source: string;
  storageKey: string | null;
  alt: string;
}

/** A variant's stock at one location. */
interface StoredLevel {
  locationId: string;
  onHand: number;
  reserved: number;
  backorder: boolean;
}

export interface StoredVariant {
  row: VariantRow;
  prices: PriceRow[];
  levels: StoredLevel[];
}

/** A product as it is in the database before a batch is written. */
export interface StoredProduct {
  row: ProductRow;
  options: OptionRow[];
  variants: StoredVariant[];
  images: ImageRow[];
  categoryIds: string[];
  collectionIds: string[];
}

/**
 * The products of these handles with everything that hangs on them. Lists come as JSON, which is
 * read ten times as fast as PostgreSQL's way of writing arrays.
 */
export const loadProducts = statement('import.load')<{ handles: readonly string[] }, StoredProduct>(
  `SELECT
     json_build_object(
       'id', p.id, 'handle', p.handle, 'title', p.title, 'description', p.description,
       'vendor', p.vendor, 'type', p.type, 'tags', coalesce(p.tags, '{}'), 'status', p.status,
       'seoTitle', p.seo_title, 'seoDescription', p.seo_description, 'metafields', p.metafields,
       'giftCard', p.gift_card, 'extras', p.extras
     ) AS "row",
     to_json(ARRAY(
       SELECT json_build_object('id', o.id, 'productId', p.id, 'position', o.position,
         'name', o.name, 'values', coalesce(o.values, '{}'))
       FROM product_options o WHERE o.product_id = p.id ORDER BY o.position
     )) AS options,
     to_json(ARRAY(
       SELECT json_build_object(
         'row', json_build_object(
           'id', v.id, 'productId', p.id, 'position', v.position, 'title', v.title, 'sku', v.sku,
           'barcode', v.barcode, 'optionValues', coalesce(v.option_values, '{}'),
           'weightGrams', v.weight_grams, 'requiresShipping', v.requires_shipping,
           'taxable', v.taxable, 'taxCode', v.tax_code, 'inventoryTracked', v.inventory_tracked,
           'inventoryPolicy', v.inventory_policy, 'imageId', v.image_id,
           'cost', v.cost, 'costCurrency', v.cost_currency, 'extras', v.extras
         ),
         'prices', ARRAY(
           SELECT json_build_object('variantId', v.id, 'currency', r.currency,
             'amount', r.amount, 'compareAt', r.compare_at)
           FROM prices r WHERE r.variant_id = v.id
         ),
         'levels', ARRAY(
           SELECT json_build_object('locationId', s.location_id, 'onHand', s.on_hand,
             'reserved', s.reserved, 'backorder', s.backorder)
           FROM stock_levels s WHERE s.variant_id = v.id
         )
       )
       FROM variants v WHERE v.product_id = p.id ORDER BY v.position, v.id
     )) AS variants,
     to_json(ARRAY(
       SELECT json_build_object('id', i.id, 'productId', p.id, 'position', i.position,
         'source', i.source, 'storageKey', i.storage_key, 'alt', i.alt)
       FROM product_images i WHERE i.product_id = p.id ORDER BY i.position, i.id
     )) AS images,
     ARRAY(SELECT c.category_id FROM product_categories c WHERE c.product_id = p.id) AS "categoryIds",
     ARRAY(SELECT c.collection_id FROM product_collections c WHERE c.product_id = p.id) AS "collectionIds"
   FROM products p
   WHERE p.handle = ANY (:handles::text[])`,
);
