-- The words of the catalogue. Misspelt ones are corrected by them, instead of comparing titles letter by
-- letter (among 100,000 products 2,500 titles, for one word), and beginnings are completed by them
-- (docs/adr/0013).

-- Both as they are written and by their English stem, as in the index of the search. Not unique on
-- purpose: whoever adds products would wait for whoever else is about to add the same word. A word that
-- two add at once is there twice.
CREATE TABLE "search_words" (
    "word" TEXT NOT NULL,
    "is_name" BOOLEAN NOT NULL
);

-- CreateIndex. By code points, for beginnings are looked up.
CREATE INDEX "search_words_word_idx" ON "search_words"("word" COLLATE "C");
CREATE INDEX "search_words_trigrams" ON "search_words" USING gin ("word" gin_trgm_ops);

-- A product's words; names are those of its title, vendor, type and tags.
CREATE FUNCTION "words_of_search"("search" tsvector) RETURNS TABLE ("word" text, "is_name" boolean)
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT unnest(tsvector_to_array("search")), false
  UNION ALL
  SELECT unnest(tsvector_to_array(ts_filter("search", '{a,b}'))), true;
END;

-- Words are added and never taken away: whether a product still has one is asked when it is used. By
-- look-ups whatever the tables' size, since an import's plan is kept from when there was nothing.
CREATE FUNCTION "add_search_words"() RETURNS trigger LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
AS $$
BEGIN
  INSERT INTO "search_words" ("word", "is_name")
  SELECT "found"."word", "found"."is_name" FROM (
    SELECT s."word", bool_or(s."is_name") AS "is_name"
    FROM "changed" c CROSS JOIN LATERAL "words_of_search"(c."search") s
    GROUP BY s."word"
  ) "found"
  WHERE NOT EXISTS (
    SELECT FROM "search_words" w
    WHERE w."word" = "found"."word" COLLATE "C" AND (w."is_name" OR NOT "found"."is_name")
  );
  RETURN NULL;
END $$;
CREATE TRIGGER "products_insert_words" AFTER INSERT ON "products" REFERENCING NEW TABLE AS "changed"
  FOR EACH STATEMENT EXECUTE FUNCTION "add_search_words"();
CREATE TRIGGER "products_update_words" AFTER UPDATE ON "products" REFERENCING NEW TABLE AS "changed"
  FOR EACH STATEMENT EXECUTE FUNCTION "add_search_words"();

INSERT INTO "search_words" ("word", "is_name")
SELECT s."word", bool_or(s."is_name")
FROM "products" CROSS JOIN LATERAL "words_of_search"("search") s
GROUP BY s."word";

-- A word as it is written or by its English stem; in the language of to_tsquery, so several as well.
-- Where both are the same it stands once, since the index would be read twice.
CREATE FUNCTION "term_query"("term" text) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN coalesce(
    nullif(to_tsquery('search_english', "term"), to_tsquery('search_simple', "term"))
      || to_tsquery('search_simple', "term"),
    to_tsquery('search_simple', "term")
  );

-- All the words that begin like this one, null when none does. Asked for a beginning, the index of the
-- search reads out all that products have of it, even to find what few have besides (6.6 ms instead of
-- 0.3). Of many words that is the quicker way (of 68: 10 ms instead of 28).
CREATE FUNCTION "beginning_query"("beginning" text) RETURNS tsquery LANGUAGE plpgsql STABLE
  SET enable_seqscan = off
AS $$
DECLARE
  "written" text[] := tsvector_to_array(to_tsvector('search_simple', "beginning"));
  "words" text[];
