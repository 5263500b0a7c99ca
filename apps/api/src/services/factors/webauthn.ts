import { createHash, randomBytes } from 'node:crypto';
import type { Context } from '../../kernel/context.ts';
import { once } from '../../utils/once.ts';
import { consumeWebauthnChallenge, insertWebauthnChallenge } from './statements.ts';

/** What an authenticator signs for. */
export type WebauthnPurpose = 'register' | 'sign_in' | 'challenge' | 'step_up';

interface Asked {
  readonly purpose: WebauthnPurpose;
  /** Null where anyone may answer: a sign-in by passkey alone. */
  readonly userId: string | null;
}

/** How long a browser asks; what it asks for is kept as long. */
export const ANSWER_MS = 300_000;

/** Loaded with the first passkey. */
export const loadWebauthn = once(() => import('@simplewebauthn/server'));

/** A challenge of 256 random bits, of which the hash is stored. */
export async function newChallenge(
  { db }: Context,
  asked: Asked,
): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = new Uint8Array(randomBytes(32));
  const hash = hashOf(Buffer.from(challenge).toString('base64url'));
  await db.execute(insertWebauthnChallenge, { hash, ...asked });
  return challenge;
}

/**
 * Takes the challenge that a client has had signed, which no one can answer after that.
 * @returns the challenge; undefined when it was not asked for this, or no longer.
 */
export async function takeChallenge(
  { db }: Context,
  asked: Asked,
  clientDataJSON: string,
): Promise<string | undefined> {
  const challenge = challengeIn(clientDataJSON);
  if (challenge === undefined) return undefined;
  const [taken] = await db.query(consumeWebauthnChallenge, { hash: hashOf(challenge), ...asked });
  return taken && challenge;
}

function challengeIn(clientDataJSON: string): string | undefined {
  try {
    const text = Buffer.from(clientDataJSON, 'base64url').toString('utf8');
    const data: unknown = JSON.parse(text);
    if (typeof data !== 'object' || data === null) return undefined;
    const challenge: unknown = Reflect.get(data, 'challenge');
    return typeof challenge === 'string' ? challenge : undefined;
  } catch {
    return undefined;
  }
}

function hashOf(challenge: string): string {
  return createHash('sha256').update(challenge).digest('base64url');
}
