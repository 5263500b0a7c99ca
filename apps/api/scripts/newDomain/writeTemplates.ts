import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../../src/config/paths.ts';
import { StartupError } from '../../src/processes/fail.ts';
import { renamer, templates, type Names } from './names.ts';

/**
 * Writes the templates under the domain's name, each to its own place.
 * @returns the paths of the files.
 * @throws {StartupError} when one exists already; then nothing is written.
 */
export async function writeTemplates(names: Names, prefix: string): Promise<string[]> {
  const timestamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const named = renamer(names);
  const renamed = (text: string) =>
    named(text).replaceAll('PREFIX', prefix).replaceAll('MIGRATION_TIME', timestamp);
  const entries = await readdir(templates, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((source) => ({
      source,
      target: path.join(projectRoot, renamed(path.relative(templates, source))),
    }));
  const present = files.find(({ target }) => existsSync(target));
  if (present) {
    const file = path.relative(projectRoot, present.target);
    throw new StartupError(`${file} is there already: choose another name, or move that file.`);
  }
  for (const { source, target } of files) {
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, renamed(await readFile(source, 'utf8')));
  }
  return files.map(({ target }) => target);
}
