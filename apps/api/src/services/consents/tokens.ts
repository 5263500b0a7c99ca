import { createHmac, timingSafeEqual } from 'node:crypto';

const PURPOSE = 'cartwright/newsletter/v1';

/** `confirm` carries the id of a sign-up, `unsubscribe` that of the consent that a mail was sent by. */
type Use = 'confirm' | 'unsubscribe';

/** A token of a link: an id and a signature. Nothing of it is stored. */
export function newsletterToken(secret: string, use: Use, id: string): string {
  return `${use === 'confirm' ? 'nlc' : 'nlu'}_${id}.${sign(secret, use, id)}`;
}

/** The id in a token; undefined for one that is not the shop's. */
export function readNewsletterToken(secret: string, use: Use, token: string): string | undefined {
  const [, prefix, id = '', signature = ''] =
    /^(nl[cu])_((?:con|nlr)_[0-9a-z]{26})\.([\w-]{43})$/.exec(token) ?? [];
  if (prefix !== (use === 'confirm' ? 'nlc' : 'nlu')) return undefined;
  const expected = Buffer.from(sign(secret, use, id));
  return timingSafeEqual(Buffer.from(signature), expected) ? id : undefined;
}

function sign(secret: string, use: Use, id: string): string {
  return createHmac('sha256', secret).update(`${PURPOSE}\0${use}\0${id}`).digest('base64url');
}
