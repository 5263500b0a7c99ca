/** A broken invariant, with what is needed to investigate it. */
export interface Violation {
  readonly promise: string;
  readonly ids: readonly string[];
}

/** Collects the violations of an invariant: those of `items` that break it, by their ids. */
export function offenders<T>(
  promise: string,
  items: readonly T[],
  keeps: (item: T) => boolean,
  idOf: (item: T) => string,
): Violation[] {
  const ids = items.filter((item) => !keeps(item)).map(idOf);
  return ids.length === 0 ? [] : [{ promise, ids }];
}
