import { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { readRecords } from '../../../src/services/catalogImport/read/records.ts';

const PIECES = ['a', '"', ',', ' ', '"b, ""c"""'];
const LENGTH = 5;

test('a record is read as csv-parse reads it, however its values are quoted', async () => {
  const read: { text: string; fields: string[] }[] = [];
  for (const text of textsOf(LENGTH)) {
    for await (const records of readRecords(Readable.from([Buffer.from(text)]))) {
      for (const { fields } of records) if (fields !== undefined) read.push({ text, fields });
    }
  }
  // Of 3,906 texts, those that are not blank and whose quotation marks are closed.
  expect(read.length).toBeGreaterThan(1000);
  expect(read).toEqual(read.map(({ text }) => ({ text, fields: byLibrary(text) })));
});

/** All sequences of so many pieces and fewer. */
function textsOf(length: number): string[] {
  if (length === 0) return [''];
  return ['', ...textsOf(length - 1).flatMap((text) => PIECES.map((piece) => piece + text))];
}

function byLibrary(text: string): string[] | undefined {
  return parse(text, { trim: true, relax_quotes: true, record_delimiter: '\n' })[0];
}
