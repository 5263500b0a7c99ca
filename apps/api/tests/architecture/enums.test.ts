import { readdirSync } from 'node:fs';
import path from 'node:path';
import * as stored from '../../src/db/generated/enums.ts';
import { readSources } from '../helpers/sources.ts';

const root = path.resolve(import.meta.dirname, '../../src');

/** Everything that domains/*.enums.ts export, by name. */
async function readDeclarations(): Promise<ReadonlyMap<string, unknown>> {
  const folder = path.join(root, 'domains');
  const files = readdirSync(folder).filter((file) => file.endsWith('.enums.ts'));
  const modules = await Promise.all(
    files.map(async (file) => (await import(path.join(folder, file))) as object),
  );
  return new Map(modules.flatMap((module) => Object.entries(module)));
}

/** How an array of words is called: `InventoryPolicy` has `inventoryPolicies`. */
function arrayNameOf(name: string): string {
  const plural = name.replace(/y$/, 'ie').replace(/s$/, 'se');
  return `${plural[0]?.toLowerCase() ?? ''}${plural.slice(1)}s`;
}

const sources = readSources(root).filter(({ path: file }) => file !== 'db/described.ts');

/** Unions and arrays of words in a text, each sorted. */
function listsIn(text: string): string[] {
  const lists = text.matchAll(/'\w+'(?:\s*[|,]\s*'\w+')+/g);
  return Array.from(lists, ([list]) => (list.match(/\w+/g) ?? []).toSorted().join(' '));
}

describe('The enums of a domain', () => {
  let declared: ReadonlyMap<string, unknown>;
  beforeAll(async () => {
    declared = await readDeclarations();
  });

  test.each(Object.entries(stored))('are those of the Prisma schema: %s', (name, values) => {
    const words = declared.get(arrayNameOf(name)) as readonly string[] | undefined;
    expect(words?.toSorted()).toEqual(Object.values(values).toSorted());
  });

  test('are listed only in domains/*.enums.ts', () => {
    const known = Object.values(stored).map((words) => Object.values(words).toSorted().join(' '));
    const lists = sources.flatMap(({ path: file, text }) =>
      file.startsWith('domains/') ? [] : listsIn(text).map((words) => ({ file, words })),
    );
    expect(lists.filter(({ words }) => known.includes(words))).toEqual([]);
  });
});
