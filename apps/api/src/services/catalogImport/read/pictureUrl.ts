/** What RFC 3986 lets stand in an address; all else has to be percent-encoded. */
const CLEAN = /^https?:\/\/(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\da-f]{2})+$/i;
const FORBIDDEN = /[^\w\-.~:/?#[\]@!$&'()*+,;=%]/g;

/**
 * The http(s) address that the text means: spaces and other characters that may not stand there are
 * percent-encoded, and what begins with `//` or `www.` is asked for by https. One that is right
 * already stays letter for letter.
 * @returns null when it is no such address.
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
