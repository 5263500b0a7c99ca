import { invalidRequest } from './errors.ts';

/** One value of a form-encoded body: text, or a nested hash or list (a list has the keys 0, 1, …). */
export type FormValue = string | Form;
export type Form = Map<string, FormValue>;

/** No parameter of Stripe is nested deeper; recursive functions follow the nesting. */
const MAX_DEPTH = 20;

/** @throws ApiError 400 for deeper nesting than that of any parameter */
export function checkDepth(depth: number): void {
  if (depth > MAX_DEPTH) throw invalidRequest('The parameters are nested too deeply.');
}

/**
 * Parses `application/x-www-form-urlencoded` text with Stripe's bracket notation:
 * `metadata[order]=1`, `expand[]=a`, `expand[0]=a`, `shipping[address][city]=Bern`.
 * A later value for the same key replaces the earlier one.
 * @throws ApiError 400 for what is nested too deeply
 */
export function parseForm(text: string): Form {
  const form: Form = new Map();
  for (const [name, value] of new URLSearchParams(text)) assign(form, keysOf(name), value);
  return form;
}

/** `a[b][]` → `['a', 'b', '']`. */
function keysOf(name: string): string[] {
  const open = name.indexOf('[');
  if (open <= 0 || !name.endsWith(']')) return [name];
  const inner = name.slice(open + 1, -1).split('][', MAX_DEPTH + 1);
  checkDepth(inner.length);
  return [name.slice(0, open), ...inner];
}

function assign(form: Form, keys: readonly string[], value: string): void {
  const [first = '', ...rest] = keys;
  const key = first === '' ? String(form.size) : first;
  if (rest.length === 0) {
    form.set(key, value);
    return;
  }
  const inner = form.get(key);
  const nested: Form = inner instanceof Map ? inner : new Map();
  form.set(key, nested);
  assign(nested, rest, value);
}

/** The form as one canonical text, independent of the order of parameters. */
export function canonical(form: Form): string {
  const plain = (value: FormValue): unknown =>
    typeof value === 'string'
      ? value
      : [...value].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, plain(inner)]);
  return JSON.stringify(plain(form));
}
