import { StorageUnavailableError } from '../ports/fileStoreErrors.ts';

/** What the code needs to know of PostgreSQL's errors, in one place (Appendix A of its manual). */
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';
const UNIQUE_VIOLATION = '23505';
const FOREIGN_KEY_VIOLATION = '23503';
/** Of a foreign key with ON DELETE RESTRICT, since PostgreSQL 18. */
const RESTRICT_VIOLATION = '23001';
const CHECK_VIOLATION = '23514';
const EXCLUSION_VIOLATION = '23P01';

/**
 * Codes of Node's sockets and of DNS. ENOTFOUND (a wrong name) is no outage, so it is not among
 * them.
 */
const CONNECTION_LOST = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'EAI_AGAIN',
]);
/** Codes of Node's files. */
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EMFILE', 'ENFILE']);

/** Whether the whole transaction may succeed when it is run again. */
export function isRetryable(error: unknown): boolean {
  const code = sqlState(error);
  return code === SERIALIZATION_FAILURE || code === DEADLOCK_DETECTED;
}

/**
 * Whether the statement waited or ran too long (57014, 55P03, 25P03, 25P04): a retry may succeed.
 */
export function isTimeout(error: unknown): boolean {
  return ['57014', '55P03', '25P03', '25P04'].includes(sqlState(error) ?? '');
}

/**
 * Whether the client's time limit passed without an answer: the connection may be stuck, and the
 * effect of the statement is unknown.
 */
export function hasNoAnswer(error: unknown): boolean {
  return chainOf(error).some(({ message }) => /Query read timeout/.test(String(message)));
}

/** Whether a row with this key already exists; `constraint` narrows it to one index. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return (
    sqlState(error) === UNIQUE_VIOLATION &&
    (constraint === undefined || constraintOf(error) === constraint)
  );
}

/** Whether a row refers to what was to be deleted, or what a row refers to is not there. */
export function isForeignKeyViolation(error: unknown): boolean {
  const code = sqlState(error);
  return code === FOREIGN_KEY_VIOLATION || code === RESTRICT_VIOLATION;
}

/** Whether a CHECK refused the row; `constraint` is its name. */
export function isCheckViolation(error: unknown, constraint: string): boolean {
  return sqlState(error) === CHECK_VIOLATION && constraintOf(error) === constraint;
}

/**
 * Whether the row overlaps an existing one (an EXCLUDE constraint): a conflict, as with a taken
 * key, and not bad data. It may succeed once the other row no longer exists. `constraint` narrows
 * it to one.
 */
export function isExclusionViolation(error: unknown, constraint?: string): boolean {
  return (
    sqlState(error) === EXCLUSION_VIOLATION &&
    (constraint === undefined || constraintOf(error) === constraint)
  );
}

/** Whether the data to be written is at fault: bad data (22), a constraint (23), a limit (54). */
export function isRefusedData(error: unknown): boolean {
  return /^(22|23|54)/.test(sqlState(error) ?? '') && !isExclusionViolation(error);
}

/**
 * Whether the database cannot be reached or is shutting down: a 503 that is worth a retry, not a
 * 500.
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  const code = sqlState(error) ?? '';
  // Class 08: connection exception; 57P0x: shutdown, crash, cannot connect now; 53300: too many connections.
  if (/^(08|57P0[1-5]|53300)/.test(code)) return true;
  return chainOf(error).some(
    ({ code: cause, syscall, message }) =>
      CONNECTION_LOST.has(String(cause)) ||
      (cause === 'ENOENT' && syscall === 'connect') ||
      /Connection terminated|timeout exceeded when trying to connect|Client was closed|Client has encountered a connection error|Query read timeout/.test(
        String(message),
      ),
  );
}

/**
 * Whether there is no space for the data, or nothing may be written: PostgreSQL's disk, memory or
 * files are exhausted (class 53), its disk fails (58030), it has become a standby (25006); or the
 * same happened to a file of ours. The request itself is valid.
 */
export function isOutOfResources(error: unknown): boolean {
  return /^(53|58030$|25006$)/.test(sqlState(error) ?? '') || isOurDiskFull(error);
}

/**
 * Whether a file of ours is not writable: its disk is full, read-only or broken, or too many files
 * are open.
 */
function isOurDiskFull(error: unknown): boolean {
  return chainOf(error).some(({ code }) => NO_ROOM.has(String(code)));
}

/** Whether the database accepts no writes at all, rather than not this one; reads may work. */
export function refusesWrites(error: unknown): boolean {
  return (
    isOutOfResources(error) &&
    !isOurDiskFull(error) &&
    !['53300', '53400'].includes(sqlState(error) ?? '')
  );
}

/**
 * Whether this connection leads to a server that no longer accepts writes; a new one may reach
 * its successor.
 */
export function isReadOnlyServer(error: unknown): boolean {
  return sqlState(error) === '25006';
}

/**
 * Whether the same operation may be retried unchanged once the database, or a disk, has recovered.
 */
export function isOutage(error: unknown): boolean {
  return isDatabaseUnavailable(error) || isTimeout(error) || isOutOfResources(error);
}

/**
 * The SQLSTATE (or Node's socket code) of a driver error, whether it comes from pg or wrapped by
 * Prisma (`cause.originalCode` in the driver adapter's error).
 */
export function sqlState(error: unknown): string | undefined {
  for (const at of chainOf(error)) {
    if (typeof at['originalCode'] === 'string') return at['originalCode'];
    if (typeof at['code'] === 'string' && !/^P\d{4}$/.test(at['code'])) return at['code'];
  }
  return undefined;
}

/** The error and its causes, the outermost first; a failure of the storage is none of the database's. */
function chainOf(error: unknown): Record<string, unknown>[] {
  const chain: Record<string, unknown>[] = [];
  for (let at: unknown = error; isRecord(at) && chain.length < 5;) {
    if (at instanceof StorageUnavailableError) break;
    chain.push(at);
    at = at['cause'] ?? (isRecord(at['meta']) ? at['meta']['driverAdapterError'] : undefined);
  }
  return chain;
}

function constraintOf(error: unknown): string | undefined {
  return isRecord(error) && typeof error['constraint'] === 'string'
    ? error['constraint']
    : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
