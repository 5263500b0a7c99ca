import path from 'node:path';
import { readSources, type SourceFile } from '../helpers/sources.ts';

const project = path.resolve(import.meta.dirname, '../..');

/** Files whose exports no import names, each with its reason. */
const exceptions: readonly (readonly [file: RegExp, why: string])[] = [
  [/^scripts\/newDomain\/templates\//, 'The files of a domain that is yet to be written.'],
  [
    /^(?:tests\/scenes|examples)\/\w+\.(?:scenes|examples)\.ts$/,
    'Found by their names and loaded.',
  ],
  [/^scripts\/sqlTypes\/render\.ts$/, 'A text of it is a file that has exports.'],
  [/^src\/domains\/\w+\.enums\.ts$/, 'Compared with the database by enums.test.ts, used or not.'],
  [/^tests\/types\//, 'The compiler reads these, and exports keep them from being unused.'],
];

const EXPORT = /^export (?:async )?(?:const|let|function\*?|class|type|interface) (\w+)/gm;
const RE_EXPORT = /^export (?:type )?\{([^}]*)\} from/gm;

function exportsOf(text: string): string[] {
  const declared = [...text.matchAll(EXPORT)].map(([, name = '']) => name);
  const handedOn = [...text.matchAll(RE_EXPORT)].flatMap(([, names]) => names?.match(/\w+/g) ?? []);
  return [...declared, ...handedOn.filter((word) => word !== 'type')];
}

/** Each export whose name is in no file that imports its file, as "file: name". */
function unusedExports(files: readonly SourceFile[]): string[] {
  const importers = new Map<string, Set<string>>();
  for (const { imports, dynamicImports, text } of files) {
    const words = new Set(text.match(/\w+/g));
    for (const from of [...imports.map((each) => each.from), ...dynamicImports]) {
      const known = importers.get(from) ?? new Set();
      for (const word of words) known.add(word);
      importers.set(from, known);
    }
  }
  return files.flatMap(({ path: file, text }) =>
    exportsOf(text)
      .filter((name) => !importers.get(file)?.has(name))
      .map((name) => `${file}: ${name}`),
  );
}

describe('Exports', () => {
  test('are used by another file', () => {
    const files = readSources(project);
    const found = unusedExports(files).filter(
      (each) => !exceptions.some(([file]) => file.test(each.split(':')[0] ?? '')),
    );
    expect(found).toEqual([]);
  });

  test('that no other file uses are found', () => {
    const file = { path: 'a.ts', imports: [], dynamicImports: [] };
    const text = [
      'export const used = 1;',
      'export type Unused = 2;',
      'export function load() {}',
      "export { other } from './e.ts';",
    ].join('\n');
    const importer = (from: string) => ({ ...file, imports: [{ from, typeOnly: false }] });
    const files = [
      { ...file, text },
      { ...importer('a.ts'), path: 'b.ts', text: 'use(used)' },
      { ...file, path: 'c.ts', dynamicImports: ['a.ts'], text: 'load()' },
      { ...importer('b.ts'), path: 'd.ts', text: 'Unused' },
    ];
    expect(unusedExports(files)).toEqual(['a.ts: Unused', 'a.ts: other']);
  });
});
