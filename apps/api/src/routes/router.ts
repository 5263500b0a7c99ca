import { createHash } from 'node:crypto';
import { Router, type Request, type RequestHandler, type Response } from 'express';
import type { Container } from '../container.ts';
import { authenticate, authorize, type Gate } from '../middleware/auth.middleware.ts';
import { addressOf, BUYER_ADDRESS } from '../middleware/buyerAddress.middleware.ts';
import type { CachedResponses } from '../middleware/cachedResponses.middleware.ts';
import { requireProofOfWork } from '../middleware/proofOfWork.middleware.ts';
import { countForCaller, limitRoute, subjectsOf } from '../middleware/routeLimits.middleware.ts';
import { admitStorefront, type Storefronts } from '../middleware/publishableKey.middleware.ts';
import { readUpload, requireBodyType } from '../middleware/upload.middleware.ts';
import { parseInput } from '../middleware/validation.middleware.ts';
import { createContext } from '../kernel/context.ts';
import { AppError } from '../kernel/errors.ts';
import type { Caller } from '../kernel/identity.ts';
import { isStaffPermission } from '../kernel/permissions.ts';
import { PROBLEM_JSON, problemOf } from '../kernel/problem.ts';
import type { SerializedReply } from '../kernel/reply.ts';
import type { RequestContext, Route, RouteInput } from '../kernel/route.ts';
import { networkOf } from '../utils/clientAddress.ts';
import { withoutTokens } from '../utils/redact.ts';
import { API_BASE } from './base.ts';
import { send, serialize } from './send.ts';
import { createEventStreams, type EventStreams } from './sendEvents.ts';
import { sendRows } from './sendRows.ts';

/** What a household or an office gets of IPv6, and so may share one limit of unpaid orders. */
const IPV6_SITE_BITS = 56;

/**
 * The routes as an Express router; a path that is known by another method answers 405 with `Allow`.
 * @param responses what sends the responses that lie in the cache.
 */
export function buildRouter(
  container: Container,
  routes: readonly Route[],
  responses: CachedResponses,
): Router {
  // Each address has one spelling: what a proxy has a rule for cannot be had by another.
  const router = Router({ caseSensitive: true, strict: true });
  const { identity, limits } = container.services;
  const streams = createEventStreams({ draining: container.health.draining });
  const gate = { identity, limits, stepUpMinutes: container.config.auth.stepUpMinutes };
  for (const route of routes) {
    router[route.method](route.path, handlerOf(container, gate, route, { responses, streams }));
  }
  const byPath = Map.groupBy(routes, ({ path }) => path);
  for (const [path, known] of byPath) router.all(path, methodNotAllowed(known));
  return router;
}

/** What the gate asks about publishable keys. */
export function storefrontsOf({
  services,
  config,
}: Pick<Container, 'services' | 'config'>): Storefronts {
  return { apiKeys: services.apiKeys, isKeyRequired: config.auth.requirePublishableKey };
}

const GUEST: Caller = { kind: 'guest' };

/** Whether no credentials matter: not even those of a server that names its buyer's address. */
const isIgnored = ({ ignoresCaller }: Route, req: Request) =>
  ignoresCaller === true && req.get(BUYER_ADDRESS) === undefined;

async function senderOf(gate: Gate, route: Route, req: Request, res: Response): Promise<Caller> {
  if (isIgnored(route, req)) return GUEST;
  try {
    return await authenticate(gate, req, res);
  } catch (error) {
    const isStale = error instanceof AppError && error.code === 'unauthorized';
    if (!isStale || !route.acceptsStaleCaller || req.get(BUYER_ADDRESS) !== undefined) throw error;
    return GUEST;
  }
}

function handlerOf(
  container: Container,
  gate: Gate,
  route: Route,
  { responses, streams }: { responses: CachedResponses; streams: EventStreams },
): RequestHandler {
  const template = API_BASE + route.path;
  const storefronts = storefrontsOf(container);
  return async (req, res) => {
    res.locals.route = template;
    requireBodyType(route, req);
    const sender = await senderOf(gate, route, req, res);
    const caller = route.ignoresCaller ? GUEST : sender;
    const from = addressOf(gate, req, sender);
    const subjects = subjectsOf(caller, from);
    countForCaller(gate.limits, res, subjects);
    const storefront = await admitStorefront(storefronts, route, sender, req.headers);
    const admission = authorize(gate, caller, route);
    await limitRoute(gate.limits, route, { req, res, subjects });
    const clientAddress = from.address && networkOf(from.address, IPV6_SITE_BITS);
    const { media } = container.services;
    await using upload = await readUpload(route, { req, res, receive: media.receive });
    const input = parseInput(route, req, upload?.file);
    const proof = { clientAddress, body: input.body, payload: req.get('x-proof-of-work') };
    await requireProofOfWork(container.services.proofOfWork, route, proof);
    const userAgent = req.get('user-agent');
    const ctx: RequestContext = {
      ...createContext(container.database, admission.actor, res.locals.requestId),
      ...admission,
      ...storefront,
      ...(clientAddress !== undefined && { clientAddress }),
      ...(userAgent !== undefined && { userAgent }),
    };
    if (caller.kind === 'adminKey') await recordReading(container, route, ctx, req);
    const key = idempotencyKeyOf(route, res);
    if (key !== undefined) {
      send(req, res, route, await runOnce(container, route, { req, res, input, ctx, key }));
      return;
    }
    const reply = await route.handler(ctx, input);
    if ('cached' in reply) await responses.send(req, res, reply.cached);
    else if ('events' in reply) await streams.send(req, res, route, reply);
    else if ('rows' in reply || 'csv' in reply) await sendRows(req, res, route, reply);
    else send(req, res, route, serialize(req, input.query, reply));
  };
}

