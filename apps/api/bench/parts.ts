/** A part of the bench that came to no result. */
export interface PartFailure {
  readonly part: string;
  readonly reason: string;
}

/** Takes parts one after the other; one that fails is noted, and the others are taken all the same. */
export interface PartTaker {
  readonly failures: readonly PartFailure[];
  /** @returns the part's figures; undefined when it failed. */
  take<T>(part: string, measure: () => Promise<T>): Promise<T | undefined>;
}

/** @param interrupted ends the whole: what fails then is no part's fault. */
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
