import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import type { Readable } from 'node:stream';
import { MAX_RECORD_CHARS, readLines } from './lines.ts';
import type { Line } from './lines.ts';

/** A CSV record and the lines it spans; `problem` replaces fields that cannot be separated. */
export type CsvRecord = { line: number; lastLine: number } & (
  { fields: string[]; problem?: never } | { fields?: never; problem: string }
);

/**
 * Reads CSV, the records of a chunk at a time; line ends inside quoted values become "\n", blank
 * lines are skipped.
 *
 * The lines of a record are collected here and each record goes to csv-parse alone, because
 * csv-parse's stream cannot isolate an invalid one: with `skip_records_with_error` it drops the
 * rest of its buffer after text behind a closing quote, and it counts a CRLF inside quotes as two
 * lines (both seen with 7.0.3). Setting it up costs more than most records, so it parses only those
 * that are not plain ({@link splitPlain}).
 *
 * An unclosed quotation mark costs only its own line: reading resumes on the next.
 */
export async function* readRecords(input: Readable): AsyncGenerator<CsvRecord[]> {
  const gatherer = new RecordGatherer();
  for await (const lines of readLines(input)) {
    yield lines.flatMap((line) => [...gatherer.add(line)]);
  }
  yield [...gatherer.end()];
}

class RecordGatherer {
  #held: Line[] = [];
  #chars = 0;
  #quoted = false;

  *add(line: Line): Generator<CsvRecord> {
    this.#held.push(line);
    this.#chars += line.text.length + 1;
    this.#quoted = endsInsideQuotes(line.text, this.#quoted);
    if (!this.#quoted) {
      const lines = this.#take();
      if (lines.length > 1 || line.text.trim() !== '') yield parseRecord(lines);
    } else if (this.#chars > MAX_RECORD_CHARS) {
      yield* this.#releaseFirstLine();
    }
  }

  *end(): Generator<CsvRecord> {
    while (this.#held.length > 0) yield* this.#releaseFirstLine();
  }

  *#releaseFirstLine(): Generator<CsvRecord> {
    const [first, ...rest] = this.#take();
    if (first === undefined) return;
    yield {
      line: first.number,
      lastLine: first.number,
      problem: 'a quotation mark opened on this line is never closed',
    };
    for (const line of rest) yield* this.add(line);
  }

  #take(): Line[] {
    const lines = this.#held;
    this.#held = [];
    this.#chars = 0;
    this.#quoted = false;
    return lines;
  }
}

/** Whether a quoted value is still open at the end of the line, given whether one was at its start. */
function endsInsideQuotes(text: string, openAtStart: boolean): boolean {
  let open = openAtStart;
  let at = text.indexOf('"');
  while (at !== -1) {
    let next = at + 1;
    if (!open) open = opensField(text, at);
    else if (text[next] === '"') next += 1;
    else open = false;
    at = text.indexOf('"', next);
  }
  return open;
}

/** A quotation mark opens a value only as its first character; in `5" pipe` it is mere text. */
function opensField(text: string, at: number): boolean {
  let before = at - 1;
  while (text[before] === ' ' || text[before] === '\t') before -= 1;
  return before < 0 || text[before] === ',';
}

function parseRecord(lines: Line[]): CsvRecord {
  const line = lines[0]?.number ?? 0;
  const lastLine = lines.at(-1)?.number ?? line;
  const text = lines.map((each) => each.text).join('\n');
  const plain = splitPlain(text);
  if (plain !== null) return { line, lastLine, fields: plain };
  try {
    const [fields, second] = parse(text, {
      trim: true,
      relax_quotes: true,
      record_delimiter: '\n',
    });
    if (fields !== undefined && second === undefined) return { line, lastLine, fields };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
  }
  const problem = 'there is text behind a closing quotation mark (inside a value, write it twice)';
  return { line, lastLine, problem };
}

/**
 * The fields of a record in which each is either free of quotation marks or begins and ends with one,
 * as programs write them; null for any other, whose rules are csv-parse's. A fifth of its time.
 */
function splitPlain(text: string): string[] | null {
  const fields: string[] = [];
  for (let start = 0; start <= text.length;) {
    const isQuoted = text[start] === '"';
    const end = isQuoted ? endOfQuoted(text, start) : endOfField(text, start);
    if (end !== text.length && text[end] !== ',') return null;
    const value = isQuoted ? text.slice(start + 1, end - 1) : text.slice(start, end).trim();
    const hasQuotes = value.includes('"');
    if (hasQuotes && !isQuoted) return null;
    fields.push(hasQuotes ? value.replaceAll('""', '"') : value);
    start = end + 1;
  }
  return fields;
}

function endOfField(text: string, start: number): number {
  const comma = text.indexOf(',', start);
  return comma === -1 ? text.length : comma;
}

/** The place behind the closing quotation mark, beyond the text when there is none; a doubled one closes nothing. */
function endOfQuoted(text: string, start: number): number {
  let at = text.indexOf('"', start + 1);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at === -1 ? Infinity : at + 1;
}
