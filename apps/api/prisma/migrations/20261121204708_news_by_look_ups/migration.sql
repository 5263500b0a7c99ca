-- Variants of changed prices are looked up one by one again, though each once only. All at once, by an array
-- of ids, was planned in an empty shop as a scan of all variants, and kept as they grew: an import of 9,000
-- took up to half as much CPU again.
CREATE OR REPLACE FUNCTION "catalog_rows_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "ids" text[];
BEGIN
  IF TG_TABLE_NAME = 'products' THEN
    SELECT array_agg(DISTINCT "id") INTO "ids" FROM "changed";
  ELSIF TG_TABLE_NAME IN ('prices', 'stock_levels') THEN
    -- What went with its variant has no product any more; the variant's own trigger tells of it.
    SELECT array_agg(DISTINCT "found"."product_id") INTO "ids" FROM (
      SELECT (SELECT v."product_id" FROM "variants" v WHERE v."id" = c."variant_id")
      FROM (SELECT DISTINCT "variant_id" FROM "changed") c
    ) "found" WHERE "found"."product_id" IS NOT NULL;
  ELSE
    SELECT array_agg(DISTINCT "product_id") INTO "ids" FROM "changed";
  END IF;
  IF "ids" IS NULL THEN
    RETURN NULL;
  END IF;
  IF TG_TABLE_NAME = 'prices' OR (TG_TABLE_NAME = 'variants' AND TG_OP = 'DELETE') THEN
    PERFORM "settle_price_ranges"("ids");
    PERFORM "settle_category_prices"("ids");
  ELSIF TG_TABLE_NAME = 'product_categories' THEN
    PERFORM "settle_category_prices"("ids");
  END IF;
  PERFORM "notify_products_changed"("ids");
  RETURN NULL;
END $$;
