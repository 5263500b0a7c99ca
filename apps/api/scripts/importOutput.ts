import type {
  Counts,
  ImportNote,
  ImportReport,
  RejectedRow,
} from '../src/services/catalogImport.service.ts';
import { printable } from '../src/utils/printable.ts';

/** Milliseconds between two progress lines where lines cannot be overwritten: a log, a pipe. */
const QUIET_MS = 5000;
const TERMINAL_MS = 200;

/** The number of unknown headers to name; a file of another kind may have thousands. */
const MAX_COLUMNS = 50;

/** The output of an import on a terminal: rejected rows as they occur, the progress, the report. */
export class ImportOutput {
  readonly #started = performance.now();
  readonly #isTerminal = process.stderr.isTTY;
  #lastProgress = performance.now();
  #hasProgressLine = false;

  rejected({ line, handle, column, reason }: RejectedRow): void {
    const what = [handle, column].filter((part) => part).join(', ');
    this.#line(`Rejected: line ${line}${what && ` (${what})`}: ${reason}`);
  }

  note({ line, handle, message }: ImportNote): void {
    this.#line(`Note: line ${line} (${handle}): ${message}`);
  }

  /**
   * Prints the progress from time to time.
   * @param share of the work that is done, from 0 to 1.
   */
  progress(report: ImportReport, share: number): void {
    const now = performance.now();
    if (now - this.#lastProgress < (this.#isTerminal ? TERMINAL_MS : QUIET_MS)) return;
    this.#lastProgress = now;
    const percent = Math.floor(share * 100);
    const text = `${percent} %  ${total(report.products)} products, ${total(report.variants)} variants, ${report.rejected.count} rejected  (${this.#rate(report)})`;
    this.#clear();
    process.stderr.write(this.#isTerminal ? text : `${text}\n`);
    this.#hasProgressLine = this.#isTerminal;
  }

  finish(report: ImportReport, name: string): void {
    this.#clear();
    const seconds = ((performance.now() - this.#started) / 1000).toFixed(1);
    process.stdout.write(
      `\n${headline(report, printable(name), seconds)}\n\n${table(report)}  ${this.#rate(report)}\n`,
    );
  }

  #rate({ products, variants }: ImportReport): string {
    const perSecond = (counts: Counts) =>
      Math.round((total(counts) / (performance.now() - this.#started)) * 1000);
    return `${perSecond(products)} products/s, ${perSecond(variants)} variants/s`;
  }

  /** Much of the text comes from the file. */
  #line(text: string): void {
    this.#clear();
    process.stdout.write(`${printable(text)}\n`);
  }

  #clear(): void {
    if (this.#hasProgressLine) process.stderr.write('\r\u001B[K');
    this.#hasProgressLine = false;
  }
}

function headline({ dryRun, aborted }: ImportReport, name: string, seconds: string): string {
  if (aborted)
    return `Interrupted after ${seconds} s. The counts below were imported; the rest of ${name} was not.`;
  return dryRun
    ? `Dry run of ${name} in ${seconds} s: nothing was changed. An import would report:`
    : `Imported ${name} in ${seconds} s:`;
}

function table(report: ImportReport): string {
  const { products, variants, images, rejected, notes, unpublished, unknownColumns } = report;
  const rows: [string, Counts][] = [
    ['Products', products],
    ['Variants', variants],
    ['Images', images],
  ];
  const lines = rows.map(
    ([name, { created, updated, unchanged }]) =>
      `  ${name.padEnd(10)}${cell(created)}${cell(updated)}${cell(unchanged)}`,
  );
  return [
    `  ${''.padEnd(10)}${cell('created')}${cell('updated')}${cell('unchanged')}`,
    ...lines,
    '',
    `  Rejected rows: ${rejected.count}`,
    ...(notes.count > 0 ? [`  Notes: ${notes.count}`] : []),
    ...(unpublished > 0 ? [`  Not published: ${unpublished} products`] : []),
    ...(unknownColumns.length > 0 ? [`  Unknown columns: ${listOf(unknownColumns)}`] : []),
    '',
  ].join('\n');
}

function listOf(names: readonly string[]): string {
  const more = names.length - MAX_COLUMNS;
  const named = names.slice(0, MAX_COLUMNS).map((name) => `"${printable(name)}"`);
  return [...named, ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}

function cell(value: number | string): string {
  return String(value).padStart(11);
}

function total({ created, updated, unchanged }: Counts): number {
  return created + updated + unchanged;
}
