import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A source file and what it imports, paths relative to the folder that was read, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly { readonly from: string; readonly typeOnly: boolean }[];
  /** Its dynamic imports. */
  readonly dynamicImports: readonly string[];
}

const IMPORT = /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm;
/** `import('…')`, as a call or as a type. */
const DYNAMIC_IMPORT = /\bimport\('([^']+)'\)/g;

const OTHERS = /(^|\/)(node_modules|generated|dist)\//;

/** Reads every .ts file below a folder that is not generated. */
export function readSources(root: string): SourceFile[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => file.endsWith('.ts') && !OTHERS.test(file))
    .map((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      const imports = [...text.matchAll(IMPORT)].map(([, type, target]) => ({
        from: resolveImport(file, target ?? ''),
        typeOnly: type !== undefined,
      }));
      const dynamicImports = [...text.matchAll(DYNAMIC_IMPORT)].map(([, target]) =>
        resolveImport(file, target ?? ''),
      );
      return { path: file, text, imports, dynamicImports };
    });
}

function resolveImport(importer: string, target: string): string {
  return target.startsWith('.') ? path.posix.join(path.posix.dirname(importer), target) : target;
}
