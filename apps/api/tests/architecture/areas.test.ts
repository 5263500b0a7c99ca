import path from 'node:path';
import { readSources } from '../helpers/sources.ts';

/** From the bottom to the top: each imports only those before it. */
const AREAS = [
  'platform',
  'providers',
  'identity',
  'customers',
  'catalogue',
  'sales',
  'money',
  'checkout',
  'accounts',
  'privacy',
  'engagement',
  'operations',
];

const sources = readSources(path.resolve(import.meta.dirname, '../../src'));
const containers = sources.filter(({ path: file }) => file.startsWith('containers/'));

const areaOf = (file: string) => path.basename(file, '.ts');
const rankOf = (area: string) => AREAS.indexOf(area);

/** Each service and the area that constructs it. */
const areas = new Map(
  containers.flatMap(({ path: file, imports }) =>
    imports.flatMap(({ from }) => {
      const stem = /^services\/(\w+)\.service\.ts$/.exec(from)?.[1];
      return stem === undefined ? [] : [[stem, areaOf(file)] as const];
    }),
  ),
);

describe('The areas of the container', () => {
  test('are exactly those of the list, and each service is in one of them', () => {
    expect(new Set(containers.map(({ path: file }) => areaOf(file)))).toEqual(new Set(AREAS));
    const services = sources.flatMap(
      ({ path: file }) => /^services\/(\w+)\.service\.ts$/.exec(file)?.[1] ?? [],
    );
    expect([...areas.keys()].sort()).toEqual(services.sort());
  });

  test('import no area above them', () => {
    const upward = containers.flatMap(({ path: file, imports }) =>
      imports
        .filter(({ from }) => from.startsWith('containers/'))
        .filter(({ from }) => rankOf(areaOf(from)) > rankOf(areaOf(file)))
        .map(({ from }) => `${file} → ${from}`),
    );
    expect(upward).toEqual([]);
  });

  test('have services that depend on no service of an area above', () => {
    const stemOf = (file: string) => /^services\/(\w+)[./]/.exec(file)?.[1] ?? '';
    const upward = sources.flatMap(({ path: file, imports }) => {
      const area = areas.get(stemOf(file));
      if (area === undefined) return [];
      return imports
        .filter(({ from }) => rankOf(areas.get(stemOf(from)) ?? area) > rankOf(area))
        .map(({ from }) => `${file} → ${from}`);
    });
    expect(upward).toEqual([]);
  });
});