BEGIN
  IF cardinality("written") <> 1 THEN
    RETURN "term_query"("beginning" || ':*');
  END IF;
  "words" := ARRAY(
    SELECT DISTINCT w."word"
    FROM unnest("written" || tsvector_to_array(to_tsvector('search_english', "beginning"))) "start"
    JOIN "search_words" w
      ON w."word" >= "start" COLLATE "C" AND w."word" < ("start" || chr(1114111)) COLLATE "C"
    LIMIT 9
  );
  RETURN CASE WHEN cardinality("words") > 8 THEN "term_query"("beginning" || ':*') ELSE (
    SELECT string_agg('''' || replace(replace("word", '\', '\\'), '''', '''''') || '''', ' | ')::tsquery
    FROM unnest("words") "word"
  ) END;
END $$;

-- The same with a beginning as a finished word, null when there is none: fewer products have that, and it
-- costs a fifth to be told so. (As text, since tsquery counts both as equal.)
CREATE FUNCTION "finished_query"("query" tsquery) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN nullif(replace("query"::text, ':*', ''), "query"::text)::tsquery;

-- Whether an active product has what is asked for. By the index of words alone: PostgreSQL expects one
-- product of 200 to have it, and would look at one after the other. Of a word that very many have the
-- index gives a sample of about this many (0.5 ms instead of 3 for 5,000 products), which may by chance
-- have no active product in it.
CREATE FUNCTION "is_in_sample"("query" tsquery) RETURNS boolean LANGUAGE plpgsql STABLE
  SET enable_seqscan = off SET enable_indexscan = off SET gin_fuzzy_search_limit = 200
AS $$
BEGIN
  RETURN EXISTS (SELECT FROM "products" WHERE "status" = 'active' AND "search" @@ "query");
END $$;
CREATE FUNCTION "is_in_search"("query" tsquery) RETURNS boolean LANGUAGE plpgsql STABLE
  SET enable_seqscan = off SET enable_indexscan = off
AS $$
BEGIN
  RETURN "is_in_sample"("query")
    OR EXISTS (SELECT FROM "products" WHERE "status" = 'active' AND "search" @@ "query");
END $$;

-- The names nearest to this word, of those that a product still has; null when none is near. One wrong
-- letter in "sneakers" leaves 0.5 of its trigrams, in "jacket" 0.44; "shirt" and "skirt" share 0.33. Of
-- similar beginnings ("boost", "boomerang") the second bound tells. An unfinished word is compared with
-- beginnings. The library must be loaded before anyone but a superuser may name its setting.
SELECT similarity('', '');
CREATE FUNCTION "nearest_words_query"("asked" text, "is_unfinished" boolean) RETURNS tsquery
  LANGUAGE plpgsql STABLE
  SET enable_seqscan = off SET enable_indexscan = off SET enable_indexonlyscan = off
  SET pg_trgm.word_similarity_threshold = 0.4
AS $$
DECLARE
  "bare" text := "folded_text"("asked");
  "nearest" tsquery;
  "best" real := 0;
  "near" record;
BEGIN
  FOR "near" IN
    SELECT c."word", c."likeness" FROM (
      SELECT w."word", greatest(
        similarity("bare", w."word"),
        CASE WHEN "is_unfinished" THEN similarity("bare", left(w."word", length("bare"))) - 0.1 END
      ) AS "likeness"
      FROM (
        SELECT DISTINCT "word" FROM "search_words"
        WHERE "bare" <% "word" AND "is_name" AND length("word") > 2 AND "word" ~ '^[^[:digit:][:punct:][:space:]|<>]+$'
      ) w
    ) c
    WHERE c."likeness" >= 0.3 ORDER BY c."likeness" DESC, c."word" LIMIT 20
  LOOP
    EXIT WHEN "near"."likeness" < 0.85 * "best" OR numnode("nearest") > 20;
    CONTINUE WHEN NOT "is_in_search"("term_query"("near"."word"));
    "best" := greatest("best", "near"."likeness");
    "nearest" := coalesce("nearest", ''::tsquery) || "term_query"("near"."word");
  END LOOP;
  RETURN "nearest";
END $$;

-- What is looked for when a shopper asks for these words, the last of which may be unfinished: products
-- with all of them. When there is none, words that no product has are read as the nearest that one has.
-- When there is still none, products with all words but one. Null when nothing is near. (A notice would
-- tell of each word that is none to the English dictionary.)
CREATE FUNCTION "search_query"("words" text[]) RETURNS tsquery LANGUAGE plpgsql STABLE
  SET client_min_messages = warning
AS $$
DECLARE
  "count" int := cardinality("words");
  "last" tsquery := "beginning_query"("words"["count"]);
  "before" text := array_to_string("words"[:"count" - 1], ' & ');
  "stems" tsquery := to_tsquery('search_english', "before") && "last";
  "query" tsquery := to_tsquery('search_simple', "before") && "last";
  "parts" tsquery[] := '{}';
  "without" int := 0;
BEGIN
  IF "stems" <> "query" THEN
    "query" := "stems" || "query";
  END IF;
  IF "count" = 0 OR "is_in_search"("finished_query"("query")) OR "is_in_search"("query") THEN
    RETURN "query";
  END IF;
  FOR i IN 1 .. "count" LOOP
    -- Words like "the" and "of" are no reason to find or not to find anything.
    CONTINUE WHEN "count" > 1 AND numnode(to_tsquery('search_english', "words"[i])) = 0;
    "query" := CASE WHEN i = "count" THEN "last" ELSE "term_query"("words"[i]) END;
    IF "is_in_search"("query") IS NOT TRUE THEN
      "query" := "nearest_words_query"("words"[i], i = "count");
    END IF;
    IF "query" IS NULL THEN
      "without" := "without" + 1;
    ELSE
      "parts" := "parts" || "query";
    END IF;
  END LOOP;
  IF "without" > 1 OR cardinality("parts") = 0 THEN
    RETURN NULL;
  END IF;
  "query" := (SELECT string_agg('(' || "part" || ')', ' & ') FROM unnest("parts"::text[]) "part");
  IF "without" = 1 OR cardinality("parts") = 1 OR "is_in_search"("query") THEN
    RETURN "query";
  END IF;
  RETURN (
    SELECT string_agg('(' || (
      SELECT string_agg('(' || "part" || ')', ' & ')
      FROM unnest("parts"::text[]) WITH ORDINALITY AS p("part", "place") WHERE "place" <> "left_out"
    ) || ')', ' | ')
    FROM generate_series(1, cardinality("parts")) "left_out"
  );
END $$;

DROP FUNCTION "products_titled_like"(text);
DROP INDEX "products_title_trigrams";
