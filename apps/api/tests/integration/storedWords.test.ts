import { openDatabase, type Database } from '../../src/db/client.ts';
import { composedStatement } from '../../src/db/statement.ts';
import { creditEntryKinds, creditKinds } from '../../src/domains/credit.enums.ts';
import { captureMethods, paymentEntryKinds } from '../../src/domains/payments.enums.ts';
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts';

const definition = composedStatement<{ name: string }, { text: string }>(
  'test.constraint',
  'SELECT pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE conname = :name',
);

let testDatabase: TestDatabase;
let database: Database;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase({ url: testDatabase.url, poolSize: 1 });
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

/** Text columns whose values a CHECK restricts to a list. */
test.each([
  ['credit_accounts_kind', creditKinds],
  ['credit_entries_kind', creditEntryKinds],
  ['payments_capture_method', captureMethods],
  ['payment_entries_kind', paymentEntryKinds],
])('the database accepts the values that the code declares: %s', async (constraint, words) => {
  const [row] = await database.query(definition, { name: constraint });
  const taken = Array.from(row?.text.matchAll(/'(\w+)'::text/g) ?? [], ([, word]) => word);
  expect(new Set(taken)).toEqual(new Set(words));
});
