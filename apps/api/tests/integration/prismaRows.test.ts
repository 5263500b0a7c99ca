import { openDatabase, type Database } from '../../src/db/client.ts';
import { composedStatement, type None } from '../../src/db/statement.ts';
import { idPage } from '../../src/db/idPage.ts';
import { withNumbers } from '../../src/db/withNumbers.ts';
import { currentRequest, runWithRequestStore } from '../../src/kernel/requestStore.ts';
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts';

const LARGEST = Number.MAX_SAFE_INTEGER;

const rates = composedStatement<None, { amount: number; optionId: string; minGrams: number }>(
  'test.rates',
  `SELECT amount, option_id AS "optionId", min_grams AS "minGrams" FROM shipping_rates ORDER BY id`,
);

describe('Rows of Prisma', () => {
  let testDatabase: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    database = openDatabase({ url: testDatabase.url, poolSize: 2 });
    const { prisma } = database;
    await prisma.shippingZone.create({ data: { id: 'zone', name: 'Home', countries: ['US'] } });
    await prisma.shippingOption.create({
      data: { id: 'option', zoneId: 'zone', name: 'Parcel', kind: 'weight' },
    });
    await prisma.shippingRate.createMany({
      data: [1, 2, LARGEST].map((amount, minGrams) => ({
        id: `rate${minGrams}`,
        optionId: 'option',
        currency: 'USD',
        minGrams,
        amount,
      })),
    });
  });
  afterAll(async () => {
    await database.close();
    await testDatabase.drop();
  });

  test('have the same number types as hand-written SQL, also in included rows', async () => {
    const read = { where: { id: 'zone' }, include: { options: { include: { rates: true } } } };
    const zone = withNumbers(await database.prisma.shippingZone.findUniqueOrThrow(read));
    const ofPrisma = zone.options.flatMap((option) => option.rates);
    const ofSql = await database.query(rates);
    expect(ofSql.map(({ amount }) => amount)).toEqual([1, 2, LARGEST]);
    expect(
      ofPrisma.map(({ amount, optionId, minGrams }) => ({ amount, optionId, minGrams })),
    ).toEqual(ofSql);
  });

  test('are loaded with included rows by one statement', async () => {
    const statements = await runWithRequestStore('req_test', async () => {
      await database.prisma.shippingZone.findMany({
        include: { options: { include: { rates: true } } },
      });
      return currentRequest()?.statements;
    });
    expect(statements).toBe(1);
  });

  test('are an error where no number can represent a value, and keep times, null and JSON', () => {
    expect(() => withNumbers({ amount: BigInt(LARGEST) + 1n })).toThrow('beyond the safe integers');
    const row = { at: new Date(0), none: null, json: { list: [1, 'a', null] }, amount: -5n };
    expect(withNumbers(row)).toEqual({ ...row, amount: -5 });
  });

  test('are paginated by their ids, in both directions', async () => {
    const idsOf = async (range: Parameters<typeof idPage>[0]) => {
      const { id, ...page } = idPage(range);
      const rows = await database.prisma.shippingRate.findMany({ where: { id }, ...page });
      return rows.map((row) => row.id);
    };
    expect(await idsOf({ id: null, isBack: false, take: 2 })).toEqual(['rate2', 'rate1']);
    expect(await idsOf({ id: 'rate2', isBack: false, take: 2 })).toEqual(['rate1', 'rate0']);
    expect(await idsOf({ id: 'rate0', isBack: true, take: 2 })).toEqual(['rate1', 'rate2']);
  });
});
