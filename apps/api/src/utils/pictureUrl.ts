/** The characters that RFC 3986 allows in an address; all others must be percent-encoded. */
const CLEAN = /^https?:\/\/(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\da-f]{2})+$/i;
const FORBIDDEN = /[^\w\-.~:/?#[\]@!$&'()*+,;=%]/g;

/**
 * The http(s) address that the text means: percent-encodes spaces and other invalid characters, and
 * completes what begins with `//` or `www.` by https. A valid address stays unchanged.
 * @returns null when the text is no such address.
 */
export function repairPictureUrl(text: string): string | null {
  const address = withScheme(text);
  if (address === null || !URL.canParse(address)) return null;
  if (CLEAN.test(address)) return address;
  // The parser leaves a lone % as it is, and behind it an encoded space would be read wrongly.
  const { href } = new URL(address.replaceAll(/%(?![\da-f]{2})/gi, '%25'));
  return href.replaceAll(FORBIDDEN, encodeURIComponent);
}

function withScheme(text: string): string | null {
  if (/^https?:/i.test(text)) return text;
  if (/^\/\/[^/]/.test(text)) return `https:${text}`;
  return /^www\.[^/\\]+\//i.test(text) ? `https://${text}` : null;
}
