import { insertSql } from '../../src/db/insertSql.ts';
import { composedStatement } from '../../src/db/statement.ts';

function numbered(sql: string) {
  const { text, parameters } = composedStatement('test', sql);
  return { text, parameters };
}

describe('The parameters of a statement', () => {
  test('are numbered by their first place, and once for each name', () => {
    expect(numbered('SELECT :b, :a, f(:b, :longName)')).toEqual({
      text: 'SELECT $1, $2, f($1, $3)',
      parameters: ['b', 'a', 'longName'],
    });
  });

  test('may be cast, compared and used in lists', () => {
    expect(numbered('a=:a AND b = ANY (:b::text[]) OR c->>:c AND ARRAY[:d, -:e]').text).toBe(
      'a=$1 AND b = ANY ($2::text[]) OR c->>$3 AND ARRAY[$4, -$5]',
    );
  });

  test.each([
    ['casts', 'SELECT now()::text, x::int, \'a\'::text, "C"::text, ARRAY[1]::int[]'],
    ['assignments and named arguments', 'SELECT f(a := 1, b => 2)'],
    ['slices of arrays', 'SELECT a[1:2], a[i:j], a[f(1):n], a[b[1]:n]'],
    ['strings', "SELECT 'it''s :a', E':b', to_char(t, 'HH24:MI:SS'), ':c'"],
    ['quoted names', 'SELECT 1 AS "a :b"'],
    ['comments', 'SELECT 1 -- of :a\n/* and\n :b */'],
    ['dollar quotes', 'DO $$ BEGIN x := :a; END $$'],
  ])('are not found in %s', (_what, sql) => {
    expect(numbered(sql)).toEqual({ text: sql, parameters: [] });
  });
});

test('An INSERT lists its columns and values in the same order', () => {
  expect(insertSql('orders', { id: ':id', placed_at: 'now()' })).toBe(
    'INSERT INTO orders (id, placed_at) VALUES (:id, now())',
  );
});
