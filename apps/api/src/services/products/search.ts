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

/**
 * The CTE `asked`: the query of the words, corrected when they are misspelt; and, where that leaves
 * an unfinished word to the index, the query with it as a finished one. Fewer products match that,
 * and it costs a fifth to know ("oak", with which 67 other words begin).
 */
export function searchWordsCte(words: readonly string[], parameters: Parameters): string {
  return `asked AS MATERIALIZED (
  SELECT query, finished_query(query) AS finished
  FROM (SELECT search_query(${parameters.add(words)}::text[]) AS query OFFSET 0) corrected
)`;
}

const QUERY = '(SELECT query FROM asked)';
const FINISHED = '(SELECT finished FROM asked)';

/** Whether product `p` matches; and whether its title alone does. */
export const MATCHES = `p.search @@ ${QUERY}`;
export const TITLE_MATCHES = `ts_filter(p.search, '{a}') @@ ${QUERY}`;

/** The same of finished words; of none when nothing is unfinished. */
export const FINISHED_MATCHES = `p.search @@ ${FINISHED}`;
export const FINISHED_TITLE_MATCHES = `ts_filter(p.search, '{a}') @@ ${FINISHED}`;

/** Millionths: an integer can be put into a cursor and compared without a loss. Never 0. */
export const SCORE = `greatest(1, (ts_rank(p.search, ${QUERY}, 1) * 1000000)::int)`;
