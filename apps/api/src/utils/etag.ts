import { createHash } from 'node:crypto';

/** A strong entity tag over a finished body (RFC 9110, section 8.8.3). */
export function etagOf(body: string | Buffer): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}

/**
 * Whether a condition (`If-None-Match`, `If-Match`) names this tag. Weak comparison: a proxy that
 * compressed the body may have marked our tag weak.
 */
export function matchesEtag(condition: string, etag: string): boolean {
  if (condition.trim() === '*') return true;
  const opaque = etag.replace(/^W\//, '');
  return condition.split(',').some((tag) => tag.trim().replace(/^W\//, '') === opaque);
}
