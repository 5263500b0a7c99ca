/** The target of a request from its first line, still percent-encoded. */
interface RequestTarget {
  readonly path: string;
  /** Host and port where the line names them, as for a proxy; they come before the header `Host`. */
  readonly authority: string | undefined;
}

const ABSOLUTE = /^https?:\/\/([^/?#]*)(.*)$/is;

/**
 * Reads a request's target without its query. A client may send anything in its place (`//`, `*`,
 * `http://x:99999/`), and `new URL` throws at some of it.
 * @returns undefined where it is no path, or has a `%` that begins nothing that can be decoded.
 */
export function readTarget(url: string): RequestTarget | undefined {
  const [, authority, rest = ''] = ABSOLUTE.exec(url) ?? [undefined, undefined, url];
  if (authority !== undefined && !URL.canParse(`http://${authority}`)) return undefined;
  const [start = ''] = rest.split('?', 1);
  const path = start === '' && authority !== undefined ? '/' : start;
  const isPath = path.startsWith('/') && !path.startsWith('//') && isEncoded(path);
  return isPath ? { path, authority } : undefined;
}

function isEncoded(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
