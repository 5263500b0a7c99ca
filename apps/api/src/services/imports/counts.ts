import type { Counts, ImportReport } from '../catalogImport.service.ts';

/** A file of another kind may have thousands of unknown columns, and long ones. */
const MAX_COLUMNS = 50;
const MAX_COLUMN_CHARS = 100;

/** What an import has done, without the single rows, whose number has no bound. */
export interface ImportCounts {
  readonly products: Counts;
  readonly variants: Counts;
  readonly images: Counts;
  readonly rejected: number;
  readonly notes: number;
  /** Products that the file says are not published. */
  readonly unpublished: number;
  readonly unknownColumns: readonly string[];
}

/** The counts of a report. */
export function countsOf(report: ImportReport): ImportCounts {
  const { products, variants, images, rejected, notes, unpublished, unknownColumns } = report;
  return {
    products,
    variants,
    images,
    rejected: rejected.count,
    notes: notes.count,
    unpublished,
    unknownColumns: unknownColumns
      .slice(0, MAX_COLUMNS)
      .map((name) => name.slice(0, MAX_COLUMN_CHARS)),
  };
}

const none: Counts = { created: 0, updated: 0, unchanged: 0 };

/** Of an import that has not begun. */
export const noCounts: ImportCounts = {
  products: none,
  variants: none,
  images: none,
  rejected: 0,
  notes: 0,
  unpublished: 0,
  unknownColumns: [],
};
