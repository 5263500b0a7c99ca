export interface ProductsDeps {
  /** The currency of prices when a request names none. */
  readonly currency: string;
  /** Signs the cursors of the list. */
  readonly cursorSecret: string;
}
