/** @template T @param {readonly T[]} values */
export function anyOf(values) {
  return values[Math.floor(Math.random() * values.length)];
}

/** @template T @param {readonly T[]} values @returns {T} more often one of the first, because visitors prefer a few products. */
export function popularOf(values) {
  return values[Math.floor(Math.random() ** 2 * values.length)];
}

/** @param {number} probability of true; 0 to 1. */
export function happens(probability) {
  return Math.random() < probability;
}
