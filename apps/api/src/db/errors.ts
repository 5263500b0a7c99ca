/** What the code needs to know of PostgreSQL's errors, in one place (Appendix A of its manual). */
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';
const UNIQUE_VIOLATION = '23505';
const CHECK_VIOLATION = '23514';
const EXCLUSION_VIOLATION = '23P01';

/** Whether the whole transaction may succeed when it is simply run again. */
export function isRetryable(error: unknown): boolean {
  const code = sqlState(error);
  return code === SERIALIZATION_FAILURE || code === DEADLOCK_DETECTED;
}

/** Whether the statement waited or ran too long (57014, 55P03, 25P03): the same may succeed in a moment. */
export function isTimeout(error: unknown): boolean {
  return ['57014', '55P03', '25P03'].includes(sqlState(error) ?? '');
}

/** Whether a row with this key is already there; `constraint` narrows it to one index. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return (
    sqlState(error) === UNIQUE_VIOLATION &&
    (constraint === undefined || constraintOf(error) === constraint)
  );
}

/** Whether a CHECK refused the row; `constraint` is its name. */
export function isCheckViolation(error: unknown, constraint: string): boolean {
  return sqlState(error) === CHECK_VIOLATION && constraintOf(error) === constraint;
}

/**
 * Whether the row overlaps one that is there (an EXCLUDE constraint): a conflict, as with a key that is
 * taken, and not bad data. It may pass once the other row is gone. `constraint` narrows it to one.
 */
export function isExclusionViolation(error: unknown, constraint?: string): boolean {
  return (
    sqlState(error) === EXCLUSION_VIOLATION &&
    (constraint === undefined || constraintOf(error) === constraint)
  );
}

/** Whether what was to be written is at fault: bad data (22), a constraint (23), a limit (54). */
export function isRefusedData(error: unknown): boolean {
  return /^(22|23|54)/.test(sqlState(error) ?? '') && !isExclusionViolation(error);
}

/** Whether the database cannot be reached or is going down: a 503 that is worth a retry, not a 500. */
export function isDatabaseUnavailable(error: unknown): boolean {
  const code = sqlState(error);
  // Class 08: connection exception; 57P0x: shutdown, crash, cannot connect now; 53300: too many connections.
  if (code && (code.startsWith('08') || /^57P0[1-5]$/.test(code) || code === '53300')) return true;
  const message = error instanceof Error ? error.message : '';
  return (
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT'].includes(code ?? '') ||
    /Connection terminated|timeout exceeded when trying to connect|Client was closed|Client has encountered a connection error/.test(
      message,
    )
  );
}

/**
 * The SQLSTATE (or Node's socket code) of a driver error, whether it came straight from pg or
 * wrapped by Prisma (`cause.originalCode` in the driver adapter's error).
 */
function sqlState(error: unknown): string | undefined {
  for (let at: unknown = error, depth = 0; isRecord(at) && depth < 5; depth++) {
    if (typeof at['originalCode'] === 'string') return at['originalCode'];
    if (typeof at['code'] === 'string' && !/^P\d{4}$/.test(at['code'])) return at['code'];
    at = at['cause'] ?? (isRecord(at['meta']) ? at['meta']['driverAdapterError'] : undefined);
  }
  return undefined;
}

function constraintOf(error: unknown): string | undefined {
  return isRecord(error) && typeof error['constraint'] === 'string'
    ? error['constraint']
    : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
