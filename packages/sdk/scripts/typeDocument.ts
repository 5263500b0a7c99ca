import { readFile } from 'node:fs/promises';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';

/** The types of an OpenAPI document. */
export async function typeDocument(file: string): Promise<string> {
  const document: OpenAPI3 = JSON.parse(await readFile(file, 'utf8'), (_key, value: unknown) =>
    isIdempotencyKey(value) ? { ...value, required: false } : value,
  );
  const types = astToString(
    await openapiTS(document, {
      // A member with a default may be left out of a request; in answers the document says `required`.
      defaultNonNullable: false,
      silent: true,
    }),
  );
  return `// Written by \`npm run generate\` from the OpenAPI document; not to be edited.\n\n${types}`;
}

/** The client makes the key where the caller gives none, so no one needs to. */
function isIdempotencyKey(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  if (!('in' in value && 'name' in value && typeof value.name === 'string')) return false;
  return value.in === 'header' && value.name.toLowerCase() === 'idempotency-key';
}
