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

/**
 * CTEs that end in `matches` (score and {@link COLUMNS}, so that no match is looked up twice): the
 * active products that have what the words ask for, corrected when they are misspelt (search_query).
 */
export function searchCtes(
  words: readonly string[],
  byRelevance: boolean,
  parameters: Parameters,
): string {
  // Millionths: an integer can be put into a cursor and compared without a loss.
  const score = byRelevance ? `(ts_rank(p.search, asked.query, 1) * 1000000)::int` : '0';
  return `asked AS MATERIALIZED (
    SELECT search_query(${parameters.add(words)}::text[]) AS query
  ), matches AS MATERIALIZED (
    SELECT ${COLUMNS.map((column) => `p.${column}`).join(', ')}, ${score} AS score
    FROM asked CROSS JOIN products p
    WHERE p.status = 'active' AND p.search @@ (SELECT query FROM asked)
  ), `;
}
