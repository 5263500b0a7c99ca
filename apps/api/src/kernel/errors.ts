import { collect } from '../domains/collect.ts';
import { domains } from '../domains/domains.ts';

const catalog = collect(domains, 'errors');

export type ErrorCode = keyof typeof catalog;

/** Status and title of every code, as the domains declare them, by status. */
export const errorCatalog = Object.fromEntries(
  Object.entries(catalog).sort(([, [one]], [, [other]]) => one - other),
) as Readonly<Record<ErrorCode, readonly [status: number, title: string]>>;

/** One thing that is wrong: where (a JSON path such as `items.0.quantity`, or `query.limit`), what kind, and in words. */
export interface ErrorDetail {
  path: string;
  code: string;
  message: string;
}

export interface AppErrorOptions {
  errors?: readonly ErrorDetail[];
  /** Further members of the problem document, such as the cart as it is now. */
  extensions?: Readonly<Record<string, unknown>>;
  /** When it is worth to try again; the client gets it as `Retry-After`. */
  retryAfterSeconds?: number;
  headers?: Readonly<Record<string, string>>;
  cause?: unknown;
}

/** An error whose `message` the client sees, as the problem's `detail`. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly status: number;
  readonly title: string;
  readonly errors: readonly ErrorDetail[];
  readonly extensions: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    [this.status, this.title] = errorCatalog[code];
    this.errors = options.errors ?? [];
    this.extensions = options.extensions ?? {};
    const { retryAfterSeconds, headers = {} } = options;
    this.headers =
      retryAfterSeconds === undefined
        ? headers
        : { 'Retry-After': String(retryAfterSeconds), ...headers };
  }
}

/** A refusal because something is no longer as the client knows it; the API shows how it is now. */
export class OutdatedError<Current = unknown> extends AppError {
  readonly current: Current;

  constructor(code: ErrorCode, message: string, current: Current) {
    super(code, message);
    this.current = current;
  }
}

/**
 * 404 for what does not exist, and for what belongs to someone else: a caller cannot tell the two
 * apart.
 */
export function notFound(what: string): AppError {
  return new AppError('not_found', `There is no such ${what}.`);
}
