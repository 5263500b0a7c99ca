import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadConfig } from '../src/config/index.ts';
import { createContainer } from '../src/container.ts';
import { buildDocument } from '../src/openapi/document.ts';
import { apiRoutes } from '../src/routes/index.ts';

/** Writes apps/api/openapi.json from the routes; with --check, exits 1 when the file is not what they say. */
const file = path.resolve(import.meta.dirname, '../openapi.json');
// Nothing is connected to: the routes are only read.
const container = await createContainer(
  loadConfig({ NODE_ENV: 'test', DATABASE_URL: 'postgresql://127.0.0.1:1/none' }),
);
const document = `${JSON.stringify(buildDocument(apiRoutes(container)), null, 2)}\n`;
await container.close();

if (process.argv.includes('--check')) {
  const current = await readFile(file, 'utf8').catch(() => '');
  if (current !== document) {
    process.stderr.write('openapi.json is not what the routes say. Run: npm run openapi\n');
    process.exitCode = 1;
  }
} else {
  await writeFile(file, document);
  process.stdout.write(`Wrote ${path.relative(process.cwd(), file)}\n`);
}
