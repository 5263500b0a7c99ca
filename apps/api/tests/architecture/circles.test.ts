import path from 'node:path';
import { circleIn } from '../helpers/circles.ts';
import { readSources } from '../helpers/sources.ts';
import { projectRoot } from '../../src/config/paths.ts';

/** Each file and its imports: also type imports, and dynamic ones. */
function importsOf(folder: string): Map<string, Set<string>> {
  return new Map(
    readSources(folder).map(({ path: file, imports, dynamicImports }) => [
      file,
      new Set([...imports.map(({ from }) => from), ...dynamicImports]),
    ]),
  );
}

describe('Imports', () => {
  test.each(['apps/api', 'packages/sdk', 'packages/stripe-sandbox'])(
    'of %s form no cycle',
    (folder) => {
      const graph = importsOf(path.join(projectRoot, folder));
      expect(graph.size).toBeGreaterThan(5);
      expect(circleIn(graph)).toBeUndefined();
    },
  );

  test('that form a cycle are found', () => {
    const graph = new Map([
      ['a', new Set(['b'])],
      ['b', new Set(['c'])],
      ['c', new Set(['d', 'b'])],
    ]);
    expect(circleIn(graph)).toBe('b → c → b');
  });
});
