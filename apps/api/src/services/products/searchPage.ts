import type { Position } from '../../utils/cursor.ts';
import type { ListRequest } from './listRequest.ts';
import { beyond, pageOrderOf } from './order.ts';
import {
  FINISHED_MATCHES,
  FINISHED_TITLE_MATCHES,
  MATCHES,
  SCORE,
  TITLE_MATCHES,
} from './search.ts';
import {
  limitMatches,
  matching,
  sectionOf,
  sizeOf,
  RANKED,
  SORTED,
  type PageSql,
} from './sections.ts';

/**
 * Very many matches are not ranked: those with all words in their title come first, then the
 * others, the newest first in both. These negative values replace the score, which is positive; so
 * a cursor shows whether its list is ranked, and a list keeps the kind of its first page.
 */
const IN_TITLE = { name: 'in_title', score: -1 } as const;
const ELSEWHERE = { name: 'elsewhere', score: -2 } as const;
type Tier = typeof IN_TITLE | typeof ELSEWHERE;

const NEWEST = [{ key: 'createdAt', descending: true }] as const satisfies ListRequest['order'];

/** CTEs that end in `page`: the rows of a page of a search. They follow on `asked`. */
export function searchPage(page: PageSql): string {
  const { order } = page.request;
  if (order[0]?.key !== 'relevance') {
    const all = { name: 'page', matches: MATCHES, few: 'found', order, position: page.position };
    return `${fewWords(page, 'found', FINISHED_MATCHES, MATCHES)}, ${sectionOf(page, all)}`;
  }
  const score = Number(page.position?.keys[0] ?? 0);
  if (score > 0) return `page AS (${ranked(page, `(${matching(page, MATCHES, ', p.search')})`)})`;
  return page.position ? unrankedPage(page, page.position, score) : firstPage(page);
}

function firstPage(page: PageSql): string {
  const isRanked = `${sizeOf('found')} <= ${RANKED}`;
  const isUnranked = `(${sizeOf('titled')} > ${RANKED} OR ${sizeOf('found')} > ${RANKED})`;
  return `${fewWords(page, 'titled', FINISHED_TITLE_MATCHES, TITLE_MATCHES)},
found AS MATERIALIZED (
  ${matching(page, MATCHES, ', p.search')} AND ${sizeOf('titled')} <= ${RANKED} LIMIT ${RANKED + 1}
),
${tierOf(page, IN_TITLE, isUnranked)},
${tierOf(page, ELSEWHERE, `${isUnranked} AND ${sizeOf(IN_TITLE.name)} < ${page.limit}`)},
${pageOf(page, [ranked(page, 'found', isRanked), 'TABLE in_title', 'TABLE elsewhere'])}`;
}

function unrankedPage(page: PageSql, position: Position, score: number): string {
  const onwards = { ...position, keys: position.keys.slice(1) };
  const tiers = position.direction === 'next' ? [IN_TITLE, ELSEWHERE] : [ELSEWHERE, IN_TITLE];
  const [first = IN_TITLE, second] = score === tiers[1]?.score ? tiers.slice(1) : tiers;
  const isTitled = first === IN_TITLE || second !== undefined;
  return [
    ...(isTitled ? [fewWords(page, 'titled', FINISHED_TITLE_MATCHES, TITLE_MATCHES)] : []),
    tierOf(page, first, 'true', onwards),
    ...(second ? [tierOf(page, second, `${sizeOf(first.name)} < ${page.limit}`)] : []),
    pageOf(
      page,
      [first, ...(second ? [second] : [])].map(({ name }) => `TABLE ${name}`),
    ),
  ].join(',\n');
}

/** As {@link limitMatches}; only by the finished words when these have more matches already. */
function fewWords(page: PageSql, name: string, finished: string, matches: string): string {
  const isEnough = `${sizeOf(`${name}_finished`)} > ${SORTED}`;
  return `${limitMatches(page, `${name}_finished`, finished, SORTED)}, ${name} AS MATERIALIZED (
  (SELECT * FROM ${name}_finished WHERE ${isEnough}) UNION ALL
  (${matching(page, matches)} AND NOT ${isEnough} LIMIT ${SORTED + 1})
)`;
}

/** The best of what is in `source`, from the position on. */
function ranked(page: PageSql, source: string, condition = 'true'): string {
  const { request, position, parameters, limit } = page;
  const { columns, orderBy } = pageOrderOf(request.order, position?.direction ?? 'next');
  const onwards = position ? `AND ${beyond(request.order, position, parameters)}` : '';
  return `SELECT p.id, ${columns} FROM (SELECT p.*, ${SCORE} AS score FROM ${source} p OFFSET 0) p
  WHERE ${condition} ${onwards} ORDER BY ${orderBy} LIMIT ${limit}`;
}

function tierOf(page: PageSql, tier: Tier, condition: string, position?: Position): string {
  const direction = page.position?.direction ?? 'next';
  const isTitled = tier === IN_TITLE;
  const matches = isTitled ? TITLE_MATCHES : `${MATCHES} AND NOT ${TITLE_MATCHES}`;
  const few = isTitled ? 'titled' : undefined;
  const section = { ...tier, matches, few, order: NEWEST, direction, position, condition };
  return sectionOf(page, section);
}

function pageOf({ request, position, limit }: PageSql, parts: readonly string[]): string {
  const { orderBy } = pageOrderOf(request.order, position?.direction ?? 'next');
  return `page AS (
  SELECT * FROM (${parts.map((part) => `(${part})`).join(' UNION ALL ')}) found
  ORDER BY ${orderBy} LIMIT ${limit}
)`;
}
