import { execFile } from 'node:child_process';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { apiRoot } from '../../src/config/paths.ts';
import { migrate, migrationStatus } from '../../src/db/migrate.ts';
import { migrationsFolder, readMigrations } from '../../src/db/migrate/files.ts';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../helpers/database.ts';

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await createEmptyDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'cartwright-migrations-'));
});
afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

async function addMigration(name: string, sql: string): Promise<void> {
  await mkdir(path.join(folder, name), { recursive: true });
  await writeFile(path.join(folder, name, 'migration.sql'), sql);
}

async function query<Row>(sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('migrate', () => {
  test('applies migrations in order, also functions with semicolons, and records them as Prisma does', async () => {
    await addMigration(
      '2_function',
      `CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE 'no;'; RETURN NEW; END $$;
      CREATE TRIGGER t BEFORE UPDATE ON a FOR EACH ROW EXECUTE FUNCTION f(); -- the end`,
    );
    await addMigration('1_table', 'CREATE TABLE a (id int)');
    expect(await migrate(database.url, { folder })).toEqual({
      applied: ['1_table', '2_function'],
      deviating: [],
    });
    expect(await migrate(database.url, { folder })).toEqual({ applied: [], deviating: [] });
    const rows = await query(
      'SELECT migration_name, length(checksum), finished_at IS NOT NULL AS finished, applied_steps_count FROM _prisma_migrations ORDER BY 1',
    );
    expect(rows).toEqual([
      { migration_name: '1_table', length: 64, finished: true, applied_steps_count: 1 },
      { migration_name: '2_function', length: 64, finished: true, applied_steps_count: 1 },
    ]);
  });

  test('twelve at once apply each migration once', async () => {
    await addMigration('1_table', 'CREATE TABLE a (id int); SELECT pg_sleep(0.2)');
    await addMigration('2_row', 'INSERT INTO a VALUES (1)');
    const results = await Promise.all(
      Array.from({ length: 12 }, () => migrate(database.url, { folder })),
    );
    expect(results.flatMap(({ applied }) => applied).sort()).toEqual(['1_table', '2_row']);
    expect(await query('SELECT count(*)::int FROM a')).toEqual([{ count: 1 }]);
  });

  test('so do four processes, three times each', async () => {
    const script = `import { migrate } from ${JSON.stringify(pathToFileURL(path.join(apiRoot, 'src/db/migrate.ts')))};
      const results = await Promise.all([1, 2, 3].map(() => migrate(process.argv[1])));
      process.stdout.write(JSON.stringify(results.flatMap(({ applied }) => applied)));`;
    const args = ['--input-type=module', '-e', script, database.url];
    const outputs = await Promise.all(
      Array.from({ length: 4 }, () => promisify(execFile)(process.execPath, args)),
    );
    const applied = outputs.flatMap(({ stdout }): string[] => JSON.parse(stdout));
    const migrations = await readMigrations(migrationsFolder);
    expect(applied).toEqual(migrations.map(({ name }) => name));
  });

  test('a failing migration is named with the SQL error and its line, rolls back, and blocks until it is retried', async () => {
    await addMigration('1_good', 'CREATE TABLE a (id int)');
    await addMigration('2_bad', 'CREATE TABLE b (id int);\nCREATE TABLE a (id int);');
    await addMigration('3_later', 'CREATE TABLE c (id int)');
    await expect(migrate(database.url, { folder })).rejects.toThrow(
      /The migration 2_bad failed:\n.*42P07: relation "a" already exists[^]*db:migrate -- --retry 2_bad/,
    );
    await expect(migrate(database.url, { folder })).rejects.toThrow(
      /2_bad started and did not finish/,
    );
    expect(await query("SELECT to_regclass('b') AS b, to_regclass('c') AS c")).toEqual([
      { b: null, c: null },
    ]);
    await addMigration('2_bad', 'CREATE TABLE b (id int);');
    const { applied } = await migrate(database.url, { folder, retry: '2_bad' });
    expect(applied).toEqual(['2_bad', '3_later']);
  });

  test('the line of a syntax error is shown', async () => {
    await addMigration(
      '1_typo',
      '-- ünïcödé 😀\nCREATE TABLE a (id int);\nCREATE TABEL b (id int);',
    );
    await expect(migrate(database.url, { folder })).rejects.toThrow(
      'at line 3: CREATE TABEL b (id int);',
    );
  });

  test('a migration that a crash interrupted is applied again', async () => {
    await addMigration('1_good', 'CREATE TABLE a (id int)');
    await migrate(database.url, { folder });
    await addMigration('2_cut', 'CREATE TABLE b (id int)');
    await query(
      "INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', 'x', '2_cut')",
    );
    expect((await migrate(database.url, { folder })).applied).toEqual(['2_cut']);
  });

  test('an index can be built concurrently', async () => {
    await addMigration('1_table', 'CREATE TABLE a (id int)');
    await addMigration('2_index', 'CREATE INDEX CONCURRENTLY i ON a (id)');
    expect((await migrate(database.url, { folder })).applied).toHaveLength(2);
  });
});

describe('migrationStatus', () => {
  test('distinguishes pending, changed and unknown migrations', async () => {
    await addMigration('1_gone', 'CREATE TABLE a (id int)');
    await addMigration('2_edited', 'CREATE TABLE b (id int)');
    await migrate(database.url, { folder });
    await rm(path.join(folder, '1_gone'), { recursive: true });
    await addMigration('2_edited', 'CREATE TABLE b (id bigint)');
    await addMigration('3_new', 'CREATE TABLE c (id int)');
    expect(await migrationStatus(database.url, folder)).toEqual({
      pending: ['3_new'],
      failed: [],
      changed: ['2_edited'],
      unknown: ['1_gone'],
      queueIsCurrent: true,
    });
  });

  test('the shop’s own migrations are all applied in a test database', async () => {
    const clone = await createTestDatabase();
    const status = await migrationStatus(clone.url);
    await clone.drop();
    expect(status).toEqual({
      pending: [],
      failed: [],
      changed: [],
      unknown: [],
      queueIsCurrent: true,
    });
  });
});
