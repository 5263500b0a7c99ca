import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { projectRoot } from '../config/paths.ts';

/**
 * Keeps modules as V8 compiles them, stripped of their types, for the next start of a process that
 * runs alone: without it a start takes more than twice the CPU. Does nothing where
 * `NODE_COMPILE_CACHE` says where (a primary tells its workers so; from source that saves 15 MB more,
 * since the entry itself then needs no stripping), or where nothing can be written.
 */
export function keepCompiledModules(): void {
  enableCompileCache(path.join(projectRoot, '.data', 'compile-cache'));
}
