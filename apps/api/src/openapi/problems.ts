import type { ZodOpenApiResponsesObject } from 'zod-openapi';
import { errorCatalog, type ErrorCode } from '../kernel/errors.ts';
import { PROBLEM_JSON } from '../kernel/problem.ts';
import { holderOf, isStaffPermission } from '../kernel/permissions.ts';
import type { Route } from '../kernel/route.ts';
import type { Examples } from './examples.ts';
import { headersOfProblem } from './headers.ts';
import { honoursKeys } from './honoursKeys.ts';
import { problemSchema } from './problemSchema.ts';

/** The codes that any route with a body can answer. */
const codesOfBodies: readonly ErrorCode[] = [
  'malformed_json',
  'payload_too_large',
  'unsupported_media_type',
  'expectation_failed',
];

const isOfStaff = ({ permission }: Route) =>
  permission !== 'public' && (holderOf.get(permission) ?? 'staff') === 'staff';

/** The codes that a route can answer: its own, and those that follow from its shape. */
export function codesOf(route: Route): ErrorCode[] {
  const codes = new Set<ErrorCode>(['validation_failed', ...route.errors]);
  if (!route.ignoresCaller && !route.acceptsStaleCaller) codes.add('unauthorized');
  if (!isStaffPermission(route.permission)) {
    codes.add('publishable_key_required').add('origin_not_allowed');
  }
  if (route.permission !== 'public') codes.add('forbidden');
  if (holderOf.get(route.permission) === 'verified') codes.add('email_not_verified');
  if (isOfStaff(route)) codes.add('factor_enrolment_required');
  if (isOfStaff(route) || route.freshFactor) codes.add('factor_required');
  if (route.method !== 'get' && !route.ignoresCaller) codes.add('csrf_token_invalid');
  if (route.proofOfWork) codes.add('proof_of_work_required');
  if (route.request.params) codes.add('not_found');
  if (route.request.body) {
    for (const code of codesOfBodies) codes.add(code);
  }
  if (honoursKeys(route)) {
    if (route.idempotency && route.idempotency !== 'optional')
      codes.add('idempotency_key_required');
    codes.add('idempotency_in_flight').add('idempotency_key_reused');
  }
  return [...codes.add('rate_limited').add('internal_error').add('service_unavailable')];
}

type Recorded = Readonly<Record<string, unknown>>;

/**
 * The error responses of an operation by status, with an example of each code: its own where one
 * was recorded.
 */
export function problems(
  codes: readonly ErrorCode[],
  recorded: Recorded = {},
): ZodOpenApiResponsesObject {
  const byStatus = Map.groupBy(codes, (code) => errorCatalog[code][0]);
  const responses: ZodOpenApiResponsesObject = {};
  for (const [status, known] of [...byStatus].sort(([a], [b]) => a - b)) {
    responses[String(status) as '400'] = problemResponse(status, known, recorded);
  }
  return responses;
}

const refTo = (code: ErrorCode) => ({ $ref: `#/components/examples/${code}` });

function problemResponse(status: number, codes: readonly ErrorCode[], recorded: Recorded) {
  const examples = codes.map((code) => {
    const value = recorded[code];
    return [code, value === undefined ? refTo(code) : { summary: errorCatalog[code][1], value }];
  });
  return {
    description: codes.map((code) => `\`${code}\`: ${errorCatalog[code][1]}.`).join(' '),
    headers: headersOfProblem(status),
    content: {
      [PROBLEM_JSON]: { schema: problemSchema, examples: Object.fromEntries(examples) },
    },
  };
}

/**
 * Examples of the codes that operations refer to without one of their own, taken from other
 * operations.
 * @param used the part of the document that refers to them.
 */
export function problemExamples(examples: Examples, used: unknown) {
  const text = JSON.stringify(used);
  const recorded = new Map(
    Object.values(examples).flatMap(({ problems: known }) => Object.entries(known)),
  );
  const codes = (Object.keys(errorCatalog) as ErrorCode[]).filter((code) =>
    text.includes(JSON.stringify(refTo(code))),
  );
  return Object.fromEntries(
    codes.map((code) => [
      code,
      { summary: errorCatalog[code][1], value: recorded.get(code) ?? made(code) },
    ]),
  );
}

function made(code: ErrorCode) {
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
