import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadConfig } from '../src/config/index.ts';
import { ensureDatabase } from '../src/db/embedded.ts';
import { migrate } from '../src/db/migrate.ts';
import { readArguments } from '../src/processes/commandLine.ts';
import { runMain } from '../src/processes/fail.ts';
import { withScratchDatabase } from './scratchDatabase.ts';
import { describedFile, describeStatements } from './sqlTypes/described.ts';

const USAGE = `Usage: npm run sql:types [-- --check]

Asks PostgreSQL for the types of every statement's parameters and columns and writes them to
src/db/described.ts, with which the compiler compares what the code declares. The migrations are
applied to a scratch database beside the shop's, whose own is not touched.

  --check  writes nothing, and exits 1 when the file is not what the database says
`;

await runMain(async () => {
  const { values } = readArguments(USAGE, { options: { check: { type: 'boolean' } } });
  const database = await ensureDatabase(loadConfig());
  try {
    const described = await withScratchDatabase(database.url, async (url) => {
      await migrate(url);
      return await describeStatements(url);
    });
    if (values['check'] === true) await check(described);
    else await writeFile(describedFile, described);
  } finally {
    await database.stop();
  }
});

async function check(described: string): Promise<void> {
  if ((await readFile(describedFile, 'utf8').catch(() => '')) === described) return;
  const file = path.relative(process.cwd(), describedFile);
  process.stderr.write(`${file} is not what the database says. Run: npm run sql:types\n`);
  process.exitCode = 1;
}
