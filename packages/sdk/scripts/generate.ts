import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';

/**
 * Writes src/generated/schema.ts from the shop's OpenAPI document; with --check, exits 1 when the file
 * is not what the document says.
 */
const root = path.resolve(import.meta.dirname, '..');
const source = path.join(root, '../../apps/api/openapi.json');
const file = path.join(root, 'src/generated/schema.ts');

const document: OpenAPI3 = JSON.parse(await readFile(source, 'utf8'), (_key, value: unknown) =>
  isIdempotencyKey(value) ? { ...value, required: false } : value,
);
const types = astToString(
  await openapiTS(document, {
    // A member with a default may be left out of a request; in answers the document says `required`.
    defaultNonNullable: false,
    silent: true,
  }),
);
const text = `// Written by \`npm run generate\` from the OpenAPI document; not to be edited.\n\n${types}`;

if (process.argv.includes('--check')) {
  if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    process.stderr.write(
      'The types are not what the OpenAPI document says. Run: npm run generate -w packages/sdk\n',
    );
    process.exitCode = 1;
  }
} else {
  await writeFile(file, text);
  process.stdout.write(`Wrote ${path.relative(process.cwd(), file)}\n`);
}

/** The client makes the key where the caller gives none, so no one needs to. */
function isIdempotencyKey(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  if (!('in' in value && 'name' in value && typeof value.name === 'string')) return false;
  return value.in === 'header' && value.name.toLowerCase() === 'idempotency-key';
}
