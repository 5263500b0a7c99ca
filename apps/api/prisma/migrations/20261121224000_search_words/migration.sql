-- Misspelt words are corrected by the words that the catalogue has, instead of comparing titles letter
-- by letter: among 100,000 products 2,500 titles were, for one word (docs/adr/0013).

-- The words of titles, vendors, types and tags. Not unique on purpose: whoever adds products would wait
-- for whoever else is about to add the same word. A word that two add at once is there twice.
CREATE TABLE "search_words" ("word" TEXT NOT NULL);

-- CreateIndex
CREATE INDEX "search_words_word_idx" ON "search_words"("word");
CREATE INDEX "search_words_trigrams" ON "search_words" USING gin ("word" gin_trgm_ops);

-- Those with a letter that can be mistyped. They have been freed of accents and cases, and stand both as
-- they are written and by their English stem, as in the index of the search.
CREATE FUNCTION "correctable_words"("search" tsvector) RETURNS SETOF text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT "word" FROM unnest(tsvector_to_array(ts_filter("search", '{a,b}'))) AS "word"
  WHERE length("word") BETWEEN 3 AND 40 AND "word" !~ '^[0-9]';
END;

-- Words are added and never taken away: whether a product still has one is asked when it is used. By
-- look-ups whatever the tables' size, since an import's plan is kept from when there was nothing.
CREATE FUNCTION "add_search_words"() RETURNS trigger LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
AS $$
BEGIN
  INSERT INTO "search_words" ("word")
  SELECT "found"."word" FROM (
    SELECT DISTINCT "word" FROM "changed" c CROSS JOIN LATERAL "correctable_words"(c."search") AS "word"
  ) "found"
  WHERE NOT EXISTS (SELECT FROM "search_words" w WHERE w."word" = "found"."word");
  RETURN NULL;
END $$;
CREATE TRIGGER "products_insert_words" AFTER INSERT ON "products" REFERENCING NEW TABLE AS "changed"
  FOR EACH STATEMENT EXECUTE FUNCTION "add_search_words"();
CREATE TRIGGER "products_update_words" AFTER UPDATE ON "products" REFERENCING NEW TABLE AS "changed"
  FOR EACH STATEMENT EXECUTE FUNCTION "add_search_words"();

INSERT INTO "search_words" ("word")
SELECT DISTINCT "word" FROM "products" CROSS JOIN LATERAL "correctable_words"("search") AS "word";

-- What a list of words asks for: all of them, each as it stands or by its English stem; "term" is in
-- the language of to_tsquery.
CREATE FUNCTION "term_query"("term" text) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN to_tsquery('search_english', "term") || to_tsquery('search_simple', "term");

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

-- The catalogue's words nearest to this one, of those that a product still has; null when none is near.
-- One wrong letter in "sneakers" leaves 0.5 of its trigrams, in "jacket" 0.44; "shirt" and "skirt" share
-- 0.33. Of similar beginnings ("boost", "boomerang") the second bound tells. An unfinished word is
-- compared with beginnings. The library must be loaded before anyone but a superuser may name its setting.
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
      FROM (SELECT DISTINCT "word" FROM "search_words" WHERE "bare" <% "word") w
    ) c
    WHERE c."likeness" >= 0.3 ORDER BY c."likeness" DESC, c."word" LIMIT 20
  LOOP
    EXIT WHEN "near"."likeness" < 0.85 * "best" OR numnode("nearest") > 20;
    CONTINUE WHEN NOT "is_in_search"(plainto_tsquery('search_simple', "near"."word"));
    "best" := greatest("best", "near"."likeness");
    "nearest" := coalesce("nearest", ''::tsquery)
      || plainto_tsquery('search_simple', "near"."word")
      || plainto_tsquery('search_english', "near"."word");
  END LOOP;
  RETURN "nearest";
END $$;

-- What is looked for when a shopper asks for these words, the last of which may be unfinished: products
-- with all of them. When there is none, words that no product has are read as the nearest that one has.
-- When there is still none, products with all words but one. Null when nothing is near.
CREATE FUNCTION "search_query"("words" text[]) RETURNS tsquery LANGUAGE plpgsql STABLE AS $$
DECLARE
  "count" int := cardinality("words");
  "query" tsquery;
  "parts" tsquery[] := '{}';
  "without" int := 0;
BEGIN
  IF "count" = 0 THEN
    RETURN NULL;
  END IF;
  "query" := "term_query"(array_to_string("words", ' & ') || ':*');
  -- Finished words come first: the sample tells of them, while all beginnings are read out.
  IF "is_in_search"("term_query"(array_to_string("words", ' & '))) OR "is_in_search"("query") THEN
    RETURN "query";
  END IF;
  FOR i IN 1 .. "count" LOOP
    -- Words like "the" and "of" are no reason to find or not to find anything.
    CONTINUE WHEN "count" > 1 AND numnode(to_tsquery('search_english', "words"[i])) = 0;
    "query" := "term_query"("words"[i] || CASE WHEN i = "count" THEN ':*' ELSE '' END);
    IF NOT "is_in_search"("query") THEN
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
