-- A category's products by price from one index, and those of a vendor or a type by date: what lists of
-- a catalogue of 100,000 products need so as not to pass over all that others sell.

-- DropIndex
DROP INDEX "price_ranges_currency_cheapest_product_id_idx";

-- DropIndex
DROP INDEX "product_categories_category_id_idx";

-- DropIndex
DROP INDEX "products_type_idx";

-- DropIndex
DROP INDEX "products_vendor_idx";

-- CreateTable
CREATE TABLE "category_prices" (
    "product_id" TEXT NOT NULL,
    "category_id" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "cheapest" BIGINT NOT NULL,
    "dearest" BIGINT NOT NULL,

    CONSTRAINT "category_prices_pkey" PRIMARY KEY ("product_id","category_id","currency")
);

-- CreateIndex
CREATE INDEX "category_prices_category_id_currency_cheapest_product_id_de_idx" ON "category_prices"("category_id", "currency", "cheapest", "product_id", "dearest");

-- CreateIndex
CREATE INDEX "price_ranges_currency_cheapest_product_id_dearest_idx" ON "price_ranges"("currency", "cheapest", "product_id", "dearest");

-- CreateIndex
CREATE INDEX "product_categories_category_id_product_id_idx" ON "product_categories"("category_id", "product_id");

-- CreateIndex
CREATE INDEX "products_vendor_status_created_at_id_idx" ON "products"("vendor", "status", "created_at", "id");

-- CreateIndex
CREATE INDEX "products_type_status_created_at_id_idx" ON "products"("type", "status", "created_at", "id");

-- Brings the prices of these products within their categories in line with their ranges. The products
-- are locked first, for the reason that "settle_price_ranges" has.
CREATE FUNCTION "settle_category_prices"("ids" text[]) RETURNS void LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
AS $$
BEGIN
  PERFORM FROM "products" WHERE "id" = ANY ("ids") ORDER BY "id" FOR NO KEY UPDATE;
  DELETE FROM "category_prices" c WHERE c."product_id" = ANY ("ids") AND NOT EXISTS (
    SELECT FROM "price_ranges" r JOIN "product_categories" pc ON pc."product_id" = r."product_id"
    WHERE r."product_id" = c."product_id" AND r."currency" = c."currency"
      AND pc."category_id" = c."category_id"
  );
  INSERT INTO "category_prices" AS c ("product_id", "category_id", "currency", "cheapest", "dearest")
  SELECT r."product_id", pc."category_id", r."currency", r."cheapest", r."dearest"
  FROM "price_ranges" r JOIN "product_categories" pc ON pc."product_id" = r."product_id"
  WHERE r."product_id" = ANY ("ids")
  ON CONFLICT ("product_id", "category_id", "currency") DO UPDATE
    SET "cheapest" = excluded."cheapest", "dearest" = excluded."dearest"
    WHERE c."cheapest" <> excluded."cheapest" OR c."dearest" <> excluded."dearest";
END $$;

-- As before, with the prices within categories settled.
CREATE OR REPLACE FUNCTION "catalog_rows_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "ids" text[];
BEGIN
  IF TG_TABLE_NAME = 'products' THEN
    SELECT array_agg(DISTINCT "id") INTO "ids" FROM "changed";
  ELSIF TG_TABLE_NAME IN ('prices', 'stock_levels') THEN
    -- What went with its variant has no product any more; the variant's own trigger tells of it.
    SELECT array_agg(DISTINCT "found"."product_id") INTO "ids" FROM (
      SELECT (SELECT v."product_id" FROM "variants" v WHERE v."id" = c."variant_id") FROM "changed" c
    ) "found" WHERE "found"."product_id" IS NOT NULL;
  ELSE
    SELECT array_agg(DISTINCT "product_id") INTO "ids" FROM "changed";
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

INSERT INTO "category_prices" ("product_id", "category_id", "currency", "cheapest", "dearest")
SELECT r."product_id", pc."category_id", r."currency", r."cheapest", r."dearest"
FROM "price_ranges" r JOIN "product_categories" pc ON pc."product_id" = r."product_id";
