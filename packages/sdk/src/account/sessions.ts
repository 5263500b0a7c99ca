import { unwrap, type Api } from '../api.ts';
import { initOf, type CallOptions, type PostOptions } from '../callOptions.ts';
import type { components } from '../generated/schema.ts';
import type { Session } from '../session/session.ts';

/** The sessions of the account on all devices. */
export function createSessions(api: Api, session: Session) {
  return {
    async list(options: CallOptions = {}): Promise<components['schemas']['Session'][]> {
      return (await unwrap(api.GET('/api/v1/auth/sessions', initOf(options)))).data;
    },

    /** Ends one, as on a lost device. @throws {CartwrightProblem} not_found, factor_required */
    async end(sessionId: string, options: CallOptions = {}): Promise<void> {
      const init = { params: { path: { sessionId } }, ...initOf(options) };
      await unwrap(api.DELETE('/api/v1/auth/sessions/{sessionId}', init));
    },

    /** Ends all of them, this one included. @throws {CartwrightProblem} factor_required */
    async endAll(options: PostOptions = {}): Promise<void> {
      await unwrap(api.POST('/api/v1/auth/logout-all', initOf(options)));
      await session.end('signed_out');
    },
  };
}
