-- What titles have, found without looking at all that descriptions have: of a word that very many
-- products have, those with it in their title come first (docs/adr/0014). A sixth of the size of the
-- trigrams that were kept of titles.
CREATE INDEX "products_title_search_idx" ON "products" USING gin (ts_filter("search", '{a}'))
  WHERE "status" = 'active';
