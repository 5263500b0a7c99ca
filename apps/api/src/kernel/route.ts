import type { z } from 'zod';
import type { Context } from './context.ts';
import type { ErrorCode } from './errors.ts';
import type { Permission } from './permissions.ts';
import type { Reply } from './reply.ts';
import type { Tag } from './tags.ts';

export type Method = 'get' | 'post' | 'patch' | 'put' | 'delete';

/** How an answer may be kept: the catalogue by everyone for a while, the rest by nobody. */
export type CachePolicy = 'catalog' | 'private';

/**
 * How a POST honours `Idempotency-Key`.
 * - `optional`, `required`: the route's one transaction holds the key, the effect and the answer.
 * - `saga`: required, and the use case goes on outside its transaction (a call to Stripe); it claims
 *   the key inside its own transaction with `ctx.idempotency.claim`.
 */
export type IdempotencyPolicy = 'optional' | 'required' | 'saga';

/** The context of a request: a use case's context and what only an HTTP request has. */
export interface RequestContext extends Context {
  readonly idempotency?: IdempotencyClaim;
  /** Where the request comes from; IPv6 addresses of one network are one. */
  readonly clientAddress?: string;
}

/** The key of a saga's request, to be claimed in the transaction of its effect. */
export interface IdempotencyClaim {
  /**
   * @returns whether an earlier request with this key committed its claim, and so the effect beside
   *   it, and then broke down: the use case goes on from there.
   * @throws {AppError} idempotency_in_flight when another request holds the key.
   */
  claim(ctx: Context): Promise<{ readonly resumed: boolean }>;
}

type Schema = z.ZodType | undefined;
type Output<S> = S extends z.ZodType ? z.output<S> : undefined;

/** What a handler gets: everything it reads has passed the route's schemas. */
export interface Input<
  P extends Schema = Schema,
  Q extends Schema = Schema,
  H extends Schema = Schema,
  B extends Schema = Schema,
> {
  readonly params: Output<P>;
  readonly query: Output<Q>;
  /** Header names in lower case. */
  readonly headers: Output<H>;
  readonly body: Output<B>;
}

export interface ResponseDefinition {
  readonly description: string;
  /** Schema of `data`; left out for an answer without a body. */
  readonly schema?: z.ZodType;
  /** Schema of `meta`. */
  readonly meta?: z.ZodType;
  /** Whether it comes with an `ETag`. */
  readonly tagged?: true;
}

interface RouteBase {
  readonly method: Method;
  /** Below the router's mount, in Express's notation: "/carts/:cartId". */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tag: Tag;
  readonly permission: Permission;
  readonly cache: CachePolicy;
  /** On a POST alone; a POST that says nothing is `optional`. */
  readonly idempotency?: IdempotencyPolicy;
  /**
   * The member of its body with codes of which the answer tells a guesser whether they are right: each
   * counts within a stricter rate limit, which all such routes share.
   */
  readonly bruteForceField?: string;
  /** Whether its answer holds a secret that is stored nowhere else: what is kept of it for a retry is encrypted. */
  readonly secretReply?: true;
  /** By status. Problems are not listed here but in `errors`. */
  readonly responses: Readonly<Record<number, ResponseDefinition>>;
  /** The codes this route can answer beyond those that every route can. */
  readonly errors: readonly ErrorCode[];
}

export interface RouteDefinition<
  P extends Schema,
  Q extends Schema,
  H extends Schema,
  B extends Schema,
> extends RouteBase {
  readonly request: {
    readonly params?: P;
    /** A strict object: an unknown parameter is an error that names it. */
    readonly query?: Q;
    /** Of the headers this route reads; names in lower case. */
    readonly headers?: H;
    readonly body?: B;
  };
  handler(input: Input<P, Q, H, B>, ctx: RequestContext): Promise<Reply>;
}

/** A route as the router and the document see it, whatever its schemas. */
export interface Route extends RouteBase {
  readonly request: {
    readonly params?: z.ZodType | undefined;
    readonly query?: z.ZodType | undefined;
    readonly headers?: z.ZodType | undefined;
    readonly body?: z.ZodType | undefined;
  };
  handler(input: Input<never, never, never, never>, ctx: RequestContext): Promise<Reply>;
}

/** Declares a route; its handler's input is typed by its own schemas. */
export function defineRoute<
  P extends Schema = undefined,
  Q extends Schema = undefined,
  H extends Schema = undefined,
  B extends Schema = undefined,
>(route: RouteDefinition<P, Q, H, B>): Route {
  return route;
}
