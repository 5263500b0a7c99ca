import type { z } from 'zod';
import type { ProofOfWorkPurpose } from '../domains/proofOfWork.limits.ts';
import type { Context } from './context.ts';
import type { ErrorCode } from './errors.ts';
import type { Claim } from './idempotencyClaim.ts';
import type { Identity } from './identity.ts';
import type { RouteLimit } from './limitClasses.ts';
import type { Permission } from './permissions.ts';
import type { UploadedFile } from './receivedFile.ts';
import type {
  CachedReply,
  CsvReply,
  DataReply,
  EmptyReply,
  EventsReply,
  Reply,
  RowsReply,
  Tagged,
} from './reply.ts';
import type { Tag } from './tags.ts';

type Method = 'get' | 'post' | 'patch' | 'put' | 'delete';

/** Who may cache an answer: anyone, for a while, the catalogue; no one the rest. */
export type CachePolicy = 'catalog' | 'private';

/**
 * How a POST honours `Idempotency-Key`.
 * - `optional`, `required`: the route's one transaction holds the key, the effect and the answer.
 * - `saga`: required, and the use case continues outside its transaction (a call to a payment
 *   provider); it claims the key inside its own transaction with `ctx.claim`.
 * - `none`: a key is not looked at, since nothing of the request or the answer may be kept: both hold
 *   passwords or tokens.
 */
type IdempotencyPolicy = 'optional' | 'required' | 'saga' | 'none';

/** The context of a request: a use case's context and what only an HTTP request has. */
export interface RequestContext extends Context {
  /** How the client names itself. */
  readonly userAgent?: string;
  /** Of a signed-in person. */
  readonly identity?: Identity;
}

/** The context of a saga's request. */
interface SagaContext extends RequestContext {
  readonly claim: Claim;
}

export interface ResponseDefinition {
  readonly description: string;
  /** Schema of `data`; left out for an answer without a body. */
  readonly schema?: z.ZodType;
  /** Schema of `meta`. */
  readonly meta?: z.ZodType;
  /** Whether it comes with an `ETag`; a handler that forgets it does not compile. */
  readonly tagged?: true;
  /** Whether it is sent row by row (NDJSON, for GET); `schema` is then that of a row. */
  readonly rows?: true;
  /** Whether it is sent as CSV (for GET), or may be, where it has `rows` too. */
  readonly csv?: true;
  /** Whether it sends events as they occur (Server-Sent Events); `schema` is then that of their data. */
  readonly events?: true;
}

/** A link of the API's root to a route. */
export interface RouteLink {
  readonly title: string;
  /** The parameters of the query that the link's template has. */
  readonly query?: readonly string[];
}

/** All that a route says of itself but its name. The router, the document and tests read it. */
interface RouteDeclaration {
  readonly method: Method;
  /** Below the router's mount, in Express's notation: "/carts/:cartId". */
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  readonly tag: Tag;
  readonly permission: Permission;
  /** Whether a signed-in person must have given a second factor within STEP_UP_MINUTES. */
  readonly freshFactor?: true;
  /** Public, and alike for everyone: a session that has ended keeps no one from signing in. */
  readonly ignoresCaller?: true;
  /**
   * Whether a caller who is no longer known, such as by an access token that has expired, counts as a
   * guest: what the request brings along besides decides.
   */
  readonly acceptsStaleCaller?: true;
  readonly cache: CachePolicy;
  /** How the root of the API links to it, by relation. */
  readonly links?: Readonly<Record<string, RouteLink>>;
  /** Only for POST; the default is `optional`. */
  readonly idempotency?: IdempotencyPolicy;
  /**
   * Limits beside that of all requests: `'signIn'`, or `{ class: 'codes', per: 'giftCards' }` where
   * each entry of a member counts. A request counts against all of them by one statement.
   */
  readonly limit?: RouteLimit | readonly RouteLimit[];
  /** What its proof of work is for, where it demands one while many sign-ins fail. */
  readonly proofOfWork?: ProofOfWorkPurpose;
  /** Whether its answer holds a secret that is stored nowhere else: what is kept of it for a retry is encrypted. */
  readonly secretReply?: true;
  /**
   * Whether its body is a form (multipart/form-data) with one file, `file`; `request.body` is then the
   * schema of the fields beside it, which are texts. A larger file is refused before it is read.
   */
  readonly upload?: {
    readonly maxBytes: number;
    /** Of a file that is sent as a picture; by default the same. */
    readonly maxPictureBytes?: number;
  };
  readonly request: {
    readonly params?: z.ZodType;
    /** A strict object: an unknown parameter is an error that names it. */
    readonly query?: z.ZodType;
    /** Of the headers this route reads; names in lower case. */
    readonly headers?: z.ZodType;
    /** Of the cookies this route reads. */
    readonly cookies?: z.ZodType;
    readonly body?: z.ZodType;
  };
  /** By status. Problems are not listed here but in `errors`. */
  readonly responses: Readonly<Record<number, ResponseDefinition>>;
  /** The codes this route can answer beyond those that every route can. */
  readonly errors: readonly ErrorCode[];
}

