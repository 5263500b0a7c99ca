import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadConfig } from '../src/config/index.ts';
import { ensureDatabase } from '../src/db/embedded.ts';
import { applyScripts } from '../src/db/migrate.ts';
import { diffScript } from '../src/db/migrate/engine.ts';
import { migrationsFolder, readMigrations, schemaFolder } from '../src/db/migrate/files.ts';
import { readArguments, UsageError } from '../src/processes/commandLine.ts';
import { runMain } from '../src/processes/fail.ts';
import { withScratchDatabase } from './scratchDatabase.ts';

const USAGE = `Usage: npm run db:diff -- NAME

Writes the migration that leads from the existing ones to prisma/schema. They are applied to a
scratch database beside the shop's, whose own is not touched.

  NAME  what changes, such as add_gift_cards
`;

await runMain(async () => {
  const { positionals } = readArguments(USAGE, { allowPositionals: true });
  const name = migrationName(positionals.join(' '));
  const database = await ensureDatabase(loadConfig());
  try {
    const script = await withScratchDatabase(database.url, async (url) => {
      await applyScripts(url, await readMigrations(migrationsFolder));
      return await diffScript(url, schemaFolder);
    });
    process.stdout.write(await report(script, name));
  } finally {
    await database.stop();
  }
});

function migrationName(text: string): string {
  const name = text.trim().toLowerCase().replaceAll(/\W+/g, '_');
  if (name === '') throw new UsageError('Name the migration.', USAGE);
  return name;
}

async function report(script: string, name: string): Promise<string> {
  if (script === '')
    return 'The migrations already lead to prisma/schema, so nothing was written.\n';
  const timestamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const file = path.join(migrationsFolder, `${timestamp}_${name}`, 'migration.sql');
  await mkdir(path.dirname(file));
  await writeFile(file, `${script}\n`);
  return (
    `${script}\n\nWritten to ${path.relative(process.cwd(), file)}. Review it before you apply it ` +
    '(npm run db:migrate), and add what Prisma cannot declare: CHECKs, partial indexes, triggers.\n'
  );
}
