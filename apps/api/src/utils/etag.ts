import { createHash } from 'node:crypto';

/** A strong entity tag over a finished body (RFC 9110, section 8.8.3). */
export function etagOf(body: string | Buffer): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}

/**
 * Whether `If-None-Match` names this tag. Weak comparison: a proxy that compressed the body may have
 * marked our tag weak.
 */
export function matchesEtag(condition: string, etag: string): boolean {
  return isAny(condition) || tagsOf(condition).some((tag) => opaqueOf(tag) === opaqueOf(etag));
}

/**
 * Whether `If-Match` names this tag. Strong comparison (RFC 9110, section 13.1.1): who has a weak
 * tag may have seen something else than what is about to be written over.
 */
export function matchesStrongly(condition: string, etag: string): boolean {
  return isAny(condition) || tagsOf(condition).includes(etag);
}

function isAny(condition: string): boolean {
  return condition.trim() === '*';
}

function tagsOf(condition: string): string[] {
  return condition.split(',').map((tag) => tag.trim());
}

function opaqueOf(tag: string): string {
  return tag.replace(/^W\//, '');
}
