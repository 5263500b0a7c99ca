-- Lists sorted by price, and lighter news of bulk changes: what a catalogue of 100,000 products needs.

-- CreateTable
CREATE TABLE "price_ranges" (
    "product_id" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "cheapest" BIGINT NOT NULL,
    "dearest" BIGINT NOT NULL,

    CONSTRAINT "price_ranges_pkey" PRIMARY KEY ("product_id","currency")
);

-- CreateIndex
CREATE INDEX "price_ranges_currency_cheapest_product_id_idx" ON "price_ranges"("currency", "cheapest", "product_id");

-- AddForeignKey
ALTER TABLE "price_ranges" ADD CONSTRAINT "price_ranges_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "products"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Brings the ranges of these products in line with their prices. The products are locked first, and
-- what follows sees what others had committed by then: of two that change prices of one product at
-- the same time, the second counts what the first has written. Planned for look-ups whatever the
-- tables' size: an import into an empty shop would go on reading whole tables as they grow.
CREATE FUNCTION "settle_price_ranges"("ids" text[]) RETURNS void LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
AS $$
BEGIN
  PERFORM FROM "products" WHERE "id" = ANY ("ids") ORDER BY "id" FOR NO KEY UPDATE;
  DELETE FROM "price_ranges" r WHERE r."product_id" = ANY ("ids") AND NOT EXISTS (
    SELECT FROM "variants" v JOIN "prices" p ON p."variant_id" = v."id"
    WHERE v."product_id" = r."product_id" AND p."currency" = r."currency"
  );
  INSERT INTO "price_ranges" AS r ("product_id", "currency", "cheapest", "dearest")
  SELECT v."product_id", p."currency", min(p."amount"), max(p."amount")
  FROM "variants" v JOIN "prices" p ON p."variant_id" = v."id"
  WHERE v."product_id" = ANY ("ids")
  GROUP BY v."product_id", p."currency"
  ON CONFLICT ("product_id", "currency") DO UPDATE
    SET "cheapest" = excluded."cheapest", "dearest" = excluded."dearest"
    WHERE r."cheapest" <> excluded."cheapest" OR r."dearest" <> excluded."dearest";
END $$;

-- As before, with the ranges settled, and with a look-up for each row instead of a join: a join to the
-- rows of a statement was planned as a scan of all variants (40 ms for a batch of an import).
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
  END IF;
  PERFORM "notify_products_changed"("ids");
  RETURN NULL;
END $$;

-- New levels come by the hundred, from imports: one notice for all. (A checkout only updates levels,
-- one by one, and its trigger stays.)
DROP TRIGGER "stock_levels_insert_notify" ON "stock_levels";
CREATE TRIGGER "stock_levels_insert_notify" AFTER INSERT ON "stock_levels" REFERENCING NEW TABLE AS "changed"
  FOR EACH STATEMENT EXECUTE FUNCTION "catalog_rows_changed"();

INSERT INTO "price_ranges" ("product_id", "currency", "cheapest", "dearest")
SELECT v."product_id", p."currency", min(p."amount"), max(p."amount")
FROM "variants" v JOIN "prices" p ON p."variant_id" = v."id"
GROUP BY v."product_id", p."currency";
