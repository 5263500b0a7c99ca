-- Whether any product has this tag, by a look into the index of tags. A list of a tag is read in its own
-- order, until the page is full: of a tag that nobody has, that is the whole catalogue. Of a tag that
-- many have, the index gives a sample of about this many and is not read out for all.
CREATE FUNCTION "is_tag_in_use"("tag" text) RETURNS boolean LANGUAGE plpgsql STABLE
  SET enable_seqscan = off SET gin_fuzzy_search_limit = 1000
AS $$
BEGIN
  RETURN EXISTS (SELECT FROM "products" WHERE "tags" @> ARRAY["tag"]);
END $$;
