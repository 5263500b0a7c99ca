import type { ZodOpenApiHeadersObject } from 'zod-openapi';
import { cacheControl } from '../routes/send.ts';
import type { Route } from '../kernel/route.ts';

const text = { type: 'string' as const };

/** Every header that an answer may carry and a client may act on, described once. */
export const responseHeaders = {
  'X-Request-Id': {
    description:
      "The request's name in the shop's log: the one it was sent with, when well-formed, or a new one.",
    schema: text,
    example: 'req_01kagvrz8y0g2m4q6t8w0x2z4b',
  },
  'Cache-Control-Catalog': {
    description:
      'Anybody may keep it for a moment (RFC 9111), and ask again with `If-None-Match`. A checkout reads prices and stock anew.',
    schema: text,
    example: cacheControl.catalog,
  },
  'Cache-Control-Private': {
    description: 'It is for who asked alone, and is not to be kept.',
    schema: text,
    example: cacheControl.private,
  },
  'Cache-Control-Problem': {
    description: 'A refusal is not to be kept.',
    schema: text,
    example: 'no-store',
  },
  ETag: {
    description:
      'What is told apart by `If-None-Match` (304 instead of the same body again) and, of a cart, by `If-Match` (412 instead of a write over what somebody else wrote).',
    schema: text,
    example: '"PWd2ZqGSsvVUYdnFzTLhcQ"',
  },
  Link: {
    description: 'The first, the previous and the next page (RFC 8288), as far as there are any.',
    schema: text,
    example: '</api/v1/products?limit=20&cursor=eyJ0…>; rel="next"',
  },
  Location: {
    description: 'Where it is found from now on.',
    schema: text,
    example: '/api/v1/orders/ord_01kagvrz8y0g2m4q6t8w0x2z4b',
  },
  'Idempotent-Replayed': {
    description:
      'There when this is the answer that an earlier request with the same `Idempotency-Key` was given.',
    schema: { type: 'string' as const, enum: ['true'] },
    example: 'true',
  },
  'WWW-Authenticate': {
    description: 'How to authenticate (RFC 9110, RFC 6750).',
    schema: text,
    example: 'Bearer realm="admin"',
  },
  'Retry-After': {
    description: 'Seconds until the next request may be made.',
    schema: { type: 'integer' as const },
    example: 5,
  },
  Age: {
    description:
      'Of an answer that is old because the database is away: seconds since it was true.',
    schema: { type: 'integer' as const },
    example: 84,
  },
  'Cache-Status': {
    description:
      'Of the same: how long it has not been fresh, as RFC 9211 has it. `Warning: 110` says so too.',
    schema: text,
    example: 'cartwright; hit; ttl=-24; detail=stale',
  },
  RateLimit: {
    description:
      'Of each limit that applies: requests left (`r`) and seconds until it is whole (`t`), as draft-ietf-httpapi-ratelimit-headers has it. Left out by a shop without limits.',
    schema: text,
    example: '"1200-in-1min"; r=1187; t=42',
  },
  'RateLimit-Policy': {
    description: 'Of each limit that applies: requests (`q`) per window of seconds (`w`).',
    schema: text,
    example: '"1200-in-1min"; q=1200; w=60',
  },
};

/** The components of the document; three of them are one header with different values. */
type Component = keyof typeof responseHeaders;

const ref = (component: Component) => ({ $ref: `#/components/headers/${component}` });

const onEveryAnswer: ZodOpenApiHeadersObject = {
  'X-Request-Id': ref('X-Request-Id'),
  RateLimit: ref('RateLimit'),
  'RateLimit-Policy': ref('RateLimit-Policy'),
};

/** The headers of a route's success, or of its 304. */
export function headersOfSuccess(route: Route, status: number): ZodOpenApiHeadersObject {
  const { cache, method, responses } = route;
  const definition = responses[status];
  const isKept = cache === 'catalog';
  return {
    ...onEveryAnswer,
    'Cache-Control': ref(isKept ? 'Cache-Control-Catalog' : 'Cache-Control-Private'),
    ...(isKept && { Age: ref('Age'), 'Cache-Status': ref('Cache-Status') }),
    ...((definition?.tagged === true || status === 304) && { ETag: ref('ETag') }),
    ...(status === 201 && { Location: ref('Location') }),
    ...(definition?.meta && { Link: ref('Link') }),
    ...(method === 'post' && { 'Idempotent-Replayed': ref('Idempotent-Replayed') }),
  };
}

/** The headers of a refusal with this status. */
export function headersOfProblem(status: number): ZodOpenApiHeadersObject {
  return {
    ...onEveryAnswer,
    'Cache-Control': ref('Cache-Control-Problem'),
    ...(status === 401 && { 'WWW-Authenticate': ref('WWW-Authenticate') }),
    ...((status === 429 || status === 503) && { 'Retry-After': ref('Retry-After') }),
  };
}
