/** A failed part of the bench. */
export interface PartFailure {
  readonly part: string;
  readonly reason: string;
}

/** Runs parts one after another; a failure is recorded, and the other parts still run. */
export interface PartTaker {
  readonly failures: readonly PartFailure[];
  /** @returns the part's figures; undefined when it failed. */
  take<T>(part: string, measure: () => Promise<T>): Promise<T | undefined>;
}

/** @param interrupted ends the whole run; later failures are not recorded. */
export function createPartTaker(interrupted: AbortSignal, say: (line: string) => void): PartTaker {
  const failures: PartFailure[] = [];
  return {
    failures,
    async take(part, measure) {
      interrupted.throwIfAborted();
      try {
        return await measure();
      } catch (error) {
        interrupted.throwIfAborted();
        const reason = error instanceof Error ? error.message : String(error);
        failures.push({ part, reason });
        say(`${part}: failed. ${error instanceof Error ? error.stack : reason}`);
        return undefined;
      }
    },
  };
}
