-- A product's search vector, the dearest part of an import, for half of what it took: the same vector as
-- before, and none has to be made anew.

-- The text whose words are searched. Normalizing leaves ASCII as it is, and is passed over there.
-- Punctuation would make one token of "shirt/tee" (a path) and of "shop.com" (a host). Names nothing
-- that a search path would have to find, as a restored dump computes vectors without one.
CREATE FUNCTION "searchable_text"("value" text) RETURNS text
  LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 100
AS $$
BEGIN
  IF octet_length("value") > char_length("value") THEN
    "value" := normalize("value", NFKC);
  END IF;
  RETURN translate("value", '/\.-_@:', '       ');
END $$;

-- The planner writes a function's text in its place, and each mention of an argument with it: both
-- readings prepared the text for themselves. What costs as much as the function above is not doubled.
CREATE OR REPLACE FUNCTION "search_vector"("value" text, "weight" "char") RETURNS tsvector
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN setweight(
    to_tsvector('search_english', "value") || to_tsvector('search_simple', "value"),
    "weight"
  );

-- A tsvector holds at most 1 MB; the description's beginning is enough to be found by.
CREATE OR REPLACE FUNCTION "product_search"(
  "title" text, "vendor" text, "type" text, "tags" text[], "description" text
) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN "search_vector"("searchable_text"("title"), 'A')
    || "search_vector"("searchable_text"("vendor" || ' ' || "type" || ' ' || coalesce(array_to_string("tags", ' '), '')), 'B')
    || "search_vector"("searchable_text"(regexp_replace(left("description", 20000), '<[^>]*>', ' ', 'g')), 'D');
