import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { projectRoot } from '../config/paths.ts';

/**
 * Caches compiled modules, stripped of their types, for the next start of a process that runs
 * alone: without it a start takes more than twice the CPU. Does nothing where `NODE_COMPILE_CACHE`
 * is set (a primary sets it for its workers; from source that saves 15 MB more, since the entry
 * itself then needs no stripping), or where the cache is not writable.
 */
export function keepCompiledModules(): void {
  enableCompileCache(path.join(projectRoot, '.data', 'compile-cache'));
}
