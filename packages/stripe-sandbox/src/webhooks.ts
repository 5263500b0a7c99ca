import { createHmac } from 'node:crypto';
import type { Settings } from './options.ts';
import type { Row, Store } from './store.ts';

/** The address, secret and event types of an endpoint; all types by default. */
export interface Endpoint {
  url: string;
  secret: string;
  events?: readonly string[] | undefined;
}

/** Faults of deliveries, for tests. They are in memory, so that a restart clears them. */
export interface DeliveryRules {
  /** Pauses all deliveries until it is false again. */
  paused: boolean;
  /** The next n events are never delivered. */
  drop: number;
  /** The number of additional deliveries of each event. */
  duplicate: number;
  /** The delay before the first attempt, in milliseconds, and the range of a random addition. */
  delayMs: number;
  jitterMs: number;
  /** The order of deliveries that are due at the same time. */
  order: 'oldest' | 'newest' | 'random';
}

export const PLAIN_RULES: DeliveryRules = {
  paused: false,
  drop: 0,
  duplicate: 0,
  delayMs: 0,
  jitterMs: 0,
  order: 'oldest',
};

const CONCURRENCY = 8;
const LONGEST_RETRY_MS = 60_000;
/** Three days at one a minute, as long as Stripe keeps trying. */
const MAX_ATTEMPTS = 4320;

const ORDER_BY = { oldest: 'id', newest: 'id DESC', random: 'random()' } as const;

/**
 * The `Stripe-Signature` header: HMAC-SHA256 over `timestamp.payload`.
 * See https://docs.stripe.com/webhooks#verify-manually.
 */
export function signature(payload: string, secret: string, timestamp: number): string {
  const digest = createHmac('sha256', secret).update(`${timestamp}.${payload}`).digest('hex');
  return `t=${timestamp},v1=${digest}`;
}

/** Delivers events in the background until the endpoint answers 2xx. The queue is in the store. */
export class Webhooks {
  readonly #settings: Settings;
  readonly #store: Store;
  readonly #inFlight = new Set<number>();
  readonly #stopping = new AbortController();
  #endpoint: Endpoint | undefined;
  #timeout: NodeJS.Timeout | undefined;
  #started = false;
  rules: DeliveryRules = { ...PLAIN_RULES };

  constructor(settings: Settings, store: Store) {
    this.#settings = settings;
    this.#store = store;
    const stored = store.fact('webhook_endpoint');
    if (stored !== undefined) this.#endpoint = JSON.parse(stored);
    if (settings.webhookUrl !== undefined) {
      this.setEndpoint({
        url: settings.webhookUrl,
        secret: settings.webhookSecret,
        events: settings.webhookEvents,
      });
    }
  }

  start(): void {
    this.#started = true;
    this.wake();
  }

  /** Ends attempts in flight; they are repeated after the next start. */
  stop(): void {
    this.#started = false;
    clearTimeout(this.#timeout);
    this.#stopping.abort();
  }

  endpoint(): Endpoint | undefined {
    return this.#endpoint;
  }

  /** Whether events of this type are delivered to anyone. */
  wants(type: string): boolean {
    if (this.#endpoint === undefined) return false;
    return this.#endpoint.events?.includes(type) ?? true;
  }

  setEndpoint(endpoint: Endpoint): void {
    this.#endpoint = endpoint;
    this.#store.setFact('webhook_endpoint', JSON.stringify(endpoint));
    this.retryNow();
  }

  /** Retries failed deliveries at once, because the endpoint is up again. */
  retryNow(): void {
    this.#store.run(
      "UPDATE deliveries SET next_ms = ? WHERE state = 'pending' AND attempts > 0",
      Date.now(),
    );
    this.wake();
  }

  /** Changes the given rules, and continues with the new ones. */
  setRules(rules: Partial<DeliveryRules>): void {
    this.rules = { ...this.rules, ...rules };
    this.wake();
  }

  /** Queues an event's delivery in the current transaction. */
  enqueue(eventId: string): void {
    const dropped = this.rules.drop > 0;
    if (dropped) this.rules.drop -= 1;
    for (let copy = 0; copy <= this.rules.duplicate; copy += 1) {
      const wait = this.rules.delayMs + Math.random() * this.rules.jitterMs;
      this.#insert(eventId, dropped ? 'dropped' : 'pending', Date.now() + Math.round(wait));
    }
    this.wake();
  }

  /** Delivers an event once more, in any state. */
  redeliver(eventId: string): void {
    this.#insert(eventId, 'pending', Date.now());
    this.wake();
  }

  /** The number of pending deliveries of an event. */
  pending(eventId: string): number {
    const [row] = this.#store.rows(
      "SELECT count(*) AS n FROM deliveries WHERE event_id = ? AND state = 'pending'",
      eventId,
    );
    return Number(row?.['n'] ?? 0);
  }

