import { unwrap, type Api } from '../api.ts';
import { initOf, type CallOptions, type PostOptions } from '../callOptions.ts';
import type { components, operations } from '../generated/schema.ts';
import type { Session } from '../session/session.ts';
import { deviceOf, resultOf, type SignInResult } from './signIn.ts';

type Schemas = components['schemas'];
type BodyOf<Operation extends 'exchangeProviderCode' | 'addIdentity'> =
  operations[Operation]['requestBody']['content']['application/json'];

/** Who else signs shoppers in, such as Google. */
export type SignInProvider = Schemas['SignInProvider'];
/** An account at a provider that signs in to this account. */
export type LinkedIdentity = Schemas['Identity'];
/** Where the browser goes, and what it keeps (`sessionStorage`) until it is back. */
export type ProviderVisit =
  operations['startProviderSignIn']['responses'][200]['content']['application/json']['data'];
/** The page that the browser comes back to; the shop allows its origin (`SIGN_IN_ORIGINS`). */
type Return = Pick<
  NonNullable<operations['startProviderSignIn']['requestBody']>['content']['application/json'],
  'redirectTo'
>;

/**
 * Signing in with a provider. The browser comes back to the page with `#provider=…&code=…`, or with
 * `#provider=…&error=…`.
 */
export function createProviders(api: Api, session: Session) {
  return {
    /** Those of the shop, in the order of their buttons. */
    async list(options: CallOptions = {}): Promise<SignInProvider[]> {
      return (await unwrap(api.GET('/api/v1/auth/providers', initOf(options)))).data;
    },

    /** Begins a sign-in: keep `secret`, and go to `url`. @throws {CartwrightProblem} redirect_not_allowed */
    async start(
      provider: string,
      input: Return = {},
      options: PostOptions = {},
    ): Promise<ProviderVisit> {
      const body = { ...input, mode: session.mode };
      const init = { params: { path: { provider } }, body, ...initOf(options) };
      return (await unwrap(api.POST('/api/v1/auth/providers/{provider}/start', init))).data;
    },

    /**
     * Signs in with the code that the page was given. `cartId` is the guest's cart to take over.
     * @throws {CartwrightProblem} sign_in_code_invalid; account_exists: sign in as before, then link
     */
    async exchange(
      input: Pick<BodyOf<'exchangeProviderCode'>, 'code' | 'secret' | 'cartId'>,
      options: PostOptions = {},
    ): Promise<SignInResult> {
      const body = { ...input, ...(await deviceOf(session)) };
      const call = api.POST('/api/v1/auth/providers/exchange', { body, ...initOf(options) });
      return resultOf(session, (await unwrap(call)).data);
    },
  };
}

/** The accounts at providers by which the shopper may sign in. */
export function createIdentities(api: Api) {
  return {
    async list(options: CallOptions = {}): Promise<LinkedIdentity[]> {
      return (await unwrap(api.GET('/api/v1/auth/identities', initOf(options)))).data;
    },

    /** Begins to add one, as `providers.start` does. @throws {CartwrightProblem} factor_required */
    async start(
      provider: string,
      input: Return = {},
      options: PostOptions = {},
    ): Promise<ProviderVisit> {
      const init = { params: { path: { provider } }, body: input, ...initOf(options) };
      return (await unwrap(api.POST('/api/v1/auth/providers/{provider}/link', init))).data;
    },

    /** @throws {CartwrightProblem} sign_in_code_invalid, identity_taken */
    async add(input: BodyOf<'addIdentity'>, options: PostOptions = {}): Promise<LinkedIdentity> {
      const call = api.POST('/api/v1/auth/identities', { body: input, ...initOf(options) });
      return (await unwrap(call)).data;
    },

    /** @throws {CartwrightProblem} factor_required; last_sign_in_method, which stays */
    async remove(identityId: string, options: CallOptions = {}): Promise<void> {
      const init = { params: { path: { identityId } }, ...initOf(options) };
      await unwrap(api.DELETE('/api/v1/auth/identities/{identityId}', init));
    },
  };
}
