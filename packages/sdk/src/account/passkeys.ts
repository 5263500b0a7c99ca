import { unwrap, type Api } from '../api.ts';
import { initOf, type CallOptions, type PostOptions } from '../callOptions.ts';
import type { components, operations } from '../generated/schema.ts';
import type { Session } from '../session/session.ts';
import type {
  PasskeyAssertion,
  PasskeyCreationOptions,
  PasskeyRegistration,
  PasskeyRequestOptions,
} from './passkeyTypes.ts';
import { deviceOf, resultOf, type SignInResult } from './signIn.ts';

export type Passkey = components['schemas']['Passkey'];
type BodyOf<Operation extends 'addPasskey' | 'signInByPasskey'> =
  operations[Operation]['requestBody']['content']['application/json'];

/** Passkeys, with the JSON of @simplewebauthn/browser or of the browser. */
export function createPasskeys(api: Api, session: Session) {
  return {
    async list(options: CallOptions = {}): Promise<Passkey[]> {
      return (await unwrap(api.GET('/api/v1/auth/passkeys', initOf(options)))).data;
    },

    /** For `startRegistration({ optionsJSON })`. @throws {CartwrightProblem} factor_required */
    async creationOptions(options: PostOptions = {}): Promise<PasskeyCreationOptions> {
      const call = api.POST('/api/v1/auth/passkeys/options', initOf(options));
      return (await unwrap(call)).data as unknown as PasskeyCreationOptions;
    },

    /**
     * @param name as the shopper calls it: "Phone".
     * @returns the passkey, with backup codes for those who had none: show them once.
     */
    async add(
      name: string,
      credential: PasskeyRegistration,
      options: PostOptions = {},
    ): Promise<{ passkey: Passkey; backupCodes: string[] | null }> {
      const body = { name, credential } as BodyOf<'addPasskey'>;
      const call = api.POST('/api/v1/auth/passkeys', { body, ...initOf(options) });
      return (await unwrap(call)).data;
    },

    async rename(passkeyId: string, name: string, options: CallOptions = {}): Promise<Passkey> {
      const init = { params: { path: { passkeyId } }, body: { name }, ...initOf(options) };
      return (await unwrap(api.PATCH('/api/v1/auth/passkeys/{passkeyId}', init))).data;
    },

    async remove(passkeyId: string, options: CallOptions = {}): Promise<void> {
      const init = { params: { path: { passkeyId } }, ...initOf(options) };
      await unwrap(api.DELETE('/api/v1/auth/passkeys/{passkeyId}', init));
    },

    /** For `startAuthentication({ optionsJSON })`, to sign in without a password. */
    async signInOptions(options: PostOptions = {}): Promise<PasskeyRequestOptions> {
      const call = api.POST('/api/v1/auth/passkeys/sign-in/options', initOf(options));
      return (await unwrap(call)).data as unknown as PasskeyRequestOptions;
    },

    /**
     * Signs in by a passkey alone. `cartId` is the guest's cart to take over.
     * @throws {CartwrightProblem} factor_invalid, invalid_credentials
     */
    async signIn(
      passkey: PasskeyAssertion,
      { cartId, ...options }: PostOptions & { cartId?: string } = {},
    ): Promise<SignInResult> {
      const cart = cartId === undefined ? {} : { cartId };
      const given = { passkey, ...cart, ...(await deviceOf(session)), mode: session.mode };
      const body = given as BodyOf<'signInByPasskey'>;
      const call = api.POST('/api/v1/auth/passkeys/sign-in', { body, ...initOf(options) });
      return resultOf(session, (await unwrap(call)).data);
    },
  };
}