/**
 * Records what the key for emergencies reads: its holder is no one whom another entry names. What it
 * changes leaves the entry of the act.
 */
async function recordReading(
  { services }: Container,
  { method, permission, operationId }: Route,
  ctx: RequestContext,
  { path }: Request,
): Promise<void> {
  if (method !== 'get' || !isStaffPermission(permission)) return;
  const details = { operation: operationId, path };
  await services.audit.record(ctx, { action: 'adminKey.read', subject: operationId, details });
}

/** The key that applies to this request. @throws {AppError} when the route requires one and there is none. */
function idempotencyKeyOf(route: Route, res: Response): string | undefined {
  if (route.method !== 'post' || route.idempotency === 'none') return undefined;
  const { idempotencyKey } = res.locals;
  if (idempotencyKey !== undefined) return idempotencyKey;
  if (route.idempotency === 'required' || route.idempotency === 'saga') {
    const message = 'is required: generate a value such as a UUID, and reuse it for retries';
    throw new AppError('idempotency_key_required', `Idempotency-Key ${message}.`, {
      errors: [{ path: 'header.idempotency-key', code: 'required', message }],
    });
  }
  return undefined;
}

interface Call {
  readonly req: Request;
  readonly res: Response;
  readonly input: RouteInput;
  readonly ctx: RequestContext;
  readonly key: string;
}

async function runOnce(container: Container, route: Route, call: Call): Promise<SerializedReply> {
  const { req, res, input, ctx, key } = call;
  const refuse = (error: AppError): SerializedReply => ({
    status: error.status,
    headers: { 'Content-Type': PROBLEM_JSON, ...error.headers },
    body: JSON.stringify(problemOf(error, withoutTokens(req.originalUrl), res.locals.requestId)),
  });
  const request = {
    principal: principalOf(ctx, req),
    route: [route.operationId, ...Object.values(req.params)].join(':'),
    key,
    isSecret: route.secretReply === true,
    fingerprint: fingerprintOf(input),
  };
  const { isReplayed, ...reply } = await container.services.idempotency.run(ctx, {
    mode: route.idempotency === 'saga' ? 'saga' : 'transaction',
    request,
    async work(inner, claim) {
      const reply = await route.handler(claim ? { ...inner, claim } : inner, input);
      if ('cookies' in reply)
        throw new Error(`${route.operationId} sets cookies that would be kept`);
      return serialize(req, input.query, reply);
    },
    refuse,
  });
  return isReplayed
    ? { ...reply, headers: { ...reply.headers, 'Idempotent-Replayed': 'true' } }
    : reply;
}

/**
 * Tells one request from another with the same key. Headers that the route reads are part of it, an
 * order's token among them; a preferred language is not, since a retry by another hop sends another.
 */
function fingerprintOf({ query, headers, body }: RouteInput): string {
  const kept = (name: string, value: unknown) => (name === 'accept-language' ? undefined : value);
  return sha256(JSON.stringify([query, headers, body], kept));
}

/**
 * Whose key it is. A guest is known by the capability in the path; where there is none yet (a new
 * cart), by the address and the browser, so that a key like "1" does not hand one guest another's
 * cart. Behind one address the same browser is common nevertheless: keys must be unguessable.
 */
function principalOf({ actor }: RequestContext, req: Request): string {
  if ('id' in actor) return `${actor.kind}:${actor.id}`;
  if (actor.kind === 'adminKey') return actor.kind;
  if (Object.keys(req.params).length > 0) return 'guest';
  return `guest:${sha256(JSON.stringify([req.ip, req.get('user-agent')]))}`;
}

function methodNotAllowed(known: readonly Route[]): RequestHandler {
  const methods = known.map(({ method }) => method.toUpperCase());
  if (methods.includes('GET')) methods.push('HEAD');
  const allow = methods.join(', ');
  return (req, res, next) => {
    res.locals.route = API_BASE + (known[0]?.path ?? '');
    next(
      new AppError('method_not_allowed', `${req.method} is not allowed here. Use ${allow}.`, {
        headers: { Allow: allow },
      }),
    );
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
