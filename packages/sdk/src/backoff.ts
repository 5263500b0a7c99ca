const LONGEST_BACKOFF_MS = 8_000;

/**
 * The delay before a retry: a random part of a range that doubles with each attempt ("full jitter"), so
 * that clients that failed at the same time do not retry at the same time.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 * @param repeat 0 before the first repeat
 * @param backoffMs the span of the first
 */
export function backoff(repeat: number, backoffMs: number): number {
  return Math.random() * Math.min(LONGEST_BACKOFF_MS, backoffMs * 2 ** repeat);
}

/**
 * Reads `Retry-After` (RFC 9110, section 10.2.3): seconds, or a date.
 * @returns milliseconds from now; 0 when it says nothing
 */
export function retryAfter(headers: Headers): number {
  const value = headers.get('Retry-After')?.trim();
  if (!value) return 0;
  const waitMs = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(waitMs) ? 0 : Math.max(0, waitMs);
}

/** Waits. @throws the signal's reason, as soon as it is aborted. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    }, ms);
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
  });
}
