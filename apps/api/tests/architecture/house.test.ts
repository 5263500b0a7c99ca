import path from 'node:path';
import { circleIn } from '../helpers/circles.ts';
import { readSources } from '../helpers/sources.ts';

const root = path.resolve(import.meta.dirname, '../../src');
const sources = readSources(root);
const within = (folder: string) => sources.filter(({ path }) => path.startsWith(`${folder}/`));

/** Every import that breaks a rule, as "importer → imported". */
function offences(
  files: typeof sources,
  breaks: (from: string, typeOnly: boolean, importer: string) => boolean,
): string[] {
  return files.flatMap((file) =>
    file.imports
      .filter(({ from, typeOnly }) => breaks(from, typeOnly, file.path))
      .map(({ from }) => `${file.path} → ${from}`),
  );
}

describe('The source code', () => {
  test('is found', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.flatMap(({ imports }) => imports).length).toBeGreaterThan(100);
  });

  test('keeps the database out of controllers, routes and validators', () => {
    const outer = [...within('controllers'), ...within('routes'), ...within('validators')];
    expect(offences(outer, (from) => from.startsWith('db/') || from === 'pg')).toEqual([]);
  });

  test('keeps HTTP out of the services', () => {
    expect(
      offences(
        within('services'),
        (from) => from === 'express' || /^(controllers|routes|middleware)\//.test(from),
      ),
    ).toEqual([]);
  });

  test('lets a service import only the type of another service', () => {
    const faces = within('services').filter(({ path }) => path.split('/').length === 2);
    expect(
      offences(faces, (from, typeOnly) => /^services\/\w+\.service\.ts$/.test(from) && !typeOnly),
    ).toEqual([]);
  });

  test('has services that depend on one another without a cycle', () => {
    const face = /^services\/(\w+)\.service\.ts$/;
    const stemOf = (file: string) => /^services\/(\w+)[./]/.exec(file)?.[1] ?? '';
    const below = new Map<string, Set<string>>();
    for (const { path: file, imports } of within('services')) {
      const stem = stemOf(file);
      const known = below.get(stem) ?? below.set(stem, new Set()).get(stem);
      for (const { from } of imports) {
        if (face.test(from) && stemOf(from) !== stem) known?.add(stemOf(from));
      }
    }
    expect(circleIn(below)).toBeUndefined();
  });

  test('lets only the service itself import from its folder, except for the fragments that sql.ts exports', () => {
    const outside = (from: string, importer: string) => {
      const room = /^services\/(\w+)\//.exec(from)?.[1];
      const isFragment = from.endsWith('/sql.ts') && importer.startsWith('services/');
      return (
        room !== undefined &&
        !isFragment &&
        importer !== `services/${room}.service.ts` &&
        !importer.startsWith(`services/${room}/`)
      );
    };
    expect(offences(sources, (from, _type, importer) => outside(from, importer))).toEqual([]);
  });

  test('constructs services only in the areas of the container', () => {
    const elsewhere = sources.filter(({ path }) => !path.startsWith('containers/'));
    expect(
      elsewhere
        .filter(({ text }) => /(?<!function )\bcreate\w+Service\(/.test(text))
        .map(({ path }) => path),
    ).toEqual([]);
  });

  test('reads the environment only in config', () => {
    const outside = sources.filter(({ path }) => !path.startsWith('config/'));
    const readers = outside.filter(({ text }) =>
      /process\.env|from 'node:process'.*env/.test(text),
    );
    expect(readers.map(({ path }) => path)).toEqual([]);
  });

  test('writes to the standard output only through the logger and the banner', () => {
    const writers = sources.filter(({ text }) => /console\.|process\.stdout/.test(text));
    const others = writers.filter(({ path }) => !/^processes\/|^utils\/logger\.ts$/.test(path));
    expect(others.map(({ path }) => path)).toEqual([]);
  });

  test('has no barrel: only a service re-exports, and only from its own folder', () => {
    const isOwnRoom = (file: string, from: string) => {
      const stem = /^services\/(\w+)\.service\.ts$/.exec(file)?.[1];
      return stem !== undefined && from.startsWith(`./${stem}/`);
    };
    const handedOn = sources.flatMap(({ path: file, text }) =>
      [...text.matchAll(/^export (type )?(?:\*|\{[^}]*\}) from '([^']+)'/gm)]
        .filter(([, isType, from = '']) => isType === undefined || !isOwnRoom(file, from))
        .map(([, , from]) => `${file} → ${from}`),
    );
    expect(handedOn).toEqual([]);
    const renamed = sources.filter(({ text }) => /^export (type )?\{[^}]*\};/m.test(text));
    expect(renamed.map(({ path: file }) => file)).toEqual([]);
  });

  test('imports Node’s HTTP module and Stripe’s SDK for their types alone: see utils/nodeHttp.ts', () => {
    const heavy = (from: string) => /^(node:)?http$|^stripe$/.test(from);
    expect(offences(sources, (from, typeOnly) => heavy(from) && !typeOnly)).toEqual([]);
    const dynamic = sources.filter(({ dynamicImports }) => dynamicImports.some(heavy));
    expect(dynamic.map(({ path: file }) => file)).toEqual([]);
  });

  test('imports nothing from the tests, and has no branch for them', () => {
    expect(offences(sources, (from) => from.includes('tests/'))).toEqual([]);
    const branches = sources.filter(({ path, text }) =>
      path.startsWith('config/') ? false : /JEST|=== 'test'/.test(text),
    );
    expect(branches.map(({ path }) => path)).toEqual([]);
  });

  test('has private members that are private when it runs, too: `#x`', () => {
    const files = readSources(path.resolve(root, '..'));
    const keyword = /^ +(?:private|protected) (?!constructor\b)/m;
    expect(files.filter(({ text }) => keyword.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test('names its files by stem and layer', () => {
    const layers = { controllers: 'controller', validators: 'validator', middleware: 'middleware' };
    const misnamed = Object.entries(layers).flatMap(([folder, layer]) =>
      within(folder).filter(
        ({ path }) => !new RegExp(`/[a-z][A-Za-z]*\\.${layer}\\.ts$`).test(path),
      ),
    );
    expect(misnamed.map(({ path }) => path)).toEqual([]);
  });
});
