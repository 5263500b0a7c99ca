import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { listAreas } from './listAreas.ts';
import { typeDocument } from './typeDocument.ts';

/**
 * Writes src/generated: the types of the shop's OpenAPI document, and the list of the files of
 * src/areas. With --check, exits 1 when one of them is out of date.
 */
const root = path.resolve(import.meta.dirname, '..');
const texts = {
  'schema.ts': await typeDocument(path.join(root, '../../apps/api/openapi.json')),
  'areas.ts': await listAreas(path.join(root, 'src/areas')),
};

for (const [name, text] of Object.entries(texts)) {
  const file = path.join(root, 'src/generated', name);
  if (!process.argv.includes('--check')) {
    await writeFile(file, text);
    process.stdout.write(`Wrote ${path.relative(process.cwd(), file)}\n`);
  } else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    process.stderr.write(`${name} is out of date. Run: npm run generate -w packages/sdk\n`);
    process.exitCode = 1;
  }
}
