/** The file as a whole cannot be read: wrong encoding, no header, a required column missing. */
export class CatalogFileError extends Error {
  override readonly name = 'CatalogFileError';
}

/** One row cannot be read; `column` is the header as the file writes it. */
export class RowError extends Error {
  override readonly name = 'RowError';
  readonly column: string | undefined;

  constructor(reason: string, column?: string) {
    super(reason);
    this.column = column;
  }
}
