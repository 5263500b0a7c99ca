import { createHash, createHmac } from 'node:crypto';

const PURPOSE = 'cartwright/link-token/v1';

/**
 * The token in the link of a mail: 256 bits derived from its id and the shop's secret, so that neither
 * the database nor a queued job holds it, and a mail that is written again has the same.
 */
export function linkTokenOf(secret: string, tokenId: string): string {
  return createHmac('sha256', secret).update(`${PURPOSE}\0${tokenId}`).digest('base64url');
}

/** What is stored of a token. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
