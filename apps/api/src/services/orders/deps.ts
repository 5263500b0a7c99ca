/** How many unpaid orders there may be at a time; 0 is no limit. */
export interface UnpaidLimits {
  /** Placed from one client address. */
  readonly perAddress: number;
  /** With one e-mail address. */
  readonly perEmail: number;
}

export interface OrdersDeps {
  /** The shop's secret; the tokens of guests are made from it. */
  secret: string;
  /** Signs the cursors of its lists. */
  cursorSecret: string;
  unpaidLimits: UnpaidLimits;
}
