import type { Readable } from 'node:stream';
import type { Columns } from './columns.ts';
import { CatalogFileError } from '../errors.ts';
import { readRows } from './rows.ts';

/** What is known of a file before its products are read. */
export interface Survey {
  columns: Columns;
  /** The handles of products whose rows are scattered. */
  scattered: ReadonlyMap<string, ScatteredRows>;
  /** How often the file has to be read so that few rows are held at a time. */
  passes: number;
}

interface ScatteredRows {
  /** How many rows the product has; when they are there, it is whole. */
  rows: number;
  /** In which pass it is put together, from 1. */
  pass: number;
}

interface Seen {
  rows: number;
  size: number;
  isScattered: boolean;
}

/** Characters of scattered rows that one pass may hold. */
const MAX_HELD = 16_000_000;

/**
 * Reads the file through once, without looking into its products; holds some 100 bytes for each.
 * @param shouldContinue is called before each chunk; once it returns false, the rest of the file is not read.
 * @throws {CatalogFileError} when the file as a whole cannot be read.
 */
export async function surveyFile(
  input: Readable,
  shouldContinue: () => boolean = () => true,
  maxHeld = MAX_HELD,
): Promise<Survey> {
  const handles = new Map<string, Seen>();
  let known: Columns | null = null;
  let last: string | null = null;
  for await (const { columns, items } of readRows(input)) {
    known = columns;
    if (!shouldContinue()) break;
    for (const item of items) {
      if ('kind' in item) continue;
      const seen = handles.get(item.handle) ?? { rows: 0, size: 0, isScattered: false };
      if (seen.rows === 0) handles.set(item.handle, seen);
      else if (item.handle !== last) seen.isScattered = true;
      seen.rows += 1;
      seen.size += item.row.size;
      last = item.handle;
    }
  }
  if (known === null) throw new CatalogFileError('The file is empty.');
  return { columns: known, ...passesOf(handles, maxHeld) };
}

function passesOf(handles: ReadonlyMap<string, Seen>, maxHeld: number): Omit<Survey, 'columns'> {
  const scattered = new Map<string, ScatteredRows>();
  let passes = 1;
  let held = 0;
  for (const [handle, { rows, size, isScattered }] of handles) {
    if (!isScattered) continue;
    if (held > 0 && held + size > maxHeld) {
      passes += 1;
      held = 0;
    }
    held += size;
    scattered.set(handle, { rows, pass: passes });
  }
  return { scattered, passes };
}
