import { createProofs } from '../account/addressProof.ts';
import { createFactors } from '../account/factors.ts';
import { createPasskeys } from '../account/passkeys.ts';
import { createSessions } from '../account/sessions.ts';
import { createSignIn } from '../account/signIn.ts';
import { unwrap, type Api } from '../api.ts';
import { initOf, type PostOptions } from '../callOptions.ts';
import type { operations } from '../generated/schema.ts';
import type { Session, SessionEnd } from '../session/session.ts';

type Registration = operations['register']['requestBody']['content']['application/json'];

/** Accounts and their sessions. Once signed in, every call of the client is the shopper's. */
export function createAuth(api: Api, session: Session) {
  return {
    /**
     * Registers an account. It resolves for a known address as well: the mail says what to do.
     * @throws {CartwrightProblem} password_too_weak
     */
    async register(input: Registration, options: PostOptions = {}): Promise<void> {
      await unwrap(api.POST('/api/v1/auth/register', { body: input, ...initOf(options) }));
    },

    ...createSignIn(api, session),
    ...createProofs(api),

    /** Calls the listener when the session ends. @returns a function that stops it. */
    onEnd: (listener: (reason: SessionEnd) => void) => session.onEnd(listener),

    sessions: createSessions(api, session),
    factors: createFactors(api),
    passkeys: createPasskeys(api, session),
  };
}
