import { invalidParameter } from './errors.ts';
import { expand, hash, integer, plainText } from './params.ts';
import type { Field, Values } from './params.ts';
import type { Store } from './store.ts';
import type { Kind, ObjectsByKind } from './types.ts';

/** `created=1700000000` or `created[gte]=1700000000`, in seconds. */
const created: Field<Partial<Record<'gt' | 'gte' | 'lt' | 'lte' | 'eq', number>>> = {
  read(value, name) {
    if (typeof value === 'string') return { eq: integer().read(value, name) };
    const bounds = { gt: integer(), gte: integer(), lt: integer(), lte: integer() };
    return hash(bounds).read(value, name);
  },
};

/** The parameters that every list endpoint has. */
export const listFields = {
  limit: integer(),
  starting_after: plainText,
  ending_before: plainText,
  created,
  expand,
};

/** Stripe's list object. */
export type Page<K extends Kind> = {
  object: 'list';
  data: ObjectsByKind[K][];
  has_more: boolean;
  url: string;
};

/** A list filter: the member of the object and the values it may have. */
export type Filter = readonly [member: string, values: readonly (string | null | undefined)[]];

const OPERATORS = [
  ['gt', '>'],
  ['gte', '>='],
  ['lt', '<'],
  ['lte', '<='],
  ['eq', '='],
] as const;

/**
 * One page of objects, newest first, as Stripe's list object.
 * @param filters members that must equal one of the given values; undefined values are skipped
 */
export function listPage<K extends Kind>(
  store: Store,
  kind: K,
  url: string,
  query: Values<typeof listFields>,
  filters: readonly Filter[] = [],
): Page<K> {
  const limit = query.limit ?? 10;
  if (limit < 1 || limit > 100) {
    throw invalidParameter(
      `Invalid integer: must be between 1 and 100 (got ${limit})`,
      'limit',
      'parameter_invalid_integer',
    );
  }
  const { where, values } = conditions(kind, query, filters);
  const backwards = query.ending_before !== undefined;
  const cursor = query.ending_before ?? query.starting_after;
  if (cursor !== undefined) {
    store.get(kind, cursor, backwards ? 'ending_before' : 'starting_after');
    where.push(`seq ${backwards ? '>' : '<'} (SELECT seq FROM objects WHERE id = ?)`);
    values.push(cursor);
  }
  const rows = store.rows(
    `SELECT doc FROM objects WHERE ${where.join(' AND ')}
     ORDER BY seq ${backwards ? 'ASC' : 'DESC'} LIMIT ?`,
    ...values,
    limit + 1,
  );
  const page = rows.slice(0, limit).map((row): ObjectsByKind[K] => JSON.parse(String(row['doc'])));
  if (backwards) page.reverse();
  return { object: 'list', data: page, has_more: rows.length > limit, url };
}

function conditions(
  kind: Kind,
  query: Values<typeof listFields>,
  filters: readonly Filter[],
): { where: string[]; values: (string | number)[] } {
  const where = ['kind = ?', `doc ->> '$.deleted' IS NULL`];
  const values: (string | number)[] = [kind];
  for (const [name, operator] of OPERATORS) {
    const bound = query.created?.[name];
    if (bound !== undefined) {
      where.push(`doc ->> '$.created' ${operator} ?`);
      values.push(bound);
    }
  }
  for (const [member, wanted] of filters) {
    const given = wanted.filter((value) => typeof value === 'string');
    if (given.length > 0) {
      where.push(`doc ->> '$.${member}' IN (${given.map(() => '?').join(', ')})`);
      values.push(...given);
    }
  }
  return { where, values };
}

/** All objects of a kind whose member has this value, oldest first. */
export function allWhere<K extends Kind>(
  store: Store,
  kind: K,
  member: string,
  value: string,
): ObjectsByKind[K][] {
  return store
    .rows(
      `SELECT doc FROM objects WHERE kind = ? AND doc ->> '$.${member}' = ? ORDER BY seq`,
      kind,
      value,
    )
    .map((row): ObjectsByKind[K] => JSON.parse(String(row['doc'])));
}
