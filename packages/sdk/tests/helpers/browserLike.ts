import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { createContext, SourceTextModule } from 'node:vm';

const packageRoot = path.resolve(import.meta.dirname, '../..');
const { resolve } = createRequire(import.meta.url);

const webGlobals = {
  AbortController,
  AbortSignal,
  DOMException,
  FormData,
  Headers,
  Request,
  Response,
  TextDecoder,
  URL,
  URLSearchParams,
  clearTimeout,
  crypto,
  fetch,
  setTimeout,
};

/** Builds the package as it ships. */
export async function build(outDir: string): Promise<void> {
  const compiler = path.join(packageRoot, '../../node_modules/typescript/bin/tsc');
  const project = path.join(packageRoot, 'tsconfig.build.json');
  await promisify(execFile)(process.execPath, [compiler, '-p', project, '--outDir', outDir]);
}

/**
 * Runs a TypeScript module, and the built package that it imports, with the globals of browsers and
 * without Node's: no process, no Buffer, no require, and no other module.
 * @returns what the module exports
 */
export async function importLikeABrowser(file: string, dist: string): Promise<object> {
  const context = createContext({ ...webGlobals });
  const modules = new Map<string, SourceTextModule>();
  const load = async (identifier: string): Promise<SourceTextModule> => {
    const text = await readFile(identifier, 'utf8');
    const source = identifier.endsWith('.ts') ? stripTypeScriptTypes(text) : text;
    // Looked up after the reading, so that two imports of it at the same time find the same.
    const known = modules.get(identifier);
    if (known) return known;
    const module = new SourceTextModule(source, { context, identifier });
    modules.set(identifier, module);
    return module;
  };
  const locate = (specifier: string, importer: string): string => {
    if (specifier.startsWith('.')) return path.resolve(path.dirname(importer), specifier);
    if (specifier === '@cartwright/sdk') return path.join(dist, 'index.js');
    if (specifier === 'openapi-fetch') return resolve('openapi-fetch/dist/index.mjs');
    throw new Error(`A browser has no module ${specifier}`);
  };
  const module = await load(file);
  await module.link((specifier, importer) => load(locate(specifier, importer.identifier)));
  await module.evaluate();
  return module.namespace;
}
