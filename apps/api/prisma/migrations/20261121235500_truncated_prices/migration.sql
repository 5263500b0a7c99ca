-- Ranges of prices have no foreign key, and TRUNCATE fires no trigger of rows: they go with what they are of.
CREATE FUNCTION "price_ranges_truncated"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  TRUNCATE "price_ranges", "category_prices";
  RETURN NULL;
END
$$;

CREATE FUNCTION "category_prices_truncated"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  TRUNCATE "category_prices";
  RETURN NULL;
END
$$;

CREATE TRIGGER "prices_truncate_ranges" AFTER TRUNCATE ON "prices"
  FOR EACH STATEMENT EXECUTE FUNCTION "price_ranges_truncated"();
CREATE TRIGGER "product_categories_truncate_prices" AFTER TRUNCATE ON "product_categories"
  FOR EACH STATEMENT EXECUTE FUNCTION "category_prices_truncated"();
