import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readExamples } from '../src/openapi/examples.ts';
import { describeApi } from './describeApi.ts';

/**
 * Writes apps/api/openapi.json from the routes and the recorded examples. With --check, exits 1
 * when the file is out of date.
 */
const file = path.resolve(import.meta.dirname, '../openapi.json');
const document = `${JSON.stringify(await describeApi(readExamples()), null, 2)}\n`;

if (process.argv.includes('--check')) {
  const current = await readFile(file, 'utf8').catch(() => '');
  if (current !== document) {
    process.stderr.write('openapi.json is out of date. Run: npm run openapi\n');
    process.exitCode = 1;
  }
} else {
  await writeFile(file, document);
  process.stdout.write(`Wrote ${path.relative(process.cwd(), file)}\n`);
}
