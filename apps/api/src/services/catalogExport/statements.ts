import { statement, type None } from '../../db/statement.ts';
import type { InventoryPolicy, ProductStatus } from '../../domains/products.enums.ts';

/** A product as it is stored, with all that hangs on it. */
export interface ExportedProduct {
  readonly id: string;
  readonly handle: string;
  readonly title: string;
  /** Sanitised HTML. */
  readonly description: string;
  readonly vendor: string;
  readonly type: string;
  readonly tags: readonly string[];
  readonly status: ProductStatus;
  readonly giftCard: boolean;
  readonly seoTitle: string | null;
  readonly seoDescription: string | null;
  readonly metafields: Readonly<Record<string, unknown>>;
  /** What a file said that the shop has no place for, by Shopify's name of the column. */
  readonly extras: Readonly<Record<string, string>>;
  readonly categoryIds: readonly string[];
  /** Titles. */
  readonly collections: readonly string[];
  readonly options: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly variants: readonly ExportedVariant[];
  readonly images: readonly ExportedImage[];
}

export interface ExportedVariant {
  readonly id: string;
  readonly sku: string | null;
  readonly barcode: string | null;
  readonly optionValues: readonly string[];
  readonly weightGrams: number;
  readonly requiresShipping: boolean;
  readonly taxable: boolean;
  readonly taxCode: string | null;
  readonly inventoryTracked: boolean;
  readonly inventoryPolicy: InventoryPolicy;
  readonly imageId: string | null;
  /** Minor units. */
  readonly cost: number | null;
  readonly costCurrency: string | null;
  readonly extras: Readonly<Record<string, string>>;
  /** At the location that an import's quantities are counted at; null where it has no level. */
  readonly onHand: number | null;
  readonly prices: readonly ExportedPrice[];
}

interface ExportedPrice {
  readonly currency: string;
  /** Minor units. */
  readonly amount: number;
  readonly compareAt: number | null;
}

export interface ExportedImage {
  readonly id: string;
  readonly position: number;
  /** As the import named it: an address, or a path. */
  readonly source: string;
  readonly storageKey: string | null;
  readonly alt: string;
}

/** Which products are wanted; null does not filter. */
export interface ProductFilter {
  readonly status: ProductStatus | null;
  readonly vendor: string | null;
  readonly type: string | null;
  readonly tag: string | null;
  /** Handle or id; those below it count. */
  readonly category: string | null;
  /** Handle or id. */
  readonly collection: string | null;
}

/** What product `p` must be to pass the filter. */
const PASSES = `(:status::product_status IS NULL OR p.status = :status)
    AND (:vendor::text IS NULL OR p.vendor = :vendor)
    AND (:type::text IS NULL OR p.type = :type)
    AND (:tag::text IS NULL OR p.tags @> ARRAY[:tag])
    AND (:category::text IS NULL OR EXISTS (
      SELECT FROM categories root
      JOIN categories c ON c.path = root.path OR starts_with(c.path, root.path || '/')
      JOIN product_categories pc ON pc.category_id = c.id
      WHERE (root.id = :category OR root.handle = :category) AND pc.product_id = p.id
    ))
    AND (:collection::text IS NULL OR EXISTS (
      SELECT FROM collections c JOIN product_collections pc ON pc.collection_id = c.id
      WHERE (c.id = :collection OR c.handle = :collection) AND pc.product_id = p.id
    ))`;

/** Where a page begins and ends. */
interface Page {
  /** The id of the product before it; '' at the beginning. */
  readonly after: string;
  readonly take: number;
  readonly maxVariants: number;
}

/**
 * The products `p` behind an id: so many as have no more than `maxVariants` together, and one at least.
 * In the order of their ids, which is that in which they were made: one that is made meanwhile comes
 * last, and none comes twice.
 */
const pageOf = (condition: string) => `WITH next AS (
     SELECT p.id FROM products p
     WHERE p.id > :after AND ${condition}
     ORDER BY p.id LIMIT :take
   ), sized AS (
     SELECT next.id, counted.variants, sum(counted.variants) OVER (ORDER BY next.id) AS up_to
     FROM next CROSS JOIN LATERAL (
       SELECT count(*) AS variants FROM variants v WHERE v.product_id = next.id
     ) counted
   ), page AS (
     SELECT p.* FROM sized JOIN products p ON p.id = sized.id
     WHERE sized.up_to - sized.variants < :maxVariants::int OR sized.up_to = sized.variants
   )`;

export const selectProducts = statement('catalogExport.products')<
  ProductFilter & Page,
  { product: ExportedProduct }
