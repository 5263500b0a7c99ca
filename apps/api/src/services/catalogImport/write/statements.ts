import { statement, type Statement } from '../../../db/client.ts';

/*
 * One statement for each table, for all products of a batch: the rows come as one JSON array ($1),
 * where nothing else is said.
 * Only rows that differ from what is stored are sent, so nothing else is touched or told of.
 */

/** How a table's rows are written. */
export interface Writing {
  /** Rows of products that are new: looking whether a row is there took a fifth of writing it. */
  create: Statement<object>;
  /** Rows that may be there. */
  write: Statement<object>;
}

function writing(table: string, insert: string, onConflict: string): Writing {
  return {
    create: statement(`import.create.${table}`, insert),
    write: statement(`import.write.${table}`, `${insert}\n   ${onConflict}`),
  };
}

export const products = writing(
  'products',
  `INSERT INTO products (id, handle, title, description, vendor, type, tags, status,
     seo_title, seo_description, metafields, gift_card)
   SELECT id, handle, title, description, vendor, type, tags, status,
     "seoTitle", "seoDescription", metafields, "giftCard"
   FROM json_to_recordset($1::json) AS new (
     id text, handle text, title text, description text, vendor text, type text, tags text[],
     status product_status, "seoTitle" text, "seoDescription" text, metafields jsonb,
     "giftCard" bool
   )`,
  `ON CONFLICT (id) DO UPDATE SET
     title = excluded.title, description = excluded.description, vendor = excluded.vendor,
     type = excluded.type, tags = excluded.tags, status = excluded.status,
     seo_title = excluded.seo_title, seo_description = excluded.seo_description,
     metafields = excluded.metafields, gift_card = excluded.gift_card, updated_at = now()`,
);

/** Ids in $1. */
export const removeOptions = statement(
  'import.removeOptions',
  `DELETE FROM product_options WHERE id = ANY ($1::text[])`,
);

export const options = writing(
  'options',
  `INSERT INTO product_options (id, product_id, position, name, values)
   SELECT id, "productId", position, name, values
   FROM json_to_recordset($1::json) AS new (
     id text, "productId" text, position int, name text, values text[]
   )`,
  `ON CONFLICT (id) DO UPDATE SET name = excluded.name, values = excluded.values`,
);

/** What was made of an image's former file is gone with it. */
export const images = writing(
  'images',
  `INSERT INTO product_images AS old (id, product_id, position, source, storage_key, alt)
   SELECT id, "productId", position, source, "storageKey", alt
   FROM json_to_recordset($1::json) AS new (
     id text, "productId" text, position int, source text, "storageKey" text, alt text
   )`,
  `ON CONFLICT (id) DO UPDATE SET
     position = excluded.position, source = excluded.source, alt = excluded.alt,
     storage_key = excluded.storage_key,
     width = CASE WHEN old.storage_key IS NOT DISTINCT FROM excluded.storage_key THEN old.width END,
     height = CASE WHEN old.storage_key IS NOT DISTINCT FROM excluded.storage_key THEN old.height END,
     derivatives = CASE WHEN old.storage_key IS NOT DISTINCT FROM excluded.storage_key
       THEN old.derivatives ELSE '[]' END`,
);

export const variants = writing(
  'variants',
  `INSERT INTO variants (id, product_id, position, title, sku, barcode, option_values, weight_grams,
     requires_shipping, taxable, tax_code, inventory_tracked, inventory_policy, image_id)
   SELECT id, "productId", position, title, sku, barcode, "optionValues", "weightGrams",
     "requiresShipping", taxable, "taxCode", "inventoryTracked", "inventoryPolicy", "imageId"
   FROM json_to_recordset($1::json) AS new (
     id text, "productId" text, position int, title text, sku text, barcode text,
     "optionValues" text[], "weightGrams" int, "requiresShipping" bool, taxable bool,
     "taxCode" text, "inventoryTracked" bool, "inventoryPolicy" inventory_policy, "imageId" text
   )`,
  `ON CONFLICT (id) DO UPDATE SET
     position = excluded.position, title = excluded.title, sku = excluded.sku,
     barcode = excluded.barcode, option_values = excluded.option_values,
     weight_grams = excluded.weight_grams, requires_shipping = excluded.requires_shipping,
     taxable = excluded.taxable, tax_code = excluded.tax_code,
     inventory_tracked = excluded.inventory_tracked,
     inventory_policy = excluded.inventory_policy, image_id = excluded.image_id,
     updated_at = now()`,
);

/** $1 to $4 hold a column each: of what has few columns, that is read in less than half the time. */
export const prices = writing(
  'prices',
  `INSERT INTO prices (variant_id, currency, amount, compare_at)
   SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[])`,
  `ON CONFLICT (variant_id, currency) DO UPDATE SET
     amount = excluded.amount, compare_at = excluded.compare_at`,
);

/** $1 holds products' ids and $2, place by place, ids of categories; the same in the next three. */
export const addCategories = statement(
  'import.addCategories',
  `INSERT INTO product_categories (product_id, category_id)
   SELECT * FROM unnest($1::text[], $2::text[])
   ON CONFLICT DO NOTHING`,
);

export const removeCategories = statement(
  'import.removeCategories',
  `DELETE FROM product_categories
   WHERE (product_id, category_id) IN (SELECT * FROM unnest($1::text[], $2::text[]))`,
);

export const addCollections = statement(
  'import.addCollections',
  `INSERT INTO product_collections (product_id, collection_id)
   SELECT * FROM unnest($1::text[], $2::text[])
   ON CONFLICT DO NOTHING`,
);

export const removeCollections = statement(
  'import.removeCollections',
  `DELETE FROM product_collections
   WHERE (product_id, collection_id) IN (SELECT * FROM unnest($1::text[], $2::text[]))`,
);
