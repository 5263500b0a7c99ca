import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../../src/config/paths.ts';
import { renamer, type Names } from './names.ts';

/** A complete domain with the name "field notes". */
const folder = path.join(import.meta.dirname, 'templates');

/**
 * Writes the templates under the domain's name, each to its own place.
 * @returns the paths of the files.
 * @throws when one exists already; then nothing is written.
 */
export async function writeTemplates(names: Names, prefix: string): Promise<string[]> {
  const timestamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const named = renamer(names);
  const renamed = (text: string) =>
    named(text).replaceAll('PREFIX', prefix).replaceAll('MIGRATION_TIME', timestamp);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((source) => ({
      source,
      target: path.join(projectRoot, renamed(path.relative(folder, source))),
    }));
  const present = files.find(({ target }) => existsSync(target));
  if (present) throw new Error(`${path.relative(projectRoot, present.target)} is there already`);
  for (const { source, target } of files) {
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, renamed(await readFile(source, 'utf8')));
  }
  return files.map(({ target }) => target);
}
