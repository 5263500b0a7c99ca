import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** A process's main file, in this file's folder: TypeScript from source, JavaScript when built. */
export function entry(
  name: 'server' | 'worker' | 'processes/staff' | 'processes/mailCatcherProcess',
): string {
  const extension = path.extname(fileURLToPath(import.meta.url));
  return fileURLToPath(new URL(`../${name}${extension}`, import.meta.url));
}
