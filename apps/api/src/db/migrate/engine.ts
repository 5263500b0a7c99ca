import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { introspectionAdapter } from './introspectionAdapter.ts';

/**
 * The SQL that would change a database to what a Prisma schema declares, by Prisma's engine as
 * WebAssembly (its binary would be downloaded at run time). Slow to load: for commands, not for
 * starts. The engine does not see what Prisma cannot declare (CHECKs, partial indexes, triggers,
 * functions), and so never drops it.
 * @param schemaFolder holds the schema's `.prisma` files.
 * @returns the script, or an empty string when there is nothing to do.
 */
export async function diffScript(url: string, schemaFolder: string): Promise<string> {
  await loadEngine();
  const files = await readSchema(schemaFolder);
  const { factory, close } = introspectionAdapter(url);
  const engine = await bindings.SchemaEngine.new(
    { datamodels: files.map((file) => [file.path, file.content]) },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  try {
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: schemaFolder },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    const script = stdout?.trim() ?? '';
    return script === '-- This is an empty migration.' ? '' : script;
  } finally {
    engine.free();
    await close();
  }
}

async function readSchema(folder: string): Promise<{ path: string; content: string }[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.prisma')).sort();
  return await Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name);
      return { path: file, content: await readFile(file, 'utf8') };
    }),
  );
}

/** TypeScript declares WebAssembly in the browser's library only, which this code does not load. */
declare const WebAssembly: {
  instantiate(
    code: Uint8Array,
    imports: Record<string, object>,
  ): Promise<{ instance: { exports: Record<string, unknown> } }>;
};

let loaded: Promise<void> | undefined;

/** The package expects a bundler to import its .wasm file; Node reads it here. */
function loadEngine(): Promise<void> {
  loaded ??= instantiate();
  return loaded;
}

async function instantiate(): Promise<void> {
  const file = createRequire(import.meta.url).resolve(
    '@prisma/schema-engine-wasm/schema_engine_bg',
  );
  const code = await readFile(path.join(path.dirname(file), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(code, {
    './schema_engine_bg.js': { ...bindings },
  });
  bindings.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: start } = instance.exports;
  if (typeof start === 'function') start();
}
