import { unwrap, type Api } from '../api.ts';
import { initOf, type CallOptions, type PostOptions } from '../callOptions.ts';
import type { components, operations } from '../generated/schema.ts';
import { isProblem } from '../problem.ts';
import type { Session } from '../session/session.ts';
import type { PasskeyAssertion, PasskeyRequestOptions } from './passkeyTypes.ts';
import { withWork } from './proofOfWork.ts';

type Schemas = components['schemas'];
type BodyOf<Operation extends 'login' | 'answerChallenge'> =
  operations[Operation]['requestBody']['content']['application/json'];

export type User = Schemas['User'];
/** Who is signed in, and what they may do. */
export type Account =
  operations['getAccount']['responses'][200]['content']['application/json']['data'];

/** An open session. Its tokens are in the client's store. */
export interface SignedIn {
  status: 'signed_in';
  user: User;
  session: Schemas['Session'];
}

/** The question for a second factor. */
export type Challenge = Omit<Schemas['FactorRequired']['challenge'], 'passkey'> & {
  /** For `startAuthentication({ optionsJSON })`, where a passkey can answer. */
  passkey?: PasskeyRequestOptions;
};

/** What follows a sign-in: a session, or the question for a second factor. */
export type SignInResult = SignedIn | { status: 'factor_required'; challenge: Challenge };

/** The answer to a challenge: a code of the app, a backup code, or a passkey. */
export type ChallengeAnswer = ({ code: string } | { passkey: PasskeyAssertion }) & {
  /** Whether this device needs no second factor for 30 days. */
  rememberDevice?: boolean;
  /** The guest's cart to take over. */
  cartId?: string;
};

/** Signing in and out. */
export function createSignIn(api: Api, session: Session) {
  return {
    /**
     * Signs in with a password. `cartId` is the guest's cart to take over; where a second factor is asked
     * for, give it to `answerChallenge`.
     * @throws {CartwrightProblem} invalid_credentials, rate_limited
     */
    async signIn(
      input: Pick<BodyOf<'login'>, 'email' | 'password' | 'cartId'>,
      options: PostOptions = {},
    ): Promise<SignInResult> {
      const body = { ...input, ...(await deviceOf(session)), mode: session.mode };
      const call = (work: Record<string, string>) =>
        unwrap(api.POST('/api/v1/auth/login', { body, ...initOf(options, work) }));
      return resultOf(session, (await withWork(call, options.signal)).data);
    },

    /**
     * Gives the second factor that a sign-in asks for.
     * @throws {CartwrightProblem} factor_invalid; challenge_void after five wrong answers or five minutes
     */
    async answerChallenge(
      { token }: Pick<Challenge, 'token'>,
      answer: ChallengeAnswer,
      options: PostOptions = {},
    ): Promise<SignedIn> {
      const body = { ...answer, ...(await deviceOf(session)), token } as BodyOf<'answerChallenge'>;
      const call = api.POST('/api/v1/auth/challenge', { body, ...initOf(options) });
      return openedBy(session, (await unwrap(call)).data);
    },

    /**
     * Who is signed in, as after a reload of the page; undefined when no one is. In the mode `cookie` it
     * also finds the session that only the browser knows.
     */
    async resume(options: CallOptions = {}): Promise<Account | undefined> {
      try {
        if (session.mode === 'cookie' && !(await session.tokens())) {
          const call = api.POST('/api/v1/auth/refresh', { body: {}, ...initOf(options) });
          await session.open((await unwrap(call)).data);
        }
        if (!(await session.tokens())) return undefined;
        return (await unwrap(api.GET('/api/v1/auth/me', initOf(options)))).data;
      } catch (error) {
        if (isNoSession(error)) return undefined;
        throw error;
      }
    },

    /** Ends this session, here and in the shop. */
    async signOut(options: PostOptions = {}): Promise<void> {
      const tokens = await session.end('signed_out');
      if (!tokens) return;
      const { refreshToken, csrfToken } = tokens;
      const body = refreshToken === undefined ? {} : { refreshToken };
      const init = { body, ...initOf(options, { 'X-CSRF-Token': csrfToken }) };
      await unwrap(api.POST('/api/v1/auth/logout', init));
    },
  };
}

/** Keeps what a sign-in answers with. */
export async function resultOf(
  session: Session,
  result: Schemas['SignedIn'] | Schemas['FactorRequired'],
): Promise<SignInResult> {
  if (result.status === 'signed_in') return openedBy(session, result);
  const { passkey, ...challenge } = result.challenge;
  const options = passkey as PasskeyRequestOptions | undefined;
  return {
    status: 'factor_required',
    challenge: { ...challenge, ...(options && { passkey: options }) },
  };
}

async function openedBy(session: Session, result: Schemas['SignedIn']): Promise<SignedIn> {
  await session.open(result);
  const { status, user, session: opened } = result;
  return { status, user, session: opened };
}

/** Browsers send it as a cookie in the mode `cookie`. */
export async function deviceOf(session: Session): Promise<{ deviceToken?: string }> {
  const deviceToken = await session.deviceToken();
  return deviceToken === undefined ? {} : { deviceToken };
}

const isNoSession = (error: unknown) =>
  isProblem(error, 'unauthorized') ||
  isProblem(error, 'invalid_refresh_token') ||
  isProblem(error, 'validation_failed');
