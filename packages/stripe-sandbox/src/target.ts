import type { IncomingMessage } from 'node:http';
import { ApiError } from './errors.ts';

/** A request's target from its first line, still percent-encoded. */
export interface Target {
  path: string;
  /** Without the question mark. */
  query: string;
  /** Host and port of an absolute target, as for a proxy; they take precedence over `Host`. */
  authority: string | undefined;
}

const ABSOLUTE = /^https?:\/\/([^/?#]*)(.*)$/is;

/**
 * Reads a request's target. A client may send anything there (`//`, `*`, `http://x:99999/`),
 * and `new URL` throws at some of it.
 * @throws ApiError 400 where it is no path
 */
export function readTarget({ url = '' }: IncomingMessage): Target {
  const [, authority, rest = ''] = ABSOLUTE.exec(url) ?? [undefined, undefined, url];
  const [, path = '', query = ''] = /^([^?]*)\??(.*)$/s.exec(rest) ?? [];
  const target = { path: path === '' && authority !== undefined ? '/' : path, query, authority };
  const isPath = target.path.startsWith('/') && !target.path.startsWith('//');
  const isHost = authority === undefined || URL.canParse(`http://${authority}`);
  if (!isPath || !isHost || !isEncoded(target.path)) throw badTarget();
  return target;
}

/** Whether all percent-encoding is valid, so that parts of the path can be decoded. */
function isEncoded(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

const badTarget = (): ApiError =>
  new ApiError(400, 'invalid_request_error', 'The target of the request is not a path.', {}, true);
