/** What a spreadsheet reads as a number, a date or a time: digits and separators. */
const NUMERIC = /^[\d.,:/%\s-]+(?:e[+-]?\d+)?$/i;

/** An apostrophe with no letter behind it closes a quotation, or shortens nothing. */
const CLOSED = /'(?![\p{L}\p{N}])/u;

/**
 * The text without the apostrophe that exporters put before what a spreadsheet would read as a number
 * or a formula (`'0012345`, `'=1+1`). One that is data (`'90s tee`, `'@home' poster`) stays.
 */
export function withoutGuard(text: string): string {
  if (!text.startsWith("'")) return text;
  const rest = text.slice(1).trim();
  return isGuarded(rest) ? rest : text;
}

function isGuarded(rest: string): boolean {
  if (rest.startsWith('=')) return true;
  if (/^[+\-@]/.test(rest)) return !CLOSED.test(rest);
  return (/\d/.test(rest) && NUMERIC.test(rest)) || /^(?:true|false)$/i.test(rest);
}
