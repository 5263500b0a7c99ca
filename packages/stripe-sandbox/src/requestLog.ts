/** One answered (or cut) request of the API. */
export interface LoggedRequest {
  id: string;
  /** Method and route template, e.g. `POST /v1/payment_intents/:id/confirm`; `(unknown)` for all others. */
  endpoint: string;
  path: string;
  /** Null where the connection was cut. */
  status: number | null;
  idempotencyKey: string | null;
  replayed: boolean;
}

const KEPT = 500;
/** Any real path is shorter. */
const LONGEST_PATH = 200;

/** Counts requests by route and keeps the last ones, for tests. */
export class RequestLog {
  #counts = new Map<string, number>();
  #recent: LoggedRequest[] = [];

  add(request: LoggedRequest): void {
    this.#counts.set(request.endpoint, (this.#counts.get(request.endpoint) ?? 0) + 1);
    this.#recent.push({ ...request, path: request.path.slice(0, LONGEST_PATH) });
    if (this.#recent.length > 2 * KEPT) this.#recent = this.#recent.slice(-KEPT);
  }

  counts(): Record<string, number> {
    return Object.fromEntries(this.#counts);
  }

  /** The last requests, newest first. */
  recent(): LoggedRequest[] {
    return this.#recent.slice(-KEPT).toReversed();
  }

  clear(): void {
    this.#counts = new Map();
    this.#recent = [];
  }
}
