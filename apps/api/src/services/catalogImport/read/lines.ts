import type { Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { CatalogFileError } from '../errors.ts';

/** One physical line of the file, without its line end; numbered from 1. */
export interface Line {
  number: number;
  text: string;
}

/** No record of a catalogue is longer; what is, comes from a quotation mark that is never closed. */
export const MAX_RECORD_CHARS = 1024 * 1024;

/**
 * The lines of a UTF-8 text, with or without a byte-order mark, whatever its line ends (CRLF, LF,
 * CR, or a mixture). Yields the lines of a chunk at a time, since awaiting each line takes longer
 * than reading it. Pulls from the input only as the lines are consumed.
 * @throws {CatalogFileError} for bytes that are not UTF-8 and lines beyond MAX_RECORD_CHARS.
 */
export async function* readLines(input: Readable): AsyncGenerator<Line[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let number = 1;
  let rest = '';
  for await (const chunk of input as AsyncIterable<Uint8Array | string>) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    const text = rest + decode(decoder, bytes, number);
    const lines: Line[] = [];
    let start = 0;
    // A CR that ends the chunk waits: the next chunk may begin with its LF.
    for (const end of text.matchAll(/\r\n|\n|\r(?!$)/g)) {
      lines.push({ number, text: text.slice(start, end.index) });
      number += 1;
      start = end.index + end[0].length;
    }
    yield lines;
    rest = text.slice(start);
    if (rest.length > MAX_RECORD_CHARS) {
      throw new CatalogFileError(
        `Line ${number} is longer than ${MAX_RECORD_CHARS} characters: this is not a product CSV.`,
      );
    }
  }
  rest += decode(decoder, undefined, number);
  if (rest !== '') yield [{ number, text: rest.replace(/\r$/, '') }];
}

function decode(decoder: TextDecoder, bytes: Uint8Array | undefined, line: number): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch (error) {
    throw new CatalogFileError(
      `The file is not UTF-8 text (at or after line ${line}). Save it as "CSV UTF-8" and try again.`,
      { cause: error },
    );
  }
}
