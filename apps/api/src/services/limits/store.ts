/** What is added to a count. */
export interface Addition {
  readonly key: string;
  /** May be negative, to take back what was counted. */
  readonly cost: number;
  /** Length of the window that begins with the first addition. */
  readonly windowSeconds: number;
}

/** How far a count is. */
export interface Count {
  readonly used: number;
  /** Until its window ends. */
  readonly msLeft: number;
}

/** Where all processes count together. Its methods throw `Unavailable` while it cannot be reached. */
export interface LimitStore {
  /** Adds to counts and returns them, in the order of the additions; keys are distinct. */
  add(additions: readonly Addition[]): Promise<Count[]>;
  /** Counts as they are; `undefined` where nothing was counted in the present window. */
  read(keys: readonly string[]): Promise<(Count | undefined)[]>;
  /** Deletes counts whose window has ended, where the store does not by itself. */
  purge(): Promise<void>;
  close(): Promise<void>;
}
