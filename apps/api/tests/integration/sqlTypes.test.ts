import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { registeredStatements } from '../../src/db/statement.ts';
import { describedFile, describeStatements } from '../../scripts/sqlTypes/described.ts';
import { tablesIn } from '../helpers/tableAccess.ts';
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts';

describe('Every statement', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  test('has the types that the compiler checks: `npm run sql:types` is up to date', async () => {
    const described = await describeStatements(database.url);
    expect(described).toBe(await readFile(describedFile, 'utf8'));
  });

  test('uses only the tables that the ownership rules find in its SQL', async () => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
    );
    const tables = new Set(rows.map(({ name }) => name));
    const missed: string[] = [];
    for (const { name, text } of registeredStatements()) {
      if (!/^\s*(SELECT|WITH|INSERT|UPDATE|DELETE)\b/.test(text)) continue;
      const found = new Set(tablesIn(text, tables).map(({ table }) => table));
      const plan = await client.query(`EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${text}`);
      const touched = JSON.stringify(plan.rows).matchAll(/"Relation Name":"(\w+)"/g);
      for (const [, table = ''] of touched) {
        if (tables.has(table) && !found.has(table)) missed.push(`${name}: ${table}`);
      }
    }
    await client.end();
    expect(missed).toEqual([]);
  });
});
