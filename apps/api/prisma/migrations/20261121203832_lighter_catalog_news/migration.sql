-- As before, at less cost for those who write many rows: the variants of changed prices are looked up
-- once each and together, and a statement that changed nothing settles nothing (INSERT … ON CONFLICT DO
-- UPDATE fires the triggers of both).
CREATE OR REPLACE FUNCTION "catalog_rows_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "ids" text[];
BEGIN
  IF TG_TABLE_NAME = 'products' THEN
    SELECT array_agg(DISTINCT "id") INTO "ids" FROM "changed";
  ELSIF TG_TABLE_NAME IN ('prices', 'stock_levels') THEN
    -- What went with its variant has no product any more; the variant's own trigger tells of it. Of an
    -- array PostgreSQL expects few, and uses the index; a join was planned as a scan of all variants.
    SELECT array_agg(DISTINCT v."product_id") INTO "ids" FROM "variants" v
    WHERE v."id" = ANY (ARRAY(SELECT c."variant_id" FROM "changed" c));
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
