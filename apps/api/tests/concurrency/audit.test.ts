import { setTimeout as delay } from 'node:timers/promises';
import { inTransaction } from '../../src/db/transaction.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { doctor } from '../helpers/doctor.ts';

const WRITERS = 12;
const ENTRIES = 25;
const SEALERS = 3;

let shop: TestApp;

beforeAll(async () => {
  shop = await startTestApp();
});
afterAll(() => shop.close());

test('While many write and several seal, no entry is missed or sealed twice', async () => {
  const { audit } = shop.container.services;
  const writing = { isOver: false };
  const write = async (writer: number) => {
    for (let i = 0; i < ENTRIES; i++) {
      await inTransaction(shop.ctx, async (ctx) => {
        await audit.record(ctx, { action: 'race.write', subject: `${writer}`, reason: `${i}` });
        // Some commit long after others that began later.
        await delay(Math.random() * 20);
      });
    }
  };
  const sealed: number[] = [];
  const seal = async () => {
    while (!writing.isOver)
      sealed.push(...(await audit.seal(shop.ctx)).map(({ number }) => number));
  };
  const sealers = Array.from({ length: SEALERS }, seal);
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
  writing.isOver = true;
  await Promise.all(sealers);
  sealed.push(...(await audit.seal(shop.ctx)).map(({ number }) => number));

  expect(sealed.length).toBeGreaterThan(SEALERS);
  expect(sealed.toSorted((a, b) => a - b)).toEqual(sealed.map((_, index) => index + 1));
  const { rows } = await shop.container.database.pool.query(
    `SELECT count(*) AS entries, count(seal) AS sealed,
       count(DISTINCT (seal, position)) AS places FROM audit_entries`,
  );
  const all = WRITERS * ENTRIES;
  expect(rows[0]).toEqual({ entries: all, sealed: all, places: all });
  const { findings } = await doctor.examine(shop.ctx);
  expect(findings.filter(({ state }) => state !== 'ok')).toEqual([]);
});

test('A transaction that has recorded an entry keeps neither writers nor the sealer waiting', async () => {
  const { audit } = shop.container.services;
  await inTransaction(shop.ctx, async (ctx) => {
    await audit.record(ctx, { action: 'race.hold', subject: 'held' });
    await audit.record(shop.ctx, { action: 'race.pass', subject: 'passing' });
    expect(await audit.seal(shop.ctx)).toHaveLength(1);
  });
});
