import type { ZodOpenApiHeadersObject } from 'zod-openapi';
import { cacheControl } from '../routes/send.ts';
import type { Route } from '../kernel/route.ts';
import { honoursKeys } from './honoursKeys.ts';

const text = { type: 'string' as const };

/** Every response header that a client may act on, described once. */
export const responseHeaders = {
  'X-Request-Id': {
    description:
      "Identifies the request in the shop's log: the id the client sent, when it is well-formed, or a new one.",
    schema: text,
    example: 'req_01kagvrz8y0g2m4q6t8w0x2z4b',
  },
  'Cache-Control-Catalog': {
    description:
      'Any cache may keep the answer briefly (RFC 9111) and revalidate it with `If-None-Match`. A checkout reads prices and stock from the database.',
    schema: text,
    example: cacheControl.catalog,
  },
  'Cache-Control-Private': {
    description: 'The answer is private to the caller and must not be cached.',
    schema: text,
    example: cacheControl.private,
  },
  'Cache-Control-Problem': {
    description: 'Errors must not be cached.',
    schema: text,
    example: 'no-store',
  },
  ETag: {
    description:
      'The version of the answer. `If-None-Match` compares it and saves the body (304); for a cart, `If-Match` compares it and refuses to overwrite another write (412).',
    schema: text,
    example: '"PWd2ZqGSsvVUYdnFzTLhcQ"',
  },
  Link: {
    description: 'Links to the first, the previous and the next page (RFC 8288), where they exist.',
    schema: text,
    example: '</api/v1/products?limit=20&cursor=eyJ0…>; rel="next"',
  },
  Location: {
    description: 'The address of the new resource, or where a redirect leads.',
    schema: text,
    example: '/api/v1/orders/ord_01kagvrz8y0g2m4q6t8w0x2z4b',
  },
  'Idempotent-Replayed': {
    description:
      'Present when the answer was stored for an earlier request with the same `Idempotency-Key`.',
    schema: { type: 'string' as const, enum: ['true'] },
    example: 'true',
  },
  'WWW-Authenticate': {
    description: 'How to authenticate (RFC 9110, RFC 6750).',
    schema: text,
    example: 'Bearer realm="cartwright"',
  },
  'Retry-After': {
    description: 'Seconds until the next request may be made.',
    schema: { type: 'integer' as const },
    example: 5,
  },
  Age: {
    description:
      'Present on a stale answer, which is served while the database cannot be reached: its age in seconds.',
    schema: { type: 'integer' as const },
    example: 84,
  },
  'Cache-Status': {
    description:
      'Present on a stale answer: how long ago it became stale (RFC 9211). `Warning: 110` marks it too.',
    schema: text,
    example: 'cartwright; hit; ttl=-24; detail=stale',
  },
  RateLimit: {
    description:
      'For each limit: requests left (`r`) and seconds until the window ends (`t`), after draft-ietf-httpapi-ratelimit-headers. Absent in a shop without limits.',
    schema: text,
    example: '"browse"; r=587; t=42',
  },
  'RateLimit-Policy': {
    description: 'For each limit: requests (`q`) per window in seconds (`w`).',
    schema: text,
    example: '"browse"; q=600; w=60',
  },
};

/** The document's header components; three of them are `Cache-Control` with different values. */
type Component = keyof typeof responseHeaders;

const ref = (component: Component) => ({ $ref: `#/components/headers/${component}` });

const onEveryAnswer: ZodOpenApiHeadersObject = {
  'X-Request-Id': ref('X-Request-Id'),
  RateLimit: ref('RateLimit'),
  'RateLimit-Policy': ref('RateLimit-Policy'),
};

/** The headers of a route's success or 304 response. */
export function headersOfSuccess(route: Route, status: number): ZodOpenApiHeadersObject {
  const { cache, responses } = route;
  const definition = responses[status];
  const isKept = cache === 'catalog';
  return {
    ...onEveryAnswer,
    'Cache-Control': ref(isKept ? 'Cache-Control-Catalog' : 'Cache-Control-Private'),
    ...(isKept && { Age: ref('Age'), 'Cache-Status': ref('Cache-Status') }),
    ...((definition?.tagged === true || status === 304) && { ETag: ref('ETag') }),
    ...((status === 201 || status === 303) && { Location: ref('Location') }),
    ...(definition?.meta && { Link: ref('Link') }),
    ...(honoursKeys(route) && { 'Idempotent-Replayed': ref('Idempotent-Replayed') }),
  };
}

/** The headers of an error response with this status. */
export function headersOfProblem(status: number): ZodOpenApiHeadersObject {
  return {
    ...onEveryAnswer,
    'Cache-Control': ref('Cache-Control-Problem'),
    ...(status === 401 && { 'WWW-Authenticate': ref('WWW-Authenticate') }),
    ...((status === 429 || status === 503) && { 'Retry-After': ref('Retry-After') }),
  };
}
