import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { apiRoot } from '../../src/config/paths.ts';
import type { Names } from './names.ts';

/** Where a line goes: before the last match of a pattern, or after the last that sorts before it. */
interface Insertion {
  readonly after?: RegExp;
  readonly before?: RegExp;
  readonly line: string;
}

/**
 * Lists the domain in the three places that know all of them.
 * @returns the paths of the files.
 * @throws when a file does not look as expected.
 */
export async function registerDomain({ plural }: Names, area: string): Promise<string[]> {
  const service = `create${plural.charAt(0).toUpperCase()}${plural.slice(1)}Service`;
  return [
    await edit('src/domains/domains.ts', [
      {
        after: /^import .*\.domain\.ts';$/gm,
        line: `import { ${plural} } from './${plural}.domain.ts';`,
      },
      { before: /^\] as const;$/gm, line: `  ${plural},` },
    ]),
    await edit('src/domains/wiring.ts', [
      {
        before: /^\];$/gm,
        line: `  {
    http: () => import('./${plural}.http.ts'),
    jobs: () => import('./${plural}.jobs.ts'),
    mails: () => import('../mails/${plural}/contents.ts'),
  },`,
      },
    ]),
    await edit(`src/containers/${area}.ts`, [
      {
        after: /^import .* from '\.\.\/services\/.*';$/gm,
        line: `import { ${service} } from '../services/${plural}.service.ts';`,
      },
      {
        after: /^ {2}return \{$/gm,
        line: `    ${plural}: ${service}({ cursorSecret: config.cursorSecret }),`,
      },
    ]),
  ];
}

async function edit(relative: string, insertions: readonly Insertion[]): Promise<string> {
  const file = path.join(apiRoot, relative);
  let text = await readFile(file, 'utf8');
  for (const { after, before, line } of insertions) {
    const matches = [...text.matchAll(after ?? before ?? /$^/g)];
    const match = (after && matches.findLast(([found]) => found < line)) ?? matches.at(-1);
    if (!match) throw new Error(`${relative} has no place for: ${line.trim()}`);
    const at = after ? match.index + match[0].length + 1 : match.index;
    text = `${text.slice(0, at)}${line}\n${text.slice(at)}`;
  }
  await writeFile(file, text);
  return file;
}
