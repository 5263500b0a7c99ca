import { createHash } from 'node:crypto';

/** A strong entity tag over a serialized body (RFC 9110, section 8.8.3). */
export function etagOf(body: string | Buffer): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}

/**
 * Whether a condition (`If-None-Match`, `If-Match`) names this tag. Weak comparison, where RFC 9110
 * (13.1.1) wants the strong one for `If-Match`: nginx and CDNs that compress a body mark its tag weak,
 * and behind one of them no cart could be written to. Ours names a version, so nothing is lost by it.
 */
export function matchesEtag(condition: string, etag: string): boolean {
  if (condition.trim() === '*') return true;
  const opaque = etag.replace(/^W\//, '');
  return condition.split(',').some((tag) => tag.trim().replace(/^W\//, '') === opaque);
}
