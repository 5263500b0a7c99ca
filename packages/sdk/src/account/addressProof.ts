import { unwrap, type Api } from '../api.ts';
import { initOf, type PostOptions } from '../callOptions.ts';
import type { operations } from '../generated/schema.ts';
import type { Session } from '../session/session.ts';

type BodyOf<
  Operation extends
    'verifyEmail' | 'changeEmail' | 'confirmEmailChange' | 'changePassword' | 'resetPassword',
> = operations[Operation]['requestBody']['content']['application/json'];

/** What a link of a mail has proved. */
export type Verified =
  operations['verifyEmail']['responses'][200]['content']['application/json']['data'];

/**
 * E-mail addresses and passwords. Tokens come from the fragment of a mail's link: `#token=…`, so that no
 * server on the way logs them.
 */
export function createProofs(api: Api, session: Session) {
  return {
    /**
     * Verifies an address. Without a session of the account and without its password, the password is
     * removed, since a stranger may have chosen it: `passwordReset.token` is for `resetPassword`.
     * @throws {CartwrightProblem} invalid_token, invalid_credentials
     */
    async verifyEmail(input: BodyOf<'verifyEmail'>, options: PostOptions = {}): Promise<Verified> {
      const call = api.POST('/api/v1/auth/verify-email', { body: input, ...initOf(options) });
      return (await unwrap(call)).data;
    },

    /** Sends the mail once more. It resolves for every address. */
    async resendVerification(email: string, options: PostOptions = {}): Promise<void> {
      const init = { body: { email }, ...initOf(options) };
      await unwrap(api.POST('/api/v1/auth/verify-email/resend', init));
    },

    /** Mails a link that replaces a lost password. It resolves for every address. */
    async forgotPassword(email: string, options: PostOptions = {}): Promise<void> {
      const init = { body: { email }, ...initOf(options) };
      await unwrap(api.POST('/api/v1/auth/forgot-password', init));
    },

    /** Replaces a lost password, and ends all sessions. @throws {CartwrightProblem} invalid_token */
    async resetPassword(input: BodyOf<'resetPassword'>, options: PostOptions = {}): Promise<void> {
      const call = api.POST('/api/v1/auth/reset-password', { body: input, ...initOf(options) });
      await session.know((await unwrap(call)).data.deviceToken);
    },

    /** Ends all other sessions, too. @throws {CartwrightProblem} wrong_password */
    async changePassword(
      input: BodyOf<'changePassword'>,
      options: PostOptions = {},
    ): Promise<void> {
      const call = api.POST('/api/v1/auth/change-password', { body: input, ...initOf(options) });
      await session.know((await unwrap(call)).data.deviceToken);
    },

    /**
     * Mails a link to the new address, and tells the old one. The account keeps the old one until
     * `confirmEmail`.
     * @throws {CartwrightProblem} wrong_password
     */
    async changeEmail(input: BodyOf<'changeEmail'>, options: PostOptions = {}): Promise<void> {
      await unwrap(api.POST('/api/v1/auth/change-email', { body: input, ...initOf(options) }));
    },

    /**
     * Confirms the new address by the link's token, for a session of the account or its password.
     * @throws {CartwrightProblem} invalid_token, invalid_credentials, sign_in_required
     */
    async confirmEmail(
      input: BodyOf<'confirmEmailChange'>,
      options: PostOptions = {},
    ): Promise<void> {
      const init = { body: input, ...initOf(options) };
      await unwrap(api.POST('/api/v1/auth/change-email/confirm', init));
    },
  };
}
