import { createProofs } from '../account/addressProof.ts';
import { createFactors } from '../account/factors.ts';
import { createPasskeys } from '../account/passkeys.ts';
import { withWork } from '../account/proofOfWork.ts';
import { createIdentities, createProviders } from '../account/providers.ts';
import { createSessions } from '../account/sessions.ts';
import { createSignIn } from '../account/signIn.ts';
import { unwrap, type Api } from '../api.ts';
import { initOf, type PostOptions } from '../callOptions.ts';
import type { operations } from '../generated/schema.ts';
import type { Session, SessionEnd } from '../session/session.ts';

type BodyOf<Operation extends 'register' | 'acceptInvitation'> =
  operations[Operation]['requestBody']['content']['application/json'];
/** The new member of the staff. */
type AcceptedInvitation =
  operations['acceptInvitation']['responses'][200]['content']['application/json']['data'];

/** Accounts and their sessions. Once signed in, every call of the client is the shopper's. */
export function createAuth(api: Api, session: Session) {
  return {
    /**
     * Registers an account. It resolves for a known address as well: the mail says what to do.
     * @throws {CartwrightProblem} password_too_weak
     */
    async register(input: BodyOf<'register'>, options: PostOptions = {}): Promise<void> {
      const call = (work: Record<string, string>) =>
        unwrap(api.POST('/api/v1/auth/register', { body: input, ...initOf(options, work) }));
      await withWork(call, options.signal);
    },

    /**
     * Joins the shop's staff by the token of an invitation's link. Who has no account yet sends a password,
     * and signs in with it afterwards.
     * @throws {CartwrightProblem} invalid_token; sign_in_required: the address has an account
     */
    async acceptInvitation(
      input: BodyOf<'acceptInvitation'>,
      options: PostOptions = {},
    ): Promise<AcceptedInvitation> {
      const init = { body: input, ...initOf(options) };
      return (await unwrap(api.POST('/api/v1/auth/invitations/accept', init))).data;
    },

    ...createSignIn(api, session),
    ...createProofs(api, session),

    /** Calls the listener when the session ends. @returns a function that stops it. */
    onEnd: (listener: (reason: SessionEnd) => void) => session.onEnd(listener),

    sessions: createSessions(api, session),
    factors: createFactors(api),
    passkeys: createPasskeys(api, session),
    providers: createProviders(api, session),
    identities: createIdentities(api),
  };
}
