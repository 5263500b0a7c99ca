import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../helpers/database.ts';
import { runEntry } from '../helpers/entry.ts';
import { sampleFile } from '../helpers/shopConfigs.ts';

jest.setTimeout(60_000);

const folder = mkdtempSync(path.join(tmpdir(), 'cartwright-apply-'));
const empty = mkdtempSync(path.join(tmpdir(), 'cartwright-apply-'));
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  copyFileSync(sampleFile('uk'), path.join(folder, 'shop.config.yaml'));
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
  rmSync(empty, { recursive: true });
});

const apply = (args: string[] = [], env: NodeJS.ProcessEnv = {}) =>
  runEntry('src/processes/shopApply.ts', {
    args,
    env: { DATABASE_URL: database.url, INIT_CWD: folder, ...env },
  });

describe('npm run shop:apply', () => {
  test('shows its changes in a dry run, makes them, and then has nothing to do', async () => {
    const dry = await apply(['--dry-run']);
    expect(dry).toMatchObject({ code: 0, stderr: '' });
    expect(dry.stdout).toMatch(/Would add 8, change 0, remove 0\. Nothing was changed/);
    const real = await apply();
    expect(real).toMatchObject({ code: 0, stderr: '' });
    expect(real.stdout).toMatch(/\+ add tax rate "GB"\n +name: VAT\n +rate: 20 %\n/);
    const differences = (text: string) => text.split('\n').slice(0, -2);
    expect(differences(real.stdout)).toEqual(differences(dry.stdout));
    expect(await apply([path.join(folder, 'shop.config.yaml')])).toMatchObject({
      code: 0,
      stdout: 'Nothing to change: the shop matches shop.config.yaml.\n',
    });
  });

  test('names each problem of a file by its line and path, and changes nothing', async () => {
    const file = path.join(folder, 'wrong.json');
    writeFileSync(
      file,
      '{ "taxRates": [\n { "country": "UK", "name": "VAT", "rate": 20, "inclusive": true },\n { "country": "DE", "rate": 119 }] }',
    );
    const { code, stdout, stderr } = await apply([file]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(
      /^\nwrong\.json has 4 problems:\n +line 2: taxRates\[0\]\.country "UK".*GB/,
    );
    expect(stderr).toMatch(/line 3: taxRates\[1\]\.rate must be a percentage/);
    expect(stderr).toMatch(/Nothing was changed\. .*--dry-run/);
    expect(stderr).not.toContain('    at ');
  });

  test('says what to do when the file is missing, or the database is not migrated', async () => {
    const missing = await apply([], { INIT_CWD: empty });
    expect(missing).toMatchObject({
      code: 78,
      stderr: expect.stringMatching(/There is no shop\.config\.yaml in .*Copy a sample/),
    });
    const unmigrated = await createEmptyDatabase();
    expect(await apply([], { DATABASE_URL: unmigrated.url })).toMatchObject({
      code: 78,
      stderr: expect.stringMatching(/The database lacks .*npm run db:migrate/),
    });
    await unmigrated.drop();
  });
});
