import path from 'node:path';
import { readSources } from '../helpers/sources.ts';

const sources = readSources(path.resolve(import.meta.dirname, '../../src'));

/** PostgreSQL truncates a longer name, so that two with the same beginning collide. */
const MAX_NAME_BYTES = 63;

/** They run on a separate connection, once or at the start. */
const ownConnections = /^(db|processes)\/|^services\/(eventBus\.service|queue\/lease)\.ts$/;

describe('Every statement', () => {
  const names = sources.flatMap(({ text }) =>
    Array.from(
      text.matchAll(/\bstatement(?:<[^(]*>)?\(\s*['`]([^'`]+)['`]/g),
      ([, name = '']) => name,
    ),
  );

  test('is found by its declaration', () => {
    expect(names.length).toBeGreaterThan(100);
  });

  test('has a unique name that fits into PostgreSQL’s limit', () => {
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names.filter((name) => Buffer.byteLength(name) > MAX_NAME_BYTES)).toEqual([]);
  });

  test('has named parameters', () => {
    const positional = sources.filter(
      ({ path, text }) =>
        !ownConnections.test(path) && /[sS]tatement\(/.test(text) && /\$\d/.test(text),
    );
    expect(positional.map(({ path }) => path)).toEqual([]);
  });

  test('is prepared under its name: no SQL text is sent directly', () => {
    const bare = /\$(query|execute)Raw|\.(query|execute)(<[^(]*>)?\(\s*['"`{]|\bpool\.query\(/;
    const offenders = sources.filter(
      ({ path, text }) => !ownConnections.test(path) && bare.test(text),
    );
    expect(offenders.map(({ path }) => path)).toEqual([]);
  });
});
