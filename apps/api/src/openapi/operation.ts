import { z } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { errorCatalog, type ErrorCode } from '../utils/errors.ts';
import { PROBLEM_JSON } from '../utils/problem.ts';
import type { ResponseDefinition, Route } from '../utils/route.ts';
import { problemSchema } from './problemSchema.ts';

const idempotencyKeySchema = z.string().min(1).max(255).meta({
  description:
    'A value of your own making that makes a retry safe: the same key with the same request has one effect and one answer, for 24 hours. Make it unguessable (a random UUID), since a guest who repeats it from the same address and browser is given that answer.',
  example: '5b0f3c0e-8f0e-4a57-9a0c-0a4f6f0c2f8e',
});

const requestIdHeader = {
  description: "The request's name, for the log.",
  schema: { type: 'string' as const },
};

/** How long to wait, and of which limits what is left (draft-ietf-httpapi-ratelimit-headers). */
export const limitHeaders = {
  'Retry-After': {
    description: 'Seconds until the next request may be made.',
    schema: { type: 'integer' as const },
  },
  RateLimit: {
    description:
      'Of each limit that applies: requests left (`r`) and seconds until it is whole (`t`).',
    schema: { type: 'string' as const },
    example: '"10-in-1min"; r=0; t=42',
  },
  'RateLimit-Policy': {
    description: 'Of each limit that applies: requests (`q`) per window of seconds (`w`).',
    schema: { type: 'string' as const },
    example: '"10-in-1min"; q=10; w=60',
  },
};

const limitHeaderRefs = Object.fromEntries(
  Object.keys(limitHeaders).map((name) => [name, { $ref: `#/components/headers/${name}` }]),
);

/** The name of the security scheme of administrative routes. */
export const ADMIN_KEY = 'adminKey';

/** A route as an operation of the document. */
export function operationOf(route: Route): ZodOpenApiOperationObject {
  const { params, query, body, bodyExample } = route.request;
  const header = headersOf(route);
  const description = [route.description, permissionNote(route)].filter((part) => part);
  return {
    operationId: route.operationId,
    summary: route.summary,
    ...(description.length > 0 && { description: description.join('\n\n') }),
    tags: [route.tag],
    security: route.permission === 'public' ? [] : [{ [ADMIN_KEY]: [] }],
    requestParams: {
      ...(params && { path: asObject(params) }),
      ...(query && { query: asObject(query) }),
      ...(header && { header }),
    },
    ...(body && {
      requestBody: {
        required: !body.safeParse({}).success,
        content: {
          'application/json': {
            schema: body,
            ...(bodyExample !== undefined && { example: bodyExample }),
          },
        },
      },
    }),
    responses: { ...successes(route), ...problems(codesOf(route)) },
  };
}

function permissionNote({ permission }: Route): string | undefined {
  return permission === 'public' ? undefined : `Needs the permission \`${permission}\`.`;
}

function headersOf(route: Route): z.ZodObject | undefined {
  const own = route.request.headers ? asObject(route.request.headers).shape : {};
  const isRequired = route.idempotency === 'required' || route.idempotency === 'saga';
  const key = isRequired ? idempotencyKeySchema : idempotencyKeySchema.optional();
  const shape = route.method === 'post' ? { 'idempotency-key': key, ...own } : own;
  return Object.keys(shape).length > 0 ? z.object(shape) : undefined;
}

function asObject(schema: z.ZodType): z.ZodObject {
  if (schema instanceof z.ZodObject) return schema;
  throw new TypeError('Parameters of a route are described by an object schema');
}

function successes(route: Route): ZodOpenApiResponsesObject {
  const responses: ZodOpenApiResponsesObject = {};
  for (const [status, definition] of Object.entries(route.responses)) {
    responses[status as '200'] = {
      description: definition.description,
      headers: { 'X-Request-Id': requestIdHeader },
      ...(definition.schema && { content: { 'application/json': contentOf(definition) } }),
    };
  }
  return responses;
}

function contentOf({ schema, meta, example }: ResponseDefinition) {
  const data = schema ?? z.null();
  return {
    schema: meta ? z.object({ data, meta }) : z.object({ data }),
    ...(example !== undefined && { example }),
  };
}

/** What this route can refuse with: its own codes and those that come with its shape. */
export function codesOf(route: Route): ErrorCode[] {
  const codes = new Set<ErrorCode>(['validation_failed', 'unauthorized', ...route.errors]);
  if (route.permission !== 'public') codes.add('forbidden');
  if (route.request.params) codes.add('not_found');
  if (route.request.body) {
    for (const code of ['malformed_json', 'payload_too_large', 'unsupported_media_type'] as const) {
      codes.add(code);
    }
  }
  if (route.method === 'post') {
    if (route.idempotency && route.idempotency !== 'optional')
      codes.add('idempotency_key_required');
    codes.add('idempotency_in_flight').add('idempotency_key_reused');
  }
  return [...codes.add('rate_limited').add('internal_error').add('service_unavailable')];
}

function problems(codes: readonly ErrorCode[]): ZodOpenApiResponsesObject {
  const byStatus = Map.groupBy(codes, (code) => errorCatalog[code][0]);
  const responses: ZodOpenApiResponsesObject = {};
  for (const [status, known] of [...byStatus].sort(([a], [b]) => a - b)) {
    responses[String(status) as '400'] = problemResponse(known);
  }
  return responses;
}

/** One status's problem documents, with an example of each code. */
export function problemResponse(codes: readonly ErrorCode[]) {
  return {
    description: codes.map((code) => `\`${code}\`: ${errorCatalog[code][1]}.`).join(' '),
    headers: {
      'X-Request-Id': requestIdHeader,
      ...(codes.includes('rate_limited') && limitHeaderRefs),
    },
    content: {
      [PROBLEM_JSON]: {
        schema: problemSchema,
        examples: Object.fromEntries(codes.map((code) => [code, { value: exampleOf(code) }])),
      },
    },
  };
}

function exampleOf(code: ErrorCode) {
  const [status, title] = errorCatalog[code];
  return {
    type: `/docs/errors#${code}`,
    title,
    status,
    detail: `${title}.`,
    instance: '/api/v1/…',
    code,
    requestId: 'req_01kagvrz8y0g2m4q6t8w0x2z4b',
    errors: [],
  };
}
