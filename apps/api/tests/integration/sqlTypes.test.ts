import { readFile } from 'node:fs/promises';
import { describedFile, describeStatements } from '../../scripts/sqlTypes/described.ts';
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts';

describe('Every statement', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  test('takes and gives what the compiler was told: `npm run sql:types` has been run', async () => {
    const described = await describeStatements(database.url);
    expect(described).toBe(await readFile(describedFile, 'utf8'));
  });
});
