import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { tryAcquire } from '../../src/db/embedded/fileLock.ts';
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts';
import { runEntry } from '../helpers/entry.ts';

// Each test starts a process or several.
jest.setTimeout(60_000);

const folder = mkdtempSync(path.join(tmpdir(), 'cartwright-commands-'));
const sandboxFile = path.join(folder, 'stripe', 'sandbox.sqlite');
afterAll(() => rmSync(folder, { recursive: true }));

describe.each([
  'src/processes/dbMigrate.ts',
  'scripts/dbReset.ts',
  'scripts/dbDiff.ts',
  'prisma/seed.ts',
])('%s', (entry) => {
  test('prints its usage on request, and when it is called wrongly', async () => {
    const [asked, mistyped] = await Promise.all([
      runEntry(entry, { args: ['--help'] }),
      runEntry(entry, { args: ['--forse'] }),
    ]);
    expect(asked).toMatchObject({ code: 0, stderr: '' });
    expect(asked.stdout).toMatch(/^Usage: npm run db:/);
    expect(mistyped).toMatchObject({ code: 64, stdout: '' });
    expect(mistyped.stderr).toMatch(/^\nUnknown option '--forse'[^]*\n\nUsage: npm run db:/);
    expect(mistyped.stderr).not.toMatch(/\n\s+at /);
  });
});

describe('npm run db:reset', () => {
  let database: TestDatabase;
  let client: Client;
  beforeEach(async () => {
    database = await createTestDatabase();
    client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query(
      `INSERT INTO tax_rates (id, country, name, rate_ppm) VALUES ('tax_1', 'US', 'Old', 1)`,
    );
    mkdirSync(path.dirname(sandboxFile), { recursive: true });
    writeFileSync(sandboxFile, '');
  });
  afterEach(async () => {
    await client.end();
    await database.drop();
  });

  const reset = (...args: string[]) =>
    runEntry('scripts/dbReset.ts', { args, env: { DATABASE_URL: database.url, DATA_DIR: folder } });
  const countTaxRates = async () => {
    const { rows } = await client.query<{ count: string }>('SELECT count(*) FROM tax_rates');
    return Number(rows[0]?.count);
  };

  test('empties a database of yours when you say yes, and with it the Stripe sandbox', async () => {
    const { code, stdout, stderr } = await reset('--yes');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^The database and the Stripe sandbox are new: \d+ migrations\.\n$/);
    expect(await countTaxRates()).toBe(0);
    expect(existsSync(sandboxFile)).toBe(false);
  });

  test('asks for that yes, and changes nothing without it', async () => {
    const { code, stderr } = await reset();
    expect(code).toBe(78);
    expect(stderr).toMatch(/deletes all data of .*\/test_\w+ .*: npm run db:reset -- --yes\n$/);
    expect(await countTaxRates()).toBe(1);
    expect(existsSync(sandboxFile)).toBe(true);
  });

  test('refuses while a shop is connected from anywhere', async () => {
    const shop = new Client({ connectionString: database.url, application_name: 'cartwright' });
    await shop.connect();
    const { code, stderr } = await reset('--yes');
    await shop.end();
    expect(code).toBe(78);
    expect(stderr).toMatch(
      /^\nThe database is in use by a shop \(connections: 1\)\. Stop every shop/,
    );
    expect(await countTaxRates()).toBe(1);
    expect(existsSync(sandboxFile)).toBe(true);
  });

  test('refuses when another session locks a table for long, and deletes nothing', async () => {
    await client.query('BEGIN; LOCK TABLE tax_rates');
    const { code, stderr } = await reset('--yes');
    await client.query('COMMIT');
    expect(code).toBe(78);
    expect(stderr).toMatch(/^\nThe database is in use by .+\. .*Nothing was deleted\.\n$/);
    expect(await countTaxRates()).toBe(1);
  });

  test('refuses while a shop runs on the data folder', async () => {
    const release = tryAcquire(path.join(folder, 'shop.lock'));
    const { code, stderr } = await reset('--yes');
    release?.();
    expect(code).toBe(78);
    expect(stderr).toContain(`A shop already runs on ${folder}. Stop the shop first`);
    expect(await countTaxRates()).toBe(1);
  });
});
