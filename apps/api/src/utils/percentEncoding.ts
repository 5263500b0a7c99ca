/** `%63`, and the same encoded again, however often: `%2563`, `%252563`. */
const ENCODED = /%(?:25)*([0-9a-f]{2})/gi;
const MAX_ROUNDS = 10;

/**
 * Decodes a text's percent-encoding repeatedly, until none is left. Decodes only visible ASCII, of
 * which every secret consists; the rest stays, so that no line break appears. Replaces what is
 * encoded more often than software would encode it.
 */
export function withoutEncoding(text: string): string {
  let decoded = text;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = decoded.replace(ENCODED, visibleCharacter);
    if (next === decoded) return decoded;
    decoded = next;
  }
  return '[encoded again and again]';
}

function visibleCharacter(encoded: string, digits: string): string {
  const code = Number.parseInt(digits, 16);
  return code > 0x20 && code < 0x7f ? String.fromCharCode(code) : encoded;
}
