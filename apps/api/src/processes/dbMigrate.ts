import { parseArgs } from 'node:util';
import { loadConfig } from '../config/index.ts';
import { ensureDatabase } from '../db/embedded.ts';
import { migrate } from '../db/migrate.ts';
import { checkDatabase } from './dbCheck.ts';
import { runMain } from './fail.ts';
import { writeOut } from '../utils/logger.ts';

// `npm run db:migrate`: applies what is pending; with --check only looks, and exits 1 when the
// database is behind or is not what the code describes; with --retry NAME tries a failed one again.
const { values } = parseArgs({
  options: { check: { type: 'boolean', default: false }, retry: { type: 'string' } },
});

await runMain(async () => {
  const database = await ensureDatabase(loadConfig());
  try {
    if (values.check) await check(database.url);
    else await apply(database.url);
  } finally {
    await database.stop();
  }
});

async function apply(url: string): Promise<void> {
  const { applied, deviating } = await migrate(url, values.retry ? { retry: values.retry } : {});
  writeOut(
    applied.length === 0
      ? 'The database is up to date.\n'
      : `Applied:\n${applied.map((name) => `  ${name}\n`).join('')}`,
  );
  if (deviating.length > 0) {
    writeOut(`Applied, but not as in this code: ${deviating.join(', ')} (see --check)\n`);
  }
}

async function check(url: string): Promise<void> {
  const findings = await checkDatabase(url);
  if (findings.length === 0) {
    writeOut('The database is up to date, and is what the code describes.\n');
    return;
  }
  process.exitCode = 1;
  writeOut(`The database is not what the code describes:\n${findings.map(item).join('')}`);
}

function item(finding: string): string {
  return `  - ${finding.replaceAll('\n', '\n    ')}\n`;
}
