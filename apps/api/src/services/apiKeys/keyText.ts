import { createHash } from 'node:crypto';
import type { MachineKind } from '../../domains/apiKeys.enums.ts';
import { randomText } from '../../kernel/ids.ts';

/** How a key, or the secret of a client, begins; people and scanners of leaked keys recognize it. */
const PREFIXES = {
  publishable: 'cw_pk_',
  secret: 'cw_sk_',
  client: 'cw_cs_',
} as const satisfies Record<MachineKind, string>;

/** 200 random bits: too many to guess, so a plain hash is enough. */
const RANDOM_CHARS = 40;

/** A new key with what is stored of it. */
export function newKey(kind: MachineKind) {
  const key = `${PREFIXES[kind]}${randomText(RANDOM_CHARS)}`;
  return {
    key,
    hash: hashOf(key),
    publicKey: kind === 'publishable' ? key : null,
    lastFour: key.slice(-4),
  };
}

/** How a key begins and ends. */
export function hintOf(kind: MachineKind, lastFour: string): string {
  return `${PREFIXES[kind]}…${lastFour}`;
}

/** Whether a bearer token looks like a secret key. */
export const isSecretKey = (token: string) => token.startsWith(PREFIXES.secret);

export function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
