import type { Readable } from 'node:stream';
import { findColumns, type Columns } from './columns.ts';
import { CatalogFileError, RowError } from '../errors.ts';
import { readHandle } from './productColumns.ts';
import { rejection, type RejectedRow } from './productGroup.ts';
import { readRecords, type CsvRecord } from './records.ts';
import { Row } from './row.ts';

export interface HandledRow {
  handle: string;
  row: Row;
}

/** What a chunk of the file gives. */
interface Rows {
  columns: Columns;
  items: (HandledRow | RejectedRow)[];
}

/**
 * The rows below the header that have a usable handle, and the rejections of the others.
 * @throws {CatalogFileError} when the file as a whole cannot be read.
 */
export async function* readRows(input: Readable): AsyncGenerator<Rows> {
  let columns: Columns | null = null;
  for await (const records of readRecords(input)) {
    const items: Rows['items'] = [];
    for (const record of records) {
      if (columns === null) columns = readHeader(record);
      else if (record.fields?.every((field) => field === '') !== true) {
        items.push(readRow(columns, record));
      }
    }
    if (columns !== null) yield { columns, items };
  }
  if (columns === null) throw new CatalogFileError('The file is empty: it has not even a header.');
}

function readHeader({ fields, line, problem }: CsvRecord): Columns {
  if (fields === undefined) {
    throw new CatalogFileError(`The header (line ${line}) is no CSV: ${problem}.`);
  }
  return findColumns(fields);
}

function readRow(columns: Columns, record: CsvRecord): HandledRow | RejectedRow {
  const row = new Row(columns, record.line, record.fields ?? []);
  try {
    checkFields(columns, record);
    const handle = readHandle(row);
    if (handle === null) return row.fail('handle', 'the row has no handle');
    return { handle, row };
  } catch (error) {
    return rejection(row, null, error);
  }
}

function checkFields({ names }: Columns, { fields, problem }: CsvRecord): void {
  if (fields === undefined) throw new RowError(problem);
  if (fields.length !== names.length) {
    throw new RowError(`the row has ${fields.length} columns, the header has ${names.length}`);
  }
  // PostgreSQL cannot store U+0000 in text.
  const nul = fields.findIndex((field) => field.includes('\0'));
  if (nul !== -1) throw new RowError('the value contains a NUL character', names[nul]);
}
