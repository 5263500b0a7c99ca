import { ApiError } from './errors.ts';
import { canonical } from './form.ts';
import type { Form } from './form.ts';
import type { Store } from './store.ts';

/** A stored answer. */
export interface Answer {
  status: number;
  body: string;
  requestId: string;
  replayed: boolean;
}

/** One POST with an `Idempotency-Key`. */
export interface KeyedRequest {
  key: string;
  /** Method and path. */
  endpoint: string;
  form: Form;
}

const KEPT_MS = 24 * 60 * 60 * 1000;

/**
 * Stripe's idempotency: the first answer under a key is the only one for 24 hours.
 * See https://docs.stripe.com/api/idempotent_requests.
 */
export class IdempotencyKeys {
  readonly #store: Store;
  readonly #inFlight = new Set<string>();

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * Locks the key for a request that is about to run; `release` it when its answer is out.
   * @returns the earlier answer, if there is one
   * @throws ApiError 400 for another request under the same key, 409 while the first still runs
   */
  claim({ key, endpoint, form }: KeyedRequest): Answer | undefined {
    if (key.length > 255) {
      throw refused(400, 'invalid_request_error', 'Idempotency keys have up to 255 characters.');
    }
    if (this.#inFlight.has(key)) {
      throw refused(
        409,
        'idempotency_error',
        `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
        'idempotency_key_in_use',
      );
    }
    const [row] = this.#store.rows(
      'SELECT * FROM idempotency_keys WHERE key = ? AND created_ms > ?',
      key,
      Date.now() - KEPT_MS,
    );
    if (row !== undefined) {
      if (row['endpoint'] !== endpoint)
        throw otherRequest(key, `endpoint they were first used for`);
      if (row['params'] !== canonical(form)) {
        throw otherRequest(key, 'parameters they were first used with');
      }
      return {
        status: Number(row['status']),
        body: String(row['body']),
        requestId: String(row['request_id']),
        replayed: true,
      };
    }
    this.#inFlight.add(key);
    return undefined;
  }

  release(key: string): void {
    this.#inFlight.delete(key);
  }

  /** Stores the answer, in the transaction of its effect. */
  keep({ key, endpoint, form }: KeyedRequest, answer: Answer): void {
    this.#store.run(
      `INSERT INTO idempotency_keys VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (key) DO UPDATE SET endpoint = excluded.endpoint, params = excluded.params,
         status = excluded.status, body = excluded.body, request_id = excluded.request_id,
         created_ms = excluded.created_ms`,
      key,
      endpoint,
      canonical(form),
      answer.status,
      answer.body,
      answer.requestId,
      Date.now(),
    );
  }

  /** Deletes keys after 24 hours. */
  prune(): void {
    this.#store.run('DELETE FROM idempotency_keys WHERE created_ms <= ?', Date.now() - KEPT_MS);
  }
}

const refused = (
  status: number,
  type: 'invalid_request_error' | 'idempotency_error',
  message: string,
  code?: string,
): ApiError => new ApiError(status, type, message, code === undefined ? {} : { code }, true);

const otherRequest = (key: string, same: string): ApiError =>
  refused(
    400,
    'idempotency_error',
    `Keys for idempotent requests can only be used with the same ${same}. Try using a key other than '${key}' if you meant to execute a different request.`,
  );
