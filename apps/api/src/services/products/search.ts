import type { Parameters } from './parameters.ts';

/** More words than a shopper types; each one costs the database a look-up. */
const MAX_WORDS = 12;

/** The words of a query: letters, digits and their marks, in lower case, each once. */
export function wordsOf(text: string): string[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  // The last one stays last: it is the one that may be unfinished.
  return [...new Set(words.toReversed())].slice(0, MAX_WORDS).toReversed();
}

/** What a list needs of a product, besides the score, to narrow and sort the matches. */
const COLUMNS = ['id', 'status', 'title', 'vendor', 'type', 'tags', 'created_at'];
const columnsOf = (table: string) => COLUMNS.map((column) => `${table}.${column}`).join(', ');

/**
 * CTEs that end in `matches` (score and {@link COLUMNS}, so that no match is looked up twice): the active products that have all the words (the last may
 * be a beginning), or, when there are none, those whose title is nearly so.
 */
export function searchCtes(
  words: readonly string[],
  byRelevance: boolean,
  parameters: Parameters,
): string {
  // Words are of letters and digits alone, so nothing in them is an operator of tsquery.
  const terms = parameters.add(
    words.map((word, i) => (i < words.length - 1 ? word : `${word}:*`)).join(' & '),
  );
  const query = `(to_tsquery('search_english', ${terms}) || to_tsquery('search_simple', ${terms}))`;
  // Millionths: an integer can be put into a cursor and compared without a loss.
  const score = byRelevance ? `(ts_rank(p.search, ${query}, 1) * 1000000)::int` : '0';
  return `exact AS MATERIALIZED (
    SELECT ${columnsOf('p')}, ${score} AS score
    FROM products p
    WHERE p.status = 'active' AND p.search @@ ${query}
  ), matches AS (
    SELECT * FROM exact
    UNION ALL
    SELECT ${columnsOf('p')}, alike.score
    FROM products_titled_like(${parameters.add(words.join(' '))}) alike
    CROSS JOIN LATERAL (SELECT * FROM products WHERE id = alike.id OFFSET 0) p
    WHERE NOT EXISTS (SELECT FROM exact)
  ), `;
}
