import path from 'node:path';
import { readSources } from '../helpers/sources.ts';

const sources = readSources(path.resolve(import.meta.dirname, '../../src'));

/** Imports, as "importer → imported", of the files that `importer` matches. */
function importsOf(importer: RegExp, isWanted: (from: string, typeOnly: boolean) => boolean) {
  return sources
    .filter((file) => importer.test(file.path))
    .flatMap((file) =>
      file.imports
        .filter(({ from, typeOnly }) => isWanted(from, typeOnly))
        .map(({ from }) => `${file.path} → ${from}`),
    );
}

/** A reply, its headers and its cached body, entity tags, links. */
const http =
  /^kernel\/(reply|route|problem|cachedBody)\.ts$|^utils\/(response|etag|linkHeader|cachedBody)\.ts$/;

describe('The layers', () => {
  test('keep HTTP out of the services, but for the cache of finished answers', () => {
    const outer = /^(controllers|presenters|routes|middleware|validators)\//;
    const allowed = [
      'services/cache.service.ts → kernel/cachedBody.ts',
      'services/cache.service.ts → utils/cachedBody.ts',
      'services/catalogueCache.service.ts → kernel/cachedBody.ts',
    ];
    const found = importsOf(/^services\//, (from) => outer.test(from) || http.test(from));
    expect(found.toSorted()).toEqual(allowed);
  });

  test('keep header names out of the services', () => {
    const names =
      /'(ETag|Link|Location|If-Match|Retry-After|Content-Type|WWW-Authenticate|Authorization)'|\bBearer\b/;
    // "Location" is a column of Shopify's inventory CSV.
    const allowed = 'services/catalogExport/exportInventory.ts';
    const found = sources.filter(
      ({ path: file, text }) =>
        file.startsWith('services/') && file !== allowed && names.test(text),
    );
    expect(found.map(({ path: file }) => file)).toEqual([]);
  });

  test('keep domain types out of the validators', () => {
    const below = /^(validators|domains|kernel|utils)\/|^zod$/;
    expect(importsOf(/^validators\//, (from) => !below.test(from))).toEqual([]);
    const outside = /^(?!validators\/|routes\/|presenters\/|controllers\/)/;
    expect(importsOf(outside, (from) => from.startsWith('validators/'))).toEqual([]);
  });

  test('call presenters only from controllers', () => {
    const others = /^(?!presenters\/|controllers\/)/;
    expect(importsOf(others, (from) => from.startsWith('presenters/'))).toEqual([]);
    const outer = /^(controllers|routes|middleware|db)\//;
    expect(importsOf(/^presenters\//, (from) => outer.test(from))).toEqual([]);
  });

  test('have a presenter make what a service has found, but for what is shown unchanged', () => {
    const unchanged = ['controllers/proofOfWork.controller.ts', 'controllers/root.controller.ts'];
    const found = sources.filter(
      ({ path: file, imports }) =>
        file.startsWith('controllers/') &&
        imports.some(({ from }) => from === 'utils/response.ts') &&
        !imports.some(({ from }) => from.startsWith('presenters/')),
    );
    expect(found.map(({ path: file }) => file).toSorted()).toEqual(unchanged);
  });

  test('let routes be data: a controller knows its routes, and not the other way round', () => {
    const routes = /^routes\/(?!webhooks)\w+\.routes\.ts$/;
    const inner = /^(controllers|presenters|services|db)\//;
    expect(importsOf(routes, (from) => inner.test(from))).toEqual([]);
  });

  test('build on a kernel that imports only itself and the declarations of domains', () => {
    const known = /^(kernel|domains)\/|^node:|^zod$/;
    // A context contains the database, whose type db/ declares.
    expect(importsOf(/^kernel\//, (from) => !known.test(from))).toEqual([
      'kernel/context.ts → db/client.ts',
    ]);
  });

  test('have utilities that import no domain', () => {
    const known = /^(utils|kernel)\//;
    const isOwn = (from: string) => sources.some((file) => file.path === from);
    expect(importsOf(/^utils\//, (from) => isOwn(from) && !known.test(from))).toEqual([]);
  });
});
