import { newId } from '../src/kernel/ids.ts';

/** A value of a statement: fixed, or with places for generated texts. */
export type Template = { readonly fixed: unknown } | { readonly parts: readonly Part[] };
/** Fixed text, or the number of a token. */
type Part = string | number;

/** Ids, keys, hashes: at least 14 characters, letters and digits. */
const TOKEN = /[\w-]{14,}/g;

/** Texts that occur in the first values and not in the second. */
export function freshTokens(values: readonly unknown[], others: readonly unknown[]): string[] {
  const known = new Set(tokensIn(others));
  return [...new Set(tokensIn(values))].filter((token) => !known.has(token));
}

function tokensIn(values: readonly unknown[]): string[] {
  return values.flatMap((value) => {
    if (Array.isArray(value)) return tokensIn(value);
    if (typeof value !== 'string') return [];
    return (value.match(TOKEN) ?? []).filter((token) => /\d/.test(token) && /[a-z]/i.test(token));
  });
}

export function templateOf(value: unknown, tokens: readonly string[]): Template {
  if (Array.isArray(value)) return arrayTemplate(value, tokens);
  if (typeof value !== 'string') return { fixed: value };
  const parts = partsOf(value, tokens);
  return parts.length === 1 && typeof parts[0] === 'string' ? { fixed: value } : { parts };
}

/** PostgreSQL reads an array's elements from one text as well. */
function arrayTemplate(values: readonly unknown[], tokens: readonly string[]): Template {
  const hasToken = values.some((value) => 'parts' in templateOf(value, tokens));
  if (!hasToken) return { fixed: values };
  return { parts: partsOf(`{${values.map((value) => JSON.stringify(value)).join()}}`, tokens) };
}

function partsOf(text: string, tokens: readonly string[]): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const token = tokens.indexOf(match[0]);
    if (token === -1) continue;
    if (match.index > end) parts.push(text.slice(end, match.index));
    parts.push(token);
    end = match.index + match[0].length;
  }
  if (end < text.length || parts.length === 0) parts.push(text.slice(end));
  return parts;
}

export function fill(template: Template, tokens: readonly string[]): unknown {
  if ('fixed' in template) return template.fixed;
  let text = '';
  for (const part of template.parts) text += typeof part === 'string' ? part : tokens[part];
  return text;
}

/** A token of the given form, different in each run: the time first, as in the shop's ids. */
export function renewer(tokens: readonly string[]): () => string[] {
  const shapes = tokens.map((token, index) => {
    const prefix = /^[a-z]{2,4}_/.exec(token)?.[0] ?? '';
    return { prefix, number: String(index).padStart(2, '0'), rest: token.slice(prefix.length) };
  });
  return () => {
    const unique = newId('cart').slice('cart_'.length);
    const [time, random] = [unique.slice(0, 10), unique.slice(10)];
    return shapes.map(({ prefix, number, rest }) => {
      const body = `${time}${number}${random}`;
      return prefix + body.slice(0, rest.length) + rest.slice(body.length);
    });
  };
}
