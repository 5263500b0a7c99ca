import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { format, resolveConfig } from 'prettier';
import { apiRoot } from '../../src/config/paths.ts';
import { registeredStatements } from '../../src/db/statement.ts';
import { describeAll, readEnums } from './describe.ts';
import { renderDescribed } from './render.ts';

/** The file with the database's types of all statements. */
export const describedFile = path.join(apiRoot, 'src', 'db', 'described.ts');

/** A module that registers its statements when it is loaded. */
const DECLARES = /\bstatement\(\s*['`]/;

/** Loads every module of `src` that declares a statement. @returns their paths, relative to `src`. */
async function loadStatementModules(): Promise<string[]> {
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

/** The text of {@link describedFile} for a migrated database. @throws for an invalid statement. */
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
