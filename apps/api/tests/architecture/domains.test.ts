import path from 'node:path';
import { readSources } from '../helpers/sources.ts';

const sources = new Map(
  readSources(path.resolve(import.meta.dirname, '../../src')).map((file) => [file.path, file]),
);
const declared = [...sources.keys()].filter((file) => file.startsWith('domains/'));

/** The files that a process with these entry files loads; type imports do not count. */
function loadedBy(...entries: readonly string[]): string[] {
  const loaded = new Set(entries);
  for (const file of loaded) {
    for (const { from, typeOnly } of sources.get(file)?.imports ?? []) {
      if (!typeOnly) loaded.add(from);
    }
  }
  return [...loaded];
}

describe('The domains', () => {
  test('load no job handler and no queue library into an HTTP worker', () => {
    const http = declared.filter((file) => file.endsWith('.http.ts'));
    const loaded = loadedBy('processes/httpWorker.ts', ...http);
    expect(loaded).toContain('routes/orders.routes.ts');
    expect(loaded.filter((file) => /\.(handler|jobs)\.ts$|^graphile-worker$/.test(file))).toEqual(
      [],
    );
  });

  test('load neither the content nor the renderer of mails before the first mail', () => {
    const modules = declared.filter((file) => /\.(http|jobs)\.ts$/.test(file));
    const loaded = loadedBy('processes/httpWorker.ts', 'processes/jobWorker.ts', ...modules);
    expect(loaded).toContain('mails/orders.mails.ts');
    expect(
      loaded.filter((file) =>
        /^mails\/\w+\/|^services\/email\/.*(write|template)|^handlebars$|^intl-messageformat$/i.test(
          file,
        ),
      ),
    ).toEqual([]);
  });

  test('give no worker what it may never use: the importer, YAML, the checks, the writer of the document', () => {
    const modules = declared.filter((file) => /\.(http|jobs)\.ts$/.test(file));
    const loaded = loadedBy('processes/httpWorker.ts', 'processes/jobWorker.ts', ...modules);
    expect(loaded).toContain('routes/docs.routes.ts');
    expect(
      loaded.filter((file) =>
        /^services\/(catalogImport\/(?!errors)|shopConfig\/|doctor\/)|^openapi\/document|^(csv-parse|sanitize-html|yaml|zod-openapi)$/.test(
          file,
        ),
      ),
    ).toEqual([]);
  });

  test('load into the job worker no route but its own /metrics, and no Express', () => {
    const jobs = declared.filter((file) => file.endsWith('.jobs.ts'));
    const loaded = loadedBy('processes/jobWorker.ts', ...jobs);
    expect(loaded).toContain('jobs/orders.expire.handler.ts');
    expect(loaded.filter((file) => /\.(routes|http|controller)\.ts$|^express$/.test(file))).toEqual(
      ['routes/metrics.routes.ts'],
    );
  });

  test('are all listed', () => {
    const wired = sources.get('domains/wiring.ts')?.text ?? '';
    const listed = loadedBy('domains/domains.ts');
    for (const [, file] of wired.matchAll(/import\('\.\/([^']+)'\)/g))
      listed.push(`domains/${file}`);
    const modules = declared.filter((file) => /\.(domain|http|jobs)\.ts$/.test(file));
    expect(modules.filter((file) => !listed.includes(file))).toEqual([]);
  });

  test('have declarations that the kernel can import: no service, no database, no kernel', () => {
    const below = loadedBy('domains/domains.ts').filter((file) => sources.has(file));
    expect(below.filter((file) => !/^(domains|events|jobs|mails)\//.test(file))).toEqual([]);
  });
});
