import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Api } from './api.ts';
import { handleAuthentication } from './authenticationRequests.ts';
import { readControlForm, runControl } from './controlRequests.ts';
import type { Controlled } from './controls.ts';
import { ApiError } from './errors.ts';
import { ConnectionReset } from './faults.ts';
import { newId } from './ids.ts';
import type { Answer } from './idempotency.ts';
import { dashboardPage } from './pages.ts';
import { findRoute } from './routes.ts';
import { refuseStrangers } from './strangers.ts';
import { readTarget } from './target.ts';
import type { Target } from './target.ts';
import { readBody, readForm, sendJson, sendPage } from './wire.ts';

/** Stripe.js calls from the shop's page, whatever its origin. */
const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, POST, DELETE, OPTIONS',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type, Idempotency-Key, Stripe-Version',
  'Access-Control-Expose-Headers': 'Request-Id, Idempotent-Replayed, Stripe-Version',
  'Access-Control-Max-Age': '300',
};

/** Answers everything the sandbox listens to: the API, the controls and the two pages. */
export function requestListener(api: Api, target: Controlled): RequestListener {
  return (request, response) => {
    handle(api, target, request, response).catch((error: unknown) => {
      const isGone = response.headersSent || (response.socket?.destroyed ?? true);
      if (error instanceof ConnectionReset || isGone) {
        response.destroy();
        return;
      }
      const known = error instanceof ApiError ? error : unexpected(error);
      // The rest of the body is not read.
      if (known.status === 413) response.setHeader('Connection', 'close');
      sendJson(response, known.status, known.body());
    });
  };
}

async function handle(
  api: Api,
  controlled: Controlled,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const target = readTarget(request);
  const { path } = target;
  // Keys protect the API, and pages of every origin may pay.
  if (path.startsWith('/v1/')) return handleApi(api, controlled, request, response, target);
  refuseStrangers(request, target, controlled.core.settings.host);
  if (path.startsWith('/_sandbox/')) {
    const form = await readControlForm(request, target);
    sendJson(response, 200, runControl(controlled, request.method ?? 'GET', path, form));
  } else if (path.startsWith('/authenticate/')) {
    await handleAuthentication(controlled.core, request, response, target);
  } else if (path === '/' && (request.method === 'GET' || request.method === 'HEAD')) {
    sendPage(response, dashboardPage(controlled.core));
  } else {
    throw new ApiError(404, 'invalid_request_error', `Nothing is at ${path}`);
  }
}

async function handleApi(
  api: Api,
  { core, log }: Controlled,
  request: IncomingMessage,
  response: ServerResponse,
  { path, query }: Target,
): Promise<void> {
  for (const [name, value] of Object.entries(CORS)) response.setHeader(name, value);
  if (request.method === 'OPTIONS') {
    response.writeHead(204).end();
    return;
  }
  const method = request.method ?? 'GET';
  const id = newId('req');
  response.setHeader('Request-Id', id);
  response.setHeader(
    'Stripe-Version',
    header(request, 'stripe-version') ?? core.settings.apiVersion,
  );
  response.setHeader('Cache-Control', 'no-cache, no-store');
  const body = await readBody(request);
  const idempotencyKey = header(request, 'idempotency-key');
  const template = findRoute(method, path)?.route.template ?? '(unknown)';
  const logged = { id, endpoint: `${method} ${template}`, path };
  const done = (status: number | null, replayed: boolean): void =>
    log.add({ ...logged, status, idempotencyKey: idempotencyKey ?? null, replayed });
  try {
    const form = readForm(request, query, body);
    const { authorization } = request.headers;
    await api.answer({ id, method, path, form, authorization, idempotencyKey }, (answer) => {
      done(answer.status, answer.replayed);
      sendAnswer(response, answer, idempotencyKey);
    });
  } catch (error) {
    done(error instanceof ApiError ? error.status : null, false);
    throw error;
  }
}

function sendAnswer(response: ServerResponse, answer: Answer, key: string | undefined): void {
  if (key !== undefined) response.setHeader('Idempotency-Key', key);
  if (answer.replayed) {
    response.setHeader('Idempotent-Replayed', 'true');
    response.setHeader('Original-Request', answer.requestId);
  }
  response.writeHead(answer.status, { 'Content-Type': 'application/json' });
  response.end(answer.body);
}

const unexpected = (error: unknown): ApiError =>
  new ApiError(500, 'api_error', error instanceof Error ? error.message : String(error));

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
