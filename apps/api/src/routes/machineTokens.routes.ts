import { Router, type Request, type Response } from 'express';
import type { Container } from '../container.ts';
import { readBytes } from '../middleware/body.middleware.ts';
import { clientCredentialsOf } from '../middleware/clientCredentials.middleware.ts';
import {
  applyAllowances,
  chargeOfAddress,
  networkOfClient,
} from '../middleware/rateLimit.middleware.ts';
import { countForCaller } from '../middleware/routeLimits.middleware.ts';
import { AppError } from '../kernel/errors.ts';
import { API_BASE, MACHINE_TOKENS } from './base.ts';

const MAX_FORM_BYTES = 8192;

/** What is answered to a request that gets no token (RFC 6749, 5.2). */
const refusals = {
  invalid_request: [400, 'Send each parameter once, as a form, and the credentials in one way.'],
  invalid_client: [401, 'The client is unknown, or its secret is wrong.'],
  unsupported_grant_type: [400, 'The grant_type must be client_credentials.'],
  invalid_scope: [400, 'The scope has a permission that the client does not hold, or none.'],
} as const satisfies Record<string, readonly [status: number, description: string]>;

type Refusal = keyof typeof refusals;

/**
 * Tokens for clients of OAuth 2. The request is a form and the answers are those of RFC 6749, which
 * clients' libraries know, so it is mounted before the JSON parser; openapi/machineTokens.ts describes it.
 */
export function machineTokenRoutes(container: Container): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.all(MACHINE_TOKENS, (_req, res, next) => {
    res.locals.route = API_BASE + MACHINE_TOKENS;
    next();
  });
  router.post(MACHINE_TOKENS, (req, res) => answer(container, req, res));
  router.all(MACHINE_TOKENS, (req) => {
    throw new AppError('method_not_allowed', `${req.method} is not allowed here. Use POST.`, {
      headers: { Allow: 'POST' },
    });
  });
  return router;
}

async function answer(
  { services: { limits, machineTokens } }: Container,
  req: Request,
  res: Response,
): Promise<void> {
  const guesses = [chargeOfAddress('wrongKeys', req.ip)];
  const allowances = await limits.peek(guesses);
  if (allowances.some(({ isUsedUp }) => isUsedUp)) applyAllowances(res, allowances);
  const request = requestOf(req, await readForm(req, res));
  const made = typeof request === 'string' ? request : await machineTokens.grant(request);
  if (made === 'invalid_client') applyAllowances(res, await limits.count(guesses));
  if (typeof made === 'string') return refuse(res, made);
  countForCaller(limits, res, { address: networkOfClient(req.ip), key: made.clientId });
  res.set({ 'Cache-Control': 'no-store', Pragma: 'no-cache' }).json({
    access_token: made.token,
    token_type: 'Bearer',
    expires_in: made.seconds,
    scope: made.scope.join(' '),
  });
}

async function readForm(req: Request, res: Response): Promise<URLSearchParams> {
  if (!req.is('application/x-www-form-urlencoded')) {
    const message = 'Send the body as application/x-www-form-urlencoded.';
    throw new AppError('unsupported_media_type', message);
  }
  const form = new URLSearchParams((await readBytes(req, res, MAX_FORM_BYTES)).toString());
  // A parameter without a value counts as absent (RFC 6749, 3.2).
  return new URLSearchParams([...form].filter(([, value]) => value !== ''));
}

/** Parameters that are unknown are ignored (RFC 6749, 3.2). */
function requestOf(req: Request, form: URLSearchParams) {
  const names = [...form.keys()];
  if (new Set(names).size !== names.length) return 'invalid_request';
  const credentials = clientCredentialsOf(req.get('authorization'), form);
  if (credentials === 'ambiguous') return 'invalid_request';
  if (credentials === 'none') return 'invalid_client';
  const grantType = form.get('grant_type');
  if (grantType === null) return 'invalid_request';
  if (grantType !== 'client_credentials') return 'unsupported_grant_type';
  return { ...credentials, scope: form.get('scope') ?? undefined };
}

function refuse(res: Response, error: Refusal): void {
  const [status, description] = refusals[error];
  if (status === 401) res.set('WWW-Authenticate', 'Basic realm="cartwright"');
  res
    .status(status)
    .set({ 'Cache-Control': 'no-store', Pragma: 'no-cache' })
    .json({ error, error_description: description });
}
