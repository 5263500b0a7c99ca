/** The value below which this share of the values lies (nearest rank); NaN of none. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? NaN;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? NaN) + upper) / 2 : upper;
}

/** A figure that was measured several times. */
export interface Spread {
  median: number;
  min: number;
  max: number;
}

export function spreadOf(values: readonly number[]): Spread {
  return { median: median(values), min: Math.min(...values), max: Math.max(...values) };
}

export interface Percentiles {
  p50: number;
  p95: number;
  p99: number;
}

export function percentilesOf(values: readonly number[]): Percentiles {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(values, share));
  return { p50: p50 ?? NaN, p95: p95 ?? NaN, p99: p99 ?? NaN };
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
