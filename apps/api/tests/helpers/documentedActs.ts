import { readFile } from 'node:fs/promises';
import path from 'node:path';

const page = path.resolve(import.meta.dirname, '../../../../docs/security/audit-log.md');

/** The acts that the documentation of the audit log lists. */
export async function documentedActs(): Promise<ReadonlySet<string>> {
  const rows = (await readFile(page, 'utf8')).matchAll(/^\| `([\w.]+)`/gm);
  return new Set(Array.from(rows, ([, action = '']) => action));
}
