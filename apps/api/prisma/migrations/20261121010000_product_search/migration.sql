-- Search, sorting and filtering of the catalogue, and news of its categories and collections.

-- Both extensions are trusted since PostgreSQL 13: the owner of a database may create them. A
-- server that lacks or forbids them says so in many ways; here it is said in one, with the remedy.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS "unaccent";
  CREATE EXTENSION IF NOT EXISTS "pg_trgm";
EXCEPTION WHEN OTHERS THEN
  RAISE EXCEPTION 'Product search needs the extensions unaccent and pg_trgm: %', SQLERRM
    USING ERRCODE = SQLSTATE,
    HINT = 'Install PostgreSQL''s contrib modules, or let an administrator run in this database: '
      || 'CREATE EXTENSION unaccent; CREATE EXTENSION pg_trgm;';
END $$;

-- Two readings of a word: as it stands, so that the beginning of a word finds it, and by its
-- English stem, so that "shirts" finds a shirt. Neither minds accents.
CREATE TEXT SEARCH CONFIGURATION "search_simple" (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION "search_simple"
  ALTER MAPPING FOR word, numword, hword, numhword, hword_part, hword_numpart WITH "unaccent", simple;
CREATE TEXT SEARCH CONFIGURATION "search_english" (COPY = english);
ALTER TEXT SEARCH CONFIGURATION "search_english"
  ALTER MAPPING FOR word, hword, hword_part WITH "unaccent", english_stem;

-- unaccent() and array_to_string() count as STABLE, because a dictionary or an output function
-- could change; for text and the dictionary above they give the same answer every time.
CREATE FUNCTION "folded_text"("value" text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(unaccent('unaccent'::regdictionary, normalize("value", NFKC)));

-- What a title is sorted by. Bounded, because it is an index's key and part of a cursor.
CREATE FUNCTION "title_sort_key"("title" text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN left("folded_text"("title"), 200);

-- Punctuation would make one token of "shirt/tee" (a path) and of "shop.com" (a host).
CREATE FUNCTION "search_vector"("value" text, "weight" "char") RETURNS tsvector
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN setweight(
    to_tsvector('search_english', translate("value", '/\.-_@:', '       '))
      || to_tsvector('search_simple', translate("value", '/\.-_@:', '       ')),
    "weight"
  );

-- A tsvector holds at most 1 MB; the description's beginning is enough to be found by.
CREATE FUNCTION "product_search"(
  "title" text, "vendor" text, "type" text, "tags" text[], "description" text
) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN "search_vector"(normalize("title", NFKC), 'A')
    || "search_vector"(normalize("vendor" || ' ' || "type" || ' ' || coalesce(array_to_string("tags", ' '), ''), NFKC), 'B')
    || "search_vector"(normalize(regexp_replace(left("description", 20000), '<[^>]*>', ' ', 'g'), NFKC), 'D');

ALTER TABLE "products" ADD COLUMN "search" tsvector
  GENERATED ALWAYS AS ("product_search"("title", "vendor", "type", "tags", "description")) STORED;

CREATE INDEX "products_search_idx" ON "products" USING gin ("search");
CREATE INDEX "products_tags_idx" ON "products" USING gin ("tags");
CREATE INDEX "products_title_trigrams" ON "products" USING gin ("folded_text"("title") gin_trgm_ops)
  WHERE "status" = 'active';
CREATE INDEX "products_by_title" ON "products" ("title_sort_key"("title"), "id") WHERE "status" = 'active';

-- CreateIndex
CREATE INDEX "products_vendor_idx" ON "products"("vendor");

-- CreateIndex
CREATE INDEX "products_type_idx" ON "products"("type");

-- CreateIndex
CREATE INDEX "prices_currency_amount_idx" ON "prices"("currency", "amount");

-- Sorted by "products_by_title" now.
DROP INDEX "products_status_title_id_idx";

-- For a query that no product holds word by word: titles with something like it, best first by
-- "score" (millionths). One wrong letter in "sneakers" leaves 0.5, in "jacket" 0.44; "shirt" and
-- "skirt" have 0.33. The library must be loaded before anyone but a superuser may name its setting.
SELECT similarity('', '');
CREATE FUNCTION "products_titled_like"("words" text)
  RETURNS TABLE ("id" text, "score" int) LANGUAGE sql STABLE PARALLEL SAFE
  SET pg_trgm.word_similarity_threshold = 0.4
BEGIN ATOMIC
  SELECT p."id", (word_similarity("folded_text"("words"), "folded_text"(p."title")) * 1000000)::int
  FROM "products" p
  WHERE p."status" = 'active' AND "folded_text"("words") <% "folded_text"(p."title");
END;

-- Categories and collections stand in every product's answer, and one change may concern any
-- number of products: all of them are told of.
CREATE FUNCTION "catalog_groups_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('cartwright', '{"type":"product.changed","payload":{"ids":null}}');
  RETURN NULL;
END $$;
CREATE TRIGGER "categories_notify" AFTER INSERT OR UPDATE OR DELETE ON "categories"
  FOR EACH STATEMENT EXECUTE FUNCTION "catalog_groups_changed"();
CREATE TRIGGER "collections_notify" AFTER INSERT OR UPDATE OR DELETE ON "collections"
  FOR EACH STATEMENT EXECUTE FUNCTION "catalog_groups_changed"();
