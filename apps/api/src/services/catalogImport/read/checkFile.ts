import { Readable } from 'node:stream';
import { AppError } from '../../../kernel/errors.ts';
import { CatalogFileError } from '../errors.ts';
import { readRows } from './rows.ts';

const CSV = 'Save the catalogue as "CSV UTF-8", and upload that.';

/** The first bytes of what is often taken for a CSV file, and what to say of it. */
const others: readonly (readonly [bytes: readonly number[], message: string])[] = [
  [
    [0x50, 0x4b, 0x03, 0x04],
    `The file is a ZIP archive or a workbook of Excel. Unpack it, or: ${CSV}`,
  ],
  [[0x50, 0x4b, 0x05, 0x06], `The file is an empty ZIP archive. ${CSV}`],
  [[0x1f, 0x8b], 'The file is compressed (gzip). Upload it uncompressed.'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'The file is compressed (Zstandard). Upload it uncompressed.'],
  [[0xd0, 0xcf, 0x11, 0xe0], `The file is an old workbook of Excel. ${CSV}`],
  [[0x25, 0x50, 0x44, 0x46], `The file is a PDF. ${CSV}`],
  [[0xff, 0xfe], `The file is UTF-16 text. ${CSV}`],
  [[0xfe, 0xff], `The file is UTF-16 text. ${CSV}`],
  [[0x89, 0x50, 0x4e, 0x47], `The file is a picture. ${CSV}`],
  [[0xff, 0xd8, 0xff], `The file is a picture. ${CSV}`],
];

/**
 * Looks at the beginning of a file, and reads no further than its header.
 * @throws {AppError} file_empty, file_type_refused, import_file_invalid.
 */
export async function checkFile(input: Readable): Promise<void> {
  try {
    for await (const _ of readRows(Readable.from(withoutOthers(input)))) return;
  } catch (error) {
    if (!(error instanceof CatalogFileError)) throw error;
    throw new AppError('import_file_invalid', error.message, { cause: error });
  } finally {
    input.destroy();
  }
}

async function* withoutOthers(input: Readable): AsyncGenerator<Buffer> {
  let isFirst = true;
  for await (const chunk of input as AsyncIterable<Buffer>) {
    if (isFirst) refuseOthers(chunk);
    isFirst = false;
    yield chunk;
  }
  if (isFirst) throw new AppError('file_empty', `The file has no bytes. ${CSV}`);
}

function refuseOthers(chunk: Buffer): void {
  const [, message] = others.find(([bytes]) => bytes.every((byte, at) => chunk[at] === byte)) ?? [];
  if (message !== undefined) throw new AppError('file_type_refused', message);
  if (chunk.includes(0)) throw new AppError('file_type_refused', `The file is no text. ${CSV}`);
}
