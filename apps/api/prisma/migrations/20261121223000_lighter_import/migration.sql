-- New products at less cost: the same search vectors, ranges and news as before, and none has to be made anew.

-- DropIndex
DROP INDEX "prices_currency_amount_idx";

-- Most variants have no image and no movement of an import has an order: nobody looks for those by it.
DROP INDEX "variants_image_id_idx";
CREATE INDEX "variants_with_image" ON "variants" ("image_id") WHERE "image_id" IS NOT NULL;
DROP INDEX "stock_movements_order_id_idx";
CREATE INDEX "stock_movements_of_orders" ON "stock_movements" ("order_id") WHERE "order_id" IS NOT NULL;

-- DropForeignKey: a range goes with the product's last price, by the triggers, as in "category_prices".
ALTER TABLE "price_ranges" DROP CONSTRAINT "price_ranges_product_id_fkey";

-- Folded text is part of two indexes' keys. unaccent() counts as STABLE, which keeps PostgreSQL from
-- writing a function's text in its place, and calling one costs more than what it does. ASCII, which
-- neither normalizing nor unaccenting changes, is spared both calls.
CREATE FUNCTION "folded_unicode"("value" text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(unaccent('unaccent'::regdictionary, normalize("value", NFKC)));

-- Not STRICT: a CASE is not, and would not be written in the function's place if the function were.
CREATE OR REPLACE FUNCTION "folded_text"("value" text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN octet_length("value") = char_length("value")
    THEN lower("value") ELSE "folded_unicode"("value") END;

CREATE OR REPLACE FUNCTION "title_sort_key"("title" text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN left("folded_text"("title"), 200);

-- A product's search vector from one call instead of seven: an expression of PL/pgSQL's costs a fraction
-- of a call of an SQL function. The configurations are arguments because the names in a function's text
-- are looked up with the search path of whoever calls it, and a restored dump computes vectors without one.
CREATE FUNCTION "weighted_search"(
  "title" text, "vendor" text, "type" text, "tags" text[], "description" text,
  "english" regconfig, "simple" regconfig
) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  "labels" text := "vendor" || ' ' || "type" || ' ' || coalesce(array_to_string("tags", ' '), '');
  -- A tsvector holds at most 1 MB; the description's beginning is enough to be found by.
  "body" text := regexp_replace(left("description", 20000), '<[^>]*>', ' ', 'g');
BEGIN
  -- Normalizing leaves ASCII as it is.
  IF octet_length("title") > char_length("title") THEN "title" := normalize("title", NFKC); END IF;
  IF octet_length("labels") > char_length("labels") THEN "labels" := normalize("labels", NFKC); END IF;
  IF octet_length("body") > char_length("body") THEN "body" := normalize("body", NFKC); END IF;
  -- Punctuation would make one token of "shirt/tee" (a path) and of "shop.com" (a host).
  "title" := translate("title", '/\.-_@:', '       ');
  "labels" := translate("labels", '/\.-_@:', '       ');
  "body" := translate("body", '/\.-_@:', '       ');
  RETURN setweight(to_tsvector("english", "title") || to_tsvector("simple", "title"), 'A')
    || setweight(to_tsvector("english", "labels") || to_tsvector("simple", "labels"), 'B')
    || setweight(to_tsvector("english", "body") || to_tsvector("simple", "body"), 'D');
END $$;
CREATE OR REPLACE FUNCTION "product_search"(
  "title" text, "vendor" text, "type" text, "tags" text[], "description" text
) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN "weighted_search"("title", "vendor", "type", "tags", "description", 'search_english', 'search_simple');
DROP FUNCTION "search_vector"(text, "char");
DROP FUNCTION "searchable_text"(text);

-- New prices can only widen a range, so that nothing else of the products has to be read. The products
-- are locked for the reason that "settle_price_ranges" has, and look-ups are planned for the same.
CREATE FUNCTION "prices_inserted"() RETURNS trigger LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
AS $$
DECLARE
  "ranges" "price_ranges"[];
  "ids" text[];
BEGIN
  SELECT array_agg(ROW(n."product_id", n."currency", n."cheapest", n."dearest")::"price_ranges"),
         array_agg(DISTINCT n."product_id") INTO "ranges", "ids"
  FROM (
    SELECT (SELECT v."product_id" FROM "variants" v WHERE v."id" = c."variant_id") AS "product_id",
           c."currency", min(c."amount") AS "cheapest", max(c."amount") AS "dearest"
    FROM "changed" c GROUP BY 1, 2
  ) n WHERE n."product_id" IS NOT NULL;
  IF "ids" IS NULL THEN
    RETURN NULL;
  END IF;
  PERFORM FROM "products" WHERE "id" = ANY ("ids") ORDER BY "id" FOR NO KEY UPDATE;
  WITH "widened" AS (
    INSERT INTO "price_ranges" AS r ("product_id", "currency", "cheapest", "dearest")
    SELECT n."product_id", n."currency", n."cheapest", n."dearest" FROM unnest("ranges") n
    ON CONFLICT ("product_id", "currency") DO UPDATE
      SET "cheapest" = least(r."cheapest", excluded."cheapest"),
          "dearest" = greatest(r."dearest", excluded."dearest")
      WHERE excluded."cheapest" < r."cheapest" OR excluded."dearest" > r."dearest"
    RETURNING r."product_id", r."currency", r."cheapest", r."dearest"
  )
  INSERT INTO "category_prices" ("product_id", "category_id", "currency", "cheapest", "dearest")
  SELECT w."product_id", pc."category_id", w."currency", w."cheapest", w."dearest"
  FROM "widened" w JOIN "product_categories" pc ON pc."product_id" = w."product_id"
  ON CONFLICT ("product_id", "category_id", "currency") DO UPDATE
    SET "cheapest" = excluded."cheapest", "dearest" = excluded."dearest";
  PERFORM "notify_products_changed"("ids");
  RETURN NULL;
END $$;
DROP TRIGGER "prices_insert_notify" ON "prices";
CREATE TRIGGER "prices_insert_notify" AFTER INSERT ON "prices" REFERENCING NEW TABLE AS "changed"
  FOR EACH STATEMENT EXECUTE FUNCTION "prices_inserted"();

-- A product that joins a category takes its ranges there, and what it has in others stays.
CREATE FUNCTION "product_categories_inserted"() RETURNS trigger LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
AS $$
DECLARE
  "ids" text[] := (SELECT array_agg(DISTINCT "product_id") FROM "changed");
BEGIN
  IF "ids" IS NULL THEN
    RETURN NULL;
  END IF;
  PERFORM FROM "products" WHERE "id" = ANY ("ids") ORDER BY "id" FOR NO KEY UPDATE;
  INSERT INTO "category_prices" ("product_id", "category_id", "currency", "cheapest", "dearest")
  SELECT r."product_id", c."category_id", r."currency", r."cheapest", r."dearest"
  FROM "changed" c JOIN "price_ranges" r ON r."product_id" = c."product_id"
  ON CONFLICT ("product_id", "category_id", "currency") DO UPDATE
    SET "cheapest" = excluded."cheapest", "dearest" = excluded."dearest";
  PERFORM "notify_products_changed"("ids");
  RETURN NULL;
END $$;
DROP TRIGGER "product_categories_insert_notify" ON "product_categories";
CREATE TRIGGER "product_categories_insert_notify" AFTER INSERT ON "product_categories"
  REFERENCING NEW TABLE AS "changed"
  FOR EACH STATEMENT EXECUTE FUNCTION "product_categories_inserted"();

-- As before, for all but the two triggers above, and with each variant looked up once: PostgreSQL wrote the
-- look-up into the condition that drops those without a product, too.
CREATE OR REPLACE FUNCTION "catalog_rows_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "ids" text[];
BEGIN
  IF TG_TABLE_NAME = 'products' THEN
    SELECT array_agg(DISTINCT "id") INTO "ids" FROM "changed";
  ELSIF TG_TABLE_NAME IN ('prices', 'stock_levels') THEN
    -- What went with its variant has no product any more; the variant's own trigger tells of it.
    SELECT nullif(array_remove(array_agg(DISTINCT (
      SELECT v."product_id" FROM "variants" v WHERE v."id" = c."variant_id"
    )), NULL), '{}') INTO "ids" FROM (SELECT DISTINCT "variant_id" FROM "changed") c;
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
