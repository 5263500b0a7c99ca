import type { Change } from './plan/changes.ts';
import type { RejectedRow } from './read/productGroup.ts';

export type Counts = Record<Change, number>;

/** Something that was done otherwise than the file says. */
export interface ImportNote {
  line: number;
  handle: string;
  message: string;
}

/** What an import did, or (dry run) would have done. */
export interface ImportReport {
  dryRun: boolean;
  /** It was stopped before the end of the file; what is counted here is done. */
  aborted: boolean;
  products: Counts;
  variants: Counts;
  images: Counts;
  /** `count` counts all of them, `rows` holds the first thousand. */
  rejected: { count: number; rows: RejectedRow[] };
  /** Products that the file says are not published, of those that it brought. */
  unpublished: number;
  /** The file's headers that are neither ours nor Shopify's; what they hold is lost. */
  unknownColumns: readonly string[];
  /** As with the rejected rows. */
  notes: { count: number; list: ImportNote[] };
}

const KEPT = 1000;

/** Adds up the report during the import; its size does not grow with the file. */
export class Tally {
  readonly report: ImportReport;
  readonly #onRejected: (row: RejectedRow) => void;
  readonly #onNote: (note: ImportNote) => void;

  constructor(
    dryRun: boolean,
    onRejected: (row: RejectedRow) => void = () => undefined,
    onNote: (note: ImportNote) => void = () => undefined,
  ) {
    this.#onRejected = onRejected;
    this.#onNote = onNote;
    this.report = {
      dryRun,
      aborted: false,
      products: noCounts(),
      variants: noCounts(),
      images: noCounts(),
      unpublished: 0,
      unknownColumns: [],
      rejected: { count: 0, rows: [] },
      notes: { count: 0, list: [] },
    };
  }

  reject(row: RejectedRow): void {
    const { rejected } = this.report;
    rejected.count += 1;
    if (rejected.rows.length < KEPT) rejected.rows.push(row);
    this.#onRejected(row);
  }

  note(note: ImportNote): void {
    const { notes } = this.report;
    notes.count += 1;
    if (notes.list.length < KEPT) notes.list.push(note);
    this.#onNote(note);
  }
}

function noCounts(): Counts {
  return { created: 0, updated: 0, unchanged: 0 };
}
