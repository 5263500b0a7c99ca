import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { format, resolveConfig } from 'prettier';
import { apiRoot } from '../../src/config/paths.ts';
import { registeredStatements } from '../../src/db/statement.ts';
import { describeAll, readEnums } from './describe.ts';
import { renderDescribed } from './render.ts';

/** Where the types that the database gives to statements are kept. */
export const describedFile = path.join(apiRoot, 'src', 'db', 'described.ts');

/** A module that declares statements, which loading it registers. */
const DECLARES = /\bstatement\(\s*['`]/;

/** Loads every module of `src` that declares a statement. @returns their paths, relative to `src`. */
export async function loadStatementModules(): Promise<string[]> {
  const root = path.join(apiRoot, 'src');
  const files = await readdir(root, { recursive: true });
  const found: string[] = [];
  for (const file of files.filter((file) => file.endsWith('.ts') && !file.includes('generated'))) {
    if (!DECLARES.test(await readFile(path.join(root, file), 'utf8'))) continue;
    await import(pathToFileURL(path.join(root, file)).href);
    found.push(file.replaceAll(path.sep, '/'));
  }
  return found;
}

/** The text of {@link describedFile}, as a migrated database has it. @throws for a statement that is not valid. */
export async function describeStatements(url: string): Promise<string> {
  await loadStatementModules();
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const statements = registeredStatements();
    const descriptions = await describeAll(client, statements);
    const described = statements.flatMap(({ name, parameters }) => {
      const found = descriptions.get(name);
      return found ? [{ name, parameters, found }] : [];
    });
    const text = renderDescribed(described, await readEnums(client));
    const style = await resolveConfig(describedFile);
    return await format(text, { ...style, parser: 'typescript' });
  } finally {
    await client.end();
  }
}
