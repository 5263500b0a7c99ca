import type { Position } from '../../utils/cursor.ts';
import type { ListOrder } from './listRequest.ts';
import type { Parameters } from './parameters.ts';

type Key = ListOrder[number]['key'];

interface KeySql {
  /** What is sorted by. */
  readonly expression: string;
  /** The type that a cursor's value is read as. */
  readonly type: string;
}

const keySql: Record<Key, KeySql> = {
  title: { expression: 'title_sort_key(p.title)', type: 'text' },
  createdAt: { expression: 'p.created_at', type: 'timestamptz' },
  price: { expression: 'priced.cheapest', type: 'bigint' },
  relevance: { expression: 'p.score', type: 'int' },
};

/**
 * Joins product `p` to its range of prices; a product without a price in the currency is left out.
 * @param isLookedUp whether that is done product by product, of which there are few. Else the ranges
 * can be read in the order of their index, no further than the page goes.
 */
export function priceRangeJoin(currency: string, isLookedUp: boolean): string {
  const range = `priced.product_id = p.id AND priced.currency = ${currency}`;
  return isLookedUp
    ? `CROSS JOIN LATERAL (SELECT cheapest, dearest FROM price_ranges priced WHERE ${range} OFFSET 0) priced`
    : `JOIN price_ranges priced ON ${range}`;
}

/** The order of a page's rows, as SQL. Going back, everything is turned round. */
interface PageOrder {
  /** "expression AS k0, …" */
  readonly columns: string;
  /** ORDER BY over the columns and the id. */
  readonly orderBy: string;
  /** ORDER BY in the list's own direction, over the columns of `page`. */
  readonly shownBy: string;
  /** "page.k0, …", for the cursor. */
  readonly keys: string;
}

export function pageOrderOf(order: ListOrder, direction: Position['direction']): PageOrder {
  const flip = direction === 'prev';
  const by = (prefix: string, turned: boolean) =>
    [...order.map(({ descending }, i) => ({ name: `k${i}`, descending })), idTerm(order)]
      .map(({ name, descending }) => `${prefix}${name} ${descending === turned ? 'ASC' : 'DESC'}`)
      .join(', ');
  return {
    columns: order.map(({ key }, i) => `${keySql[key].expression} AS k${i}`).join(', '),
    orderBy: by('', flip),
    shownBy: by('page.', false),
    keys: order.map((_, i) => `page.k${i}`).join(', '),
  };
}

/**
 * The id orders rows of equal keys, in the direction of the last key so that one index serves both.
 */
function idTerm(order: ListOrder): { name: string; descending: boolean } {
  return { name: 'id', descending: order.at(-1)?.descending ?? false };
}

/** The condition that a row lies beyond a position. */
export function beyond(order: ListOrder, position: Position, parameters: Parameters): string {
  const flip = position.direction === 'prev';
  const terms = [
    ...order.map(({ key, descending }, i) => ({
      left: keySql[key].expression,
      right: `${parameters.add(position.keys[i])}::${keySql[key].type}`,
      operator: descending === flip ? '>' : '<',
    })),
    {
      left: 'p.id',
      right: parameters.add(position.id),
      operator: idTerm(order).descending === flip ? '>' : '<',
    },
  ];
  const [first] = terms;
  // Implied by the rest, and what an index on the first key can use.
  const bound = first ? `${first.left} ${first.operator}= ${first.right} AND ` : '';
  return bound + lexicographic(terms);
}

interface Comparison {
  readonly left: string;
  readonly right: string;
  readonly operator: string;
}

/** (a, b, id) beyond (x, y, z), where each may go its own way. */
function lexicographic(terms: readonly Comparison[]): string {
  const [first, ...rest] = terms;
  if (!first) return 'false';
  if (terms.every(({ operator }) => operator === first.operator)) {
    const side = (of: 'left' | 'right') => terms.map((term) => term[of]).join(', ');
    return `(${side('left')}) ${first.operator} (${side('right')})`;
  }
  const beyondFirst = `${first.left} ${first.operator} ${first.right}`;
  return `(${beyondFirst} OR (${first.left} = ${first.right} AND ${lexicographic(rest)}))`;
}
