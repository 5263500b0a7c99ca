import { openDatabase, type Database } from '../../src/db/client.ts';
import { composedStatement, type None } from '../../src/db/statement.ts';
import { isExclusionViolation, isRefusedData, isUniqueViolation } from '../../src/db/errors.ts';
import { toAppError } from '../../src/middleware/error.middleware.ts';
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts';

let testDatabase: TestDatabase;
let database: Database;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase({ url: testDatabase.url, poolSize: 2 });
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

let statements = 0;

/** The value of an SQL expression, as the shop's statements return it. */
async function valueOf(sql: string): Promise<unknown> {
  const select = composedStatement<None, { value: unknown }>(
    `test.value${++statements}`,
    `SELECT ${sql} AS value`,
  );
  const [row] = await database.query(select);
  return row?.value;
}

describe('An integer from the database', () => {
  test.each<[string, number]>([
    ['9007199254740991::bigint', 9_007_199_254_740_991],
    ['(SELECT sum(n) FROM (VALUES (5::bigint), (7)) AS t (n))', 12],
    ['-3.000::numeric', -3],
    ['0::numeric', 0],
    ['(SELECT avg(n)::float8 FROM (VALUES (4), (4), (5)) AS t (n))', 13 / 3],
    ['round(4.5::numeric)::bigint', 5],
  ])('%s is %d', async (sql, value) => {
    expect(await valueOf(sql)).toBe(value);
  });

  test.each([
    [
      '(SELECT avg(n) FROM (VALUES (4), (4), (5)) AS t (n))',
      /4\.33\d* is no whole number: cast it/,
    ],
    ['19.99::numeric', /float8 \(an average\) or to bigint \(money/],
    ['5.0000000000000000001::numeric', /no whole number/],
    ["'NaN'::numeric", /NaN is no whole number/],
    ['9007199254740993::bigint', /beyond the safe integers/],
    ['9007199254740993.00::numeric', /beyond the safe integers/],
  ])('%s is refused rather than rounded silently', async (sql, why) => {
    await expect(valueOf(sql)).rejects.toThrow(why);
  });
});

describe('An exclusion violation', () => {
  const insert = composedStatement<{ from: number; to: number }>(
    'test.book',
    `INSERT INTO bookings VALUES (int4range(:from, :to))`,
  );

  test('is a conflict, and not bad data that every retry would repeat', async () => {
    await database.pool.query(
      'CREATE TABLE bookings (span int4range, CONSTRAINT bookings_apart EXCLUDE USING gist (span WITH &&))',
    );
    await database.execute(insert, { from: 1, to: 5 });
    const error: unknown = await database
      .execute(insert, { from: 4, to: 9 })
      .catch((error: unknown) => error);
    expect(isExclusionViolation(error)).toBe(true);
    expect(isExclusionViolation(error, 'bookings_apart')).toBe(true);
    expect(isExclusionViolation(error, 'another')).toBe(false);
    expect(isRefusedData(error)).toBe(false);
    expect(isUniqueViolation(error)).toBe(false);
    expect(toAppError(error)).toMatchObject({ status: 409, code: 'state_conflict' });
  });
});