  /** Sends due deliveries as soon as the current transaction has ended. */
  wake(delayMs = 0): void {
    if (!this.#started) return;
    clearTimeout(this.#timeout);
    this.#timeout = setTimeout(() => this.#deliverDue(), delayMs);
  }

  #insert(eventId: string, state: string, nextMs: number): void {
    this.#store.run(
      'INSERT INTO deliveries (event_id, state, attempts, next_ms) VALUES (?, ?, 0, ?)',
      eventId,
      state,
      nextMs,
    );
  }

  #deliverDue(): void {
    const endpoint = this.endpoint();
    if (endpoint === undefined || this.rules.paused || !this.#started) return;
    // One time for both queries: a delivery that becomes due between them would be in neither.
    const now = Date.now();
    const free = CONCURRENCY - this.#inFlight.size;
    // Rows in flight are still pending in the store: ask for enough to get past them.
    const due = this.#store
      .rows(
        `SELECT * FROM deliveries WHERE state = 'pending' AND next_ms <= ?
         ORDER BY ${ORDER_BY[this.rules.order]} LIMIT ?`,
        now,
        CONCURRENCY + this.#inFlight.size,
      )
      .filter((row) => !this.#inFlight.has(Number(row['id'])))
      .slice(0, free);
    for (const row of due) void this.#attempt(row, endpoint);
    if (this.#inFlight.size < CONCURRENCY) this.#sleepUntilNext(now);
  }

  #sleepUntilNext(now: number): void {
    const [row] = this.#store.rows(
      "SELECT min(next_ms) AS next FROM deliveries WHERE state = 'pending' AND next_ms > ?",
      now,
    );
    if (typeof row?.['next'] === 'number') this.wake(Math.max(1, row['next'] - Date.now()));
  }

  async #attempt(row: Row, endpoint: Endpoint): Promise<void> {
    const id = Number(row['id']);
    this.#inFlight.add(id);
    const result = await this.#post(String(row['event_id']), endpoint);
    this.#inFlight.delete(id);
    if (!this.#started) return;
    const attempts = Number(row['attempts']) + 1;
    const state = stateAfter(result.status, attempts);
    const wait = Math.min(
      this.#settings.retryMs * 2 ** Math.min(attempts - 1, 20),
      LONGEST_RETRY_MS,
    );
    this.#store.run(
      `UPDATE deliveries SET state = ?, attempts = ?, next_ms = ?, last_status = ?, last_error = ?
       WHERE id = ?`,
      state,
      attempts,
      Date.now() + wait,
      result.status,
      result.error,
      id,
    );
    this.wake();
  }

  async #post(
    eventId: string,
    endpoint: Endpoint,
  ): Promise<{ status: number | null; error: string | null }> {
    const event = this.#store.find('event', eventId);
    if (event === undefined) return { status: 200, error: null };
    const payload = JSON.stringify(event);
    try {
      const response = await fetch(endpoint.url, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json; charset=utf-8',
          'Stripe-Signature': signature(payload, endpoint.secret, Math.floor(Date.now() / 1000)),
          'User-Agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
        },
        body: payload,
        // A redirect is a failed delivery at Stripe too.
        redirect: 'manual',
        signal: AbortSignal.any([
          this.#stopping.signal,
          AbortSignal.timeout(this.#settings.webhookTimeoutMs),
        ]),
      });
      await response.body?.cancel();
      return { status: response.status, error: null };
    } catch (error) {
      return { status: null, error: describe(error) };
    }
  }
}

function stateAfter(status: number | null, attempts: number): string {
  if (status !== null && status >= 200 && status < 300) return 'delivered';
  return attempts < MAX_ATTEMPTS ? 'pending' : 'failed';
}

/** fetch hides the reason of a failed connection in `cause`. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
