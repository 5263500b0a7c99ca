import { loadConfig } from '../config/index.ts';
import { ensureDatabase } from '../db/embedded.ts';
import { migrate } from '../db/migrate.ts';
import { checkDatabase } from './dbCheck.ts';
import { readArguments } from './commandLine.ts';
import { runMain } from './fail.ts';
import { writeOut } from '../utils/logger.ts';

const USAGE = `Usage: npm run db:migrate [-- --check | --retry NAME]

Brings the database of DATABASE_URL, or the embedded one, up to date.

  --check       only look: tell how it differs from what this code describes, and exit with 1 if so
  --retry NAME  retry a failed migration, once its cause is fixed
`;

await runMain(async () => {
  const { values } = readArguments(USAGE, {
    options: { check: { type: 'boolean', default: false }, retry: { type: 'string' } },
  });
  const database = await ensureDatabase(loadConfig());
  try {
    if (values.check) await check(database.url);
    else await apply(database.url, values.retry);
  } finally {
    await database.stop();
  }
});

async function apply(url: string, retry: string | undefined): Promise<void> {
  const { applied, deviating } = await migrate(url, retry === undefined ? {} : { retry });
  writeOut(
    applied.length === 0
      ? 'The database is up to date.\n'
      : `Applied:\n${applied.map((name) => `  ${name}\n`).join('')}`,
  );
  if (deviating.length > 0) {
    writeOut(`Applied, but different from this code: ${deviating.join(', ')} (see --check)\n`);
  }
}

async function check(url: string): Promise<void> {
  const findings = await checkDatabase(url);
  if (findings.length === 0) {
    writeOut('The database is up to date and matches the code.\n');
    return;
  }
  process.exitCode = 1;
  writeOut(`The database differs from the code:\n${findings.map(item).join('')}`);
}

function item(finding: string): string {
  return `  - ${finding.replaceAll('\n', '\n    ')}\n`;
}
