/** A promise that was broken, with what is needed to look into it. */
export interface Violation {
  readonly promise: string;
  readonly ids: readonly string[];
}

/** Collects what breaks a promise: those of `items` that do not keep it, by their ids. */
export function offenders<T>(
  promise: string,
  items: readonly T[],
  keeps: (item: T) => boolean,
  idOf: (item: T) => string,
): Violation[] {
  const ids = items.filter((item) => !keeps(item)).map(idOf);
  return ids.length === 0 ? [] : [{ promise, ids }];
}
