const SECRET_KEY = /authorization|cookie|password|secret|token|api[-_]?key|card|signature/i;
/** Keys of Stripe's forms (sk_…, whsec_…), client secrets, and carts, whose ids are capabilities. */
const SECRET_TEXT =
  /\b(?:sk|rk|whsec)_(?:test_|live_)?[A-Za-z0-9]{8,}|\bpi_\w+_secret_\w+|\bcart_[0-9a-z]{36}\b/g;
/** The password in an address. */
const PASSWORD = /(?<=:\/\/[^:@/\s]*:)[^@/\s]+(?=@)/g;
/** Codes of gift cards, as they are printed; they are told apart by their end, as on the order. */
const GIFT_CARD_CODE = /\b(?:[0-9A-HJKMNP-TV-Z]{4}-){3}(?=[0-9A-HJKMNP-TV-Z]{4}\b)/gi;
const MAX_DEPTH = 5;

/** A copy of a log line's fields, fit for JSON, in which nothing can be read that would open anything. */
export function redact(fields: object): Record<string, unknown> {
  return maskedFields(fields, 0);
}

/**
 * Masks secrets inside a text, keeping enough of each to tell two apart. Every line of the log comes
 * through here several times, so what the text cannot contain is not searched for.
 */
export function redactText(text: string): string {
  let shown = text;
  if (text.includes('_')) shown = shown.replace(SECRET_TEXT, ends);
  if (text.includes('@')) shown = shown.replace(PASSWORD, ends);
  if (text.includes('-')) shown = shown.replace(GIFT_CARD_CODE, '…');
  return shown;
}

function ends(secret: string): string {
  return `${secret.slice(0, 5)}…${secret.slice(-4)}`;
}

function maskedFields(fields: object, depth: number): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) copy[key] = masked(key, value, depth);
  return copy;
}

function masked(key: string, value: unknown, depth: number): unknown {
  if (isSecret(key) && value !== undefined && typeof value !== 'boolean') return '[masked]';
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null || value instanceof Error) return value;
  if (depth >= MAX_DEPTH) return '[deep]';
  if (Array.isArray(value)) return value.map((item) => masked('', item, depth + 1));
  return maskedFields(value, depth + 1);
}

/** Names of fields that have been looked at: a handful, unless somebody logs what came from outside. */
const known = new Map<string, boolean>();
const MAX_KNOWN = 500;

function isSecret(key: string): boolean {
  let answer = known.get(key);
  if (answer === undefined) {
    answer = SECRET_KEY.test(key);
    if (known.size < MAX_KNOWN) known.set(key, answer);
  }
  return answer;
}
