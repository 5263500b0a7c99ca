/** Chance that comes out the same each time. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  pick<T>(values: readonly T[]): T;
  /** Prefers the first ones: some makers have many products, most have few. */
  pickEarly<T>(values: readonly T[]): T;
}

/** Mulberry32 (Tommy Ettinger, public domain): one 32-bit state, ample for plausible words. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const at = <T>(values: readonly T[], place: number): T => {
    const index = Math.floor(place * values.length);
    if (!(index in values)) throw new RangeError('There is nothing to choose from');
    return values[index] as T;
  };
  return {
    next,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick: (values) => at(values, next()),
    pickEarly: (values) => at(values, next() ** 3),
  };
}
