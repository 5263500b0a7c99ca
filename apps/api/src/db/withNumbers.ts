/** What a row of Prisma's is with numbers for its int8. */
type WithNumbers<T> = T extends bigint
  ? number
  : T extends Date
    ? Date
    : T extends readonly (infer Item)[]
      ? WithNumbers<Item>[]
      : T extends object
        ? { [Key in keyof T]: WithNumbers<T[Key]> }
        : T;

/**
 * Rows of Prisma's, with those they include, as hand-written SQL gives them: int8 (money and counts)
 * as safe numbers.
 * @throws {RangeError} where no number holds the value exactly.
 */
export function withNumbers<T>(rows: T): WithNumbers<T> {
  return numbersIn(rows) as WithNumbers<T>;
}

function numbersIn(value: unknown): unknown {
  if (typeof value === 'bigint') return safeNumber(value);
  if (Array.isArray(value)) return value.map(numbersIn);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, numbersIn(item)]));
}

function safeNumber(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is beyond the safe integers`);
  return number;
}
