import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { diffScript } from '../../src/db/migrate/engine.ts';
import { checkDatabase } from '../../src/processes/dbCheck.ts';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../helpers/database.ts';

/** One of everything that Prisma cannot declare. */
const BEYOND_PRISMA = `
  CREATE TABLE "books" (
    "id" TEXT PRIMARY KEY,
    "title" TEXT NOT NULL CONSTRAINT "titled" CHECK ("title" <> ''),
    "price" BIGINT NOT NULL,
    "gone" BOOLEAN NOT NULL
  );
  CREATE UNIQUE INDEX "one_live_title" ON "books" ("title") WHERE NOT "gone";
  CREATE INDEX "lower_title" ON "books" (lower("title"));
  CREATE FUNCTION "refuse"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no;'; END $$;
  CREATE TRIGGER "append_only" BEFORE DELETE ON "books" FOR EACH ROW EXECUTE FUNCTION "refuse"();
  ALTER TABLE "books" ADD CONSTRAINT "priced_apart" EXCLUDE USING btree ("price" WITH =);`;

const DATASOURCE = `
  datasource db {
    provider = "postgresql"
  }`;

const MODEL = (more: string) => `
  model Book {
    id    String  @id
    title String
    price BigInt
    gone  Boolean
    ${more}
    @@map("books")
  }`;

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await createEmptyDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'cartwright-diff-'));
  await run(database.url, BEYOND_PRISMA);
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

async function diffWith(more: string): Promise<string> {
  await writeFile(path.join(folder, 'main.prisma'), DATASOURCE);
  await writeFile(path.join(folder, 'books.prisma'), MODEL(more));
  return await diffScript(database.url, folder);
}

test('objects that Prisma cannot declare are not dropped', async () => {
  expect(await diffWith('')).toBe('');
});

test('a change is written, and nothing else', async () => {
  const script = await diffWith('pages Int?\n@@index([price])');
  expect(script.replaceAll(/^--.*\n|\n/gm, '')).toBe(
    'ALTER TABLE "books" ADD COLUMN     "pages" INTEGER;CREATE INDEX "books_price_idx" ON "books"("price");',
  );
});

test('the shop’s migrations produce its schema, and a manual change is drift', async () => {
  const shop = await createTestDatabase();
  expect(await checkDatabase(shop.url)).toEqual([]);
  await run(shop.url, 'ALTER TABLE products ADD COLUMN sneaked_in text');
  expect(await checkDatabase(shop.url)).toEqual([
    expect.stringContaining('DROP COLUMN "sneaked_in"'),
  ]);
  await shop.drop();
});