>(
  `${pageOf(PASSES)}
   SELECT json_build_object(
     'id', p.id, 'handle', p.handle, 'title', p.title, 'description', p.description,
     'vendor', p.vendor, 'type', p.type, 'tags', coalesce(p.tags, '{}'), 'status', p.status,
     'giftCard', p.gift_card, 'seoTitle', p.seo_title, 'seoDescription', p.seo_description,
     'metafields', p.metafields, 'extras', p.extras,
     'categoryIds', ARRAY(
       SELECT c.category_id FROM product_categories c WHERE c.product_id = p.id
     ),
     'collections', ARRAY(
       SELECT c.title FROM product_collections pc JOIN collections c ON c.id = pc.collection_id
       WHERE pc.product_id = p.id ORDER BY c.title, c.id
     ),
     'options', ARRAY(
       SELECT json_build_object('name', o.name, 'values', coalesce(o.values, '{}'))
       FROM product_options o WHERE o.product_id = p.id ORDER BY o.position
     ),
     'variants', ARRAY(
       SELECT json_build_object(
         'id', v.id, 'sku', v.sku, 'barcode', v.barcode,
         'optionValues', coalesce(v.option_values, '{}'), 'weightGrams', v.weight_grams,
         'requiresShipping', v.requires_shipping, 'taxable', v.taxable, 'taxCode', v.tax_code,
         'inventoryTracked', v.inventory_tracked, 'inventoryPolicy', v.inventory_policy,
         'imageId', v.image_id, 'cost', v.cost, 'costCurrency', v.cost_currency,
         'extras', v.extras,
         'onHand', (
           SELECT s.on_hand FROM stock_levels s
           WHERE s.variant_id = v.id
             AND s.location_id = (SELECT id FROM locations ORDER BY priority, id LIMIT 1)
         ),
         'prices', ARRAY(
           SELECT json_build_object(
             'currency', r.currency, 'amount', r.amount, 'compareAt', r.compare_at
           )
           FROM prices r WHERE r.variant_id = v.id ORDER BY r.currency
         )
       )
       FROM variants v WHERE v.product_id = p.id ORDER BY v.position, v.id
     ),
     'images', ARRAY(
       SELECT json_build_object('id', i.id, 'position', i.position, 'source', i.source,
         'storageKey', coalesce(f.storage_key, i.storage_key), 'alt', i.alt)
       FROM product_images i LEFT JOIN files f ON f.id = i.file_id
       WHERE i.product_id = p.id ORDER BY i.position, i.id
     )
   ) AS product
   FROM page p ORDER BY p.id`,
);

/** The columns that products need beyond those that every file has. */
export const selectProductColumns = statement('catalogExport.productColumns')<
  None,
  { metafields: readonly string[]; extras: readonly string[]; currencies: readonly string[] }
>(
  `SELECT
     to_json(ARRAY(
       SELECT DISTINCT jsonb_object_keys(metafields) AS key FROM products
       WHERE metafields <> '{}' ORDER BY key
     )) AS metafields,
     to_json(ARRAY(
       SELECT DISTINCT jsonb_object_keys(extras) AS key FROM products
       WHERE extras <> '{}' ORDER BY key
     )) AS extras,
     to_json(ARRAY(SELECT DISTINCT currency FROM price_ranges ORDER BY currency)) AS currencies`,
);

/** The same for variants. */
export const selectVariantColumns = statement('catalogExport.variantColumns')<
  None,
  { extras: readonly string[]; costCurrencies: readonly string[] }
>(
  `SELECT
     to_json(ARRAY(
       SELECT DISTINCT jsonb_object_keys(extras) AS key FROM variants
       WHERE extras <> '{}' ORDER BY key
     )) AS extras,
     to_json(ARRAY(
       SELECT DISTINCT cost_currency FROM variants WHERE cost IS NOT NULL ORDER BY cost_currency
     )) AS "costCurrencies"`,
);

export const selectCategories = statement('catalogExport.categories')<
  None,
  { id: string; parentId: string | null; name: string }
>(`SELECT id, parent_id AS "parentId", name FROM categories`);

/** The stock of a product's variants. */
export interface ExportedStock {
  readonly id: string;
  readonly handle: string;
  readonly title: string;
  readonly optionNames: readonly string[];
  /** Of variants that are counted, at each location where they have some. */
  readonly levels: readonly {
    readonly sku: string | null;
    readonly optionValues: readonly string[];
    readonly location: string;
    readonly onHand: number;
    readonly reserved: number;
  }[];
}

/** The stock of a page of products. */
export const selectStock = statement('catalogExport.stock')<Page, ExportedStock>(
  `${pageOf('true')}
   SELECT p.id, p.handle, p.title,
     to_json(ARRAY(
       SELECT o.name FROM product_options o WHERE o.product_id = p.id ORDER BY o.position
     )) AS "optionNames",
     to_json(ARRAY(
       SELECT json_build_object('sku', v.sku, 'optionValues', coalesce(v.option_values, '{}'),
         'location', l.name, 'onHand', s.on_hand, 'reserved', s.reserved)
       FROM variants v
       JOIN stock_levels s ON s.variant_id = v.id
       JOIN locations l ON l.id = s.location_id
       WHERE v.product_id = p.id AND v.inventory_tracked
       ORDER BY v.position, v.id, l.priority, l.id
     )) AS levels
   FROM page p ORDER BY p.id`,
);