type Parsed<Request, Part extends string> =
  Request extends Readonly<Record<Part, infer Schema extends z.ZodType>>
    ? z.output<Schema>
    : undefined;

/** What the handler of a route gets: all of it has passed the route's schemas. */
export interface RouteInput<Route extends RouteDeclaration = RouteDeclaration> {
  readonly params: Parsed<Route['request'], 'params'>;
  readonly query: Parsed<Route['request'], 'query'>;
  /** Header names in lower case. */
  readonly headers: Parsed<Route['request'], 'headers'>;
  readonly cookies: Parsed<Route['request'], 'cookies'>;
  readonly body: Parsed<Route['request'], 'body'>;
  /** Where the route takes a form. */
  readonly upload: Route extends { upload: object } ? UploadedFile : undefined;
}

type ReadonlyDeep<T> = T extends readonly (infer Item)[]
  ? readonly ReadonlyDeep<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: ReadonlyDeep<T[Key]> }
    : T;

/** What an answer of this schema is made of. It is not changed afterwards, so it may be read-only. */
export type Shown<Schema extends z.ZodType> = ReadonlyDeep<z.input<Schema>>;

type Meta<Response> = Response extends { meta: infer Schema extends z.ZodType }
  ? Shown<Schema>
  : undefined;

type EntityTag<Response> = Response extends { tagged: true } ? Tagged : unknown;

type StreamedReply<Status extends number, Response> =
  | (Response extends { rows: true; schema: infer Row extends z.ZodType }
      ? RowsReply<Status, Shown<Row>>
      : never)
  | (Response extends { csv: true } ? CsvReply<Status> : never);

type ReplyOf<Status extends number, Response> = Response extends { rows: true } | { csv: true }
  ? StreamedReply<Status, Response>
  : Response extends { events: true; schema: infer Data extends z.ZodType }
    ? EventsReply<Status, Shown<Data>>
    : Response extends { schema: infer Schema extends z.ZodType }
      ? | (DataReply<Status, Shown<Schema>, Meta<Response>> & EntityTag<Response>)
        | CachedReply<Status, Shown<Schema>, Meta<Response>>
      : EmptyReply<Status> & EntityTag<Response>;

/** What the handler of a route answers: one of its responses, with all that its schema wants. */
type RouteReply<Route extends RouteDeclaration> = {
  [Status in keyof Route['responses'] & number]: ReplyOf<Status, Route['responses'][Status]>;
}[keyof Route['responses'] & number];

/** Handlers of a domain's routes, which are their methods of the same names. */
export type Handlers<Routes extends Readonly<Record<string, RouteDeclaration>>> = {
  readonly [Name in keyof Routes]: (
    ctx: Routes[Name] extends { idempotency: 'saga' } ? SagaContext : RequestContext,
    input: RouteInput<Routes[Name]>,
  ) => Promise<RouteReply<Routes[Name]>>;
};

/** A route with its handler, as the router sees it, whatever its schemas. */
export interface Route extends RouteDeclaration {
  readonly operationId: string;
  handler(ctx: RequestContext | SagaContext, input: RouteInput): Promise<Reply>;
}

/** Declares the routes of a domain by their `operationId`s, in the order in which the document shows them. */
export function defineRoutes<const Routes extends Readonly<Record<string, RouteDeclaration>>>(
  routes: Routes,
): Routes {
  return routes;
}

/** Gives routes their handlers. */
export function bindRoutes<Routes extends Readonly<Record<string, RouteDeclaration>>>(
  routes: Routes,
  handlers: Handlers<Routes>,
): Route[] {
  return Object.entries(routes).map(([operationId, route]) => ({
    ...route,
    operationId,
    // The router hands over what this very route's schemas have read, and a claim where it is a saga.
    handler: handlers[operationId] as Route['handler'],
  }));
}
