import { IDEMPOTENCY_KEY, newIdempotencyKey } from '../idempotencyKey.ts';
import { isProblemBody } from '../problem.ts';
import type { Session } from './session.ts';
import type { SessionTokens } from './sessionStore.ts';

/** Routes that open or end a session, or whose callers have none: they see what they are sent alone. */
const WITHOUT_SESSION = new RegExp(
  '/api/v1/auth/(?:register|login|challenge|refresh|logout|forgot-password|reset-password' +
    '|verify-email/resend|passkeys/sign-in|passkeys/sign-in/options' +
    '|providers|providers/exchange|providers/[^/]+/start)$',
);

/**
 * A `fetch` that sends a session along, to the shop alone, and replaces an access token that has expired:
 * a request that was refused for it is sent again.
 */
export function createSessionFetch(
  send: (request: Request) => Promise<Response>,
  session: Session,
  baseUrl: string,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!isOfShop(request, baseUrl) || hasOwnCredentials(request)) return send(request);
    const tokens = await session.fresh();
    if (!tokens) return send(request);
    // Both sends have one key: a write whose answer was lost is not done again with the next token.
    if (request.method === 'POST' && !request.headers.has(IDEMPOTENCY_KEY)) {
      request.headers.set(IDEMPOTENCY_KEY, newIdempotencyKey());
    }
    const answer = await send(sign(request, tokens));
    if (answer.status !== 401 || !(await isUnauthorized(answer))) return answer;
    const next = await session.replace(tokens);
    return next ? send(sign(request, next)) : answer;
  };
}

/** A call may name another `baseUrl`, which must not see the shopper's tokens. */
function isOfShop({ url }: Request, baseUrl: string): boolean {
  const { origin, pathname } = new URL(url);
  return origin === new URL(baseUrl, url).origin && !WITHOUT_SESSION.test(pathname);
}

function hasOwnCredentials({ headers }: Request): boolean {
  return headers.has('Authorization');
}

function sign(request: Request, { mode, accessToken, csrfToken }: SessionTokens): Request {
  const { headers, method } = request;
  if (mode === 'bearer') headers.set('Authorization', `Bearer ${accessToken}`);
  else if (method !== 'GET' && method !== 'HEAD') headers.set('X-CSRF-Token', csrfToken ?? '');
  return request;
}

/** Other refusals with this status are about what was sent, such as a wrong password. */
async function isUnauthorized(answer: Response): Promise<boolean> {
  const body: unknown = await answer
    .clone()
    .json()
    .catch(() => undefined);
  return isProblemBody(body) && body.code === 'unauthorized';
}
