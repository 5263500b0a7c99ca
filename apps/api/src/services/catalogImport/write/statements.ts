import { statement, type Statement } from '../../../db/statement.ts';
import type { PriceRow } from './loadProducts.ts';

/*
 * One statement for each table, for all products of a batch: the rows come as one JSON array,
 * where nothing else is said.
 * Only rows that differ from what is stored are sent, so no other row changes or sends a notification.
 */

/** Rows as a JSON array. */
export interface Rows {
  readonly rows: string;
}

/** How a table's rows are written. */
export interface Writing<Parameters extends object = Rows> {
  /** Rows of products that are new: looking whether a row is there took a fifth of writing it. */
  create: Statement<Parameters, object>;
  /** Rows that may be there. */
  write: Statement<Parameters, object>;
}

const insertProducts = `INSERT INTO products (id, handle, title, description, vendor, type, tags, status,
     seo_title, seo_description, metafields, gift_card, extras)
   SELECT id, handle, title, description, vendor, type, tags, status,
     "seoTitle", "seoDescription", metafields, "giftCard", extras
   FROM json_to_recordset(:rows::json) AS new (
     id text, handle text, title text, description text, vendor text, type text, tags text[],
     status product_status, "seoTitle" text, "seoDescription" text, metafields jsonb,
     "giftCard" bool, extras jsonb
   )`;

export const products: Writing = {
  create: statement('import.create.products')<Rows>(insertProducts),
  write: statement('import.write.products')<Rows>(
    `${insertProducts}
   ON CONFLICT (id) DO UPDATE SET
     title = excluded.title, description = excluded.description, vendor = excluded.vendor,
     type = excluded.type, tags = excluded.tags, status = excluded.status,
     seo_title = excluded.seo_title, seo_description = excluded.seo_description,
     metafields = excluded.metafields, gift_card = excluded.gift_card,
     extras = excluded.extras, updated_at = now()`,
  ),
};

export const removeOptions = statement('import.removeOptions')<{ ids: readonly string[] }>(
  `DELETE FROM product_options WHERE id = ANY (:ids::text[])`,
);

const insertOptions = `INSERT INTO product_options (id, product_id, position, name, values)
   SELECT id, "productId", position, name, values
   FROM json_to_recordset(:rows::json) AS new (
     id text, "productId" text, position int, name text, values text[]
   )`;

export const options: Writing = {
  create: statement('import.create.options')<Rows>(insertOptions),
  write: statement('import.write.options')<Rows>(
    `${insertOptions}
   ON CONFLICT (id) DO UPDATE SET name = excluded.name, values = excluded.values`,
  ),
};

/** What was made of an image's former file is gone with it. */
const insertImages = `INSERT INTO product_images AS old (id, product_id, position, source, storage_key, alt)
   SELECT id, "productId", position, source, "storageKey", alt
   FROM json_to_recordset(:rows::json) AS new (
     id text, "productId" text, position int, source text, "storageKey" text, alt text
   )`;

export const images: Writing = {
  create: statement('import.create.images')<Rows>(insertImages),
  write: statement('import.write.images')<Rows>(
    `${insertImages}
   ON CONFLICT (id) DO UPDATE SET
     position = excluded.position, source = excluded.source, alt = excluded.alt,
     storage_key = excluded.storage_key,
     width = CASE WHEN old.storage_key IS NOT DISTINCT FROM excluded.storage_key THEN old.width END,
     height = CASE WHEN old.storage_key IS NOT DISTINCT FROM excluded.storage_key THEN old.height END,
     derivatives = CASE WHEN old.storage_key IS NOT DISTINCT FROM excluded.storage_key
       THEN old.derivatives ELSE '[]' END`,
  ),
};

const insertVariants = `INSERT INTO variants (id, product_id, position, title, sku, barcode, option_values, weight_grams,
     requires_shipping, taxable, tax_code, inventory_tracked, inventory_policy, image_id,
     cost, cost_currency, extras)
   SELECT id, "productId", position, title, sku, barcode, "optionValues", "weightGrams",
     "requiresShipping", taxable, "taxCode", "inventoryTracked", "inventoryPolicy", "imageId",
     cost, "costCurrency", extras
   FROM json_to_recordset(:rows::json) AS new (
     id text, "productId" text, position int, title text, sku text, barcode text,
     "optionValues" text[], "weightGrams" int, "requiresShipping" bool, taxable bool,
     "taxCode" text, "inventoryTracked" bool, "inventoryPolicy" inventory_policy, "imageId" text,
     cost bigint, "costCurrency" text, extras jsonb
   )`;

export const variants: Writing = {
  create: statement('import.create.variants')<Rows>(insertVariants),
  write: statement('import.write.variants')<Rows>(
    `${insertVariants}
   ON CONFLICT (id) DO UPDATE SET
     position = excluded.position, title = excluded.title, sku = excluded.sku,
     barcode = excluded.barcode, option_values = excluded.option_values,
     weight_grams = excluded.weight_grams, requires_shipping = excluded.requires_shipping,
     taxable = excluded.taxable, tax_code = excluded.tax_code,
     inventory_tracked = excluded.inventory_tracked,
     inventory_policy = excluded.inventory_policy, image_id = excluded.image_id,
     cost = excluded.cost, cost_currency = excluded.cost_currency, extras = excluded.extras,
     updated_at = now()`,
  ),
};

/** A list for each column: where there are few, that is read in less than half the time of JSON. */
interface PriceColumns {
  readonly variantIds: readonly string[];
  readonly currencies: readonly string[];
  readonly amounts: readonly number[];
  readonly compareAts: readonly PriceRow['compareAt'][];
}

const insertPrices = `INSERT INTO prices (variant_id, currency, amount, compare_at)
   SELECT * FROM unnest(:variantIds::text[], :currencies::text[], :amounts::bigint[], :compareAts::bigint[])`;

export const prices: Writing<PriceColumns> = {
  create: statement('import.create.prices')<PriceColumns>(insertPrices),
  write: statement('import.write.prices')<PriceColumns>(
    `${insertPrices}
   ON CONFLICT (variant_id, currency) DO UPDATE SET
     amount = excluded.amount, compare_at = excluded.compare_at`,
  ),
};

/** Products' ids and, place by place, ids of categories or collections. */
export interface Links {
  readonly productIds: readonly string[];
  readonly ids: readonly string[];
}

export const addCategories = statement('import.addCategories')<Links>(
  `INSERT INTO product_categories (product_id, category_id)
   SELECT * FROM unnest(:productIds::text[], :ids::text[])
   ON CONFLICT DO NOTHING`,
);

export const removeCategories = statement('import.removeCategories')<Links>(
  `DELETE FROM product_categories
   WHERE (product_id, category_id) IN (SELECT * FROM unnest(:productIds::text[], :ids::text[]))`,
);

export const addCollections = statement('import.addCollections')<Links>(
  `INSERT INTO product_collections (product_id, collection_id)
   SELECT * FROM unnest(:productIds::text[], :ids::text[])
   ON CONFLICT DO NOTHING`,
);

export const removeCollections = statement('import.removeCollections')<Links>(
  `DELETE FROM product_collections
   WHERE (product_id, collection_id) IN (SELECT * FROM unnest(:productIds::text[], :ids::text[]))`,
);
