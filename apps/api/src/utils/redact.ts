const SECRET_KEY = /authorization|cookie|password|secret|token|api[-_]?key|card|signature/i;
/** Keys of Stripe's forms (sk_…, whsec_…), client secrets, and carts, whose ids are capabilities. */
const SECRET_TEXT =
  /\b(?:sk|rk|whsec)_(?:test_|live_)?[A-Za-z0-9]{8,}|\bpi_\w+_secret_\w+|\bcart_[0-9a-z]{36}\b|(?<=:\/\/[^:@/\s]*:)[^@/\s]+(?=@)/g;
/** Codes of gift cards, as they are printed; they are told apart by their end, as on the order. */
const GIFT_CARD_CODE = /\b(?:[0-9A-HJKMNP-TV-Z]{4}-){3}(?=[0-9A-HJKMNP-TV-Z]{4}\b)/gi;
const MAX_DEPTH = 5;

/** A copy of a log line's fields in which nothing can be read that would open anything. */
export function redact<T extends object>(fields: T): T {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, masked(key, value, 0)]),
  ) as T;
}

/** Masks secrets inside a text, keeping enough of each to tell two apart. */
export function redactText(text: string): string {
  return text
    .replace(SECRET_TEXT, (secret) => `${secret.slice(0, 5)}…${secret.slice(-4)}`)
    .replace(GIFT_CARD_CODE, '…');
}

function masked(key: string, value: unknown, depth: number): unknown {
  if (SECRET_KEY.test(key) && value !== undefined && typeof value !== 'boolean') return '[masked]';
  if (typeof value === 'string') return redactText(value);
  if (typeof value !== 'object' || value === null || value instanceof Error) return value;
  if (depth >= MAX_DEPTH) return '[deep]';
  if (Array.isArray(value)) return value.map((item) => masked('', item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, masked(name, item, depth + 1)]),
  );
}
