import { z } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { holderOf } from '../kernel/permissions.ts';
import type { ResponseDefinition, Route } from '../kernel/route.ts';
import { EVENT_STREAM } from '../routes/sendEvents.ts';
import { FORM } from '../middleware/contentType.middleware.ts';
import { CSV, NDJSON } from '../routes/sendRows.ts';
import type { OperationExample } from './examples.ts';
import { headersOfSuccess } from './headers.ts';
import { honoursKeys } from './honoursKeys.ts';
import { codesOf, problems } from './problems.ts';

const idempotencyKeySchema = z.string().min(1).max(255).meta({
  description:
    'A key that you generate and that makes a retry safe: within 24 hours, the same key with the same request has one effect and one answer. Make it unguessable (a random UUID): a guest who repeats it from the same address and browser receives that answer.',
  example: '5b0f3c0e-8f0e-4a57-9a0c-0a4f6f0c2f8e',
});

const proofOfWorkSchema = z.string().optional().meta({
  description:
    'The payload of ALTCHA’s widget for the `challenge` of a refusal (`proof_of_work_required`).',
});

/** Name of the security scheme of admin routes. */
export const ADMIN_KEY = 'adminKey';
/** Name of the security scheme of routes for what is the caller's own. */
export const SESSION = 'session';

/** Name of the security scheme of clients of OAuth 2. */
export const MACHINE = 'machine';

/** Builds the document's operation from a route and its recorded example. */
export function operationOf(route: Route, example?: OperationExample): ZodOpenApiOperationObject {
  const { params, query, cookies, body } = route.request;
  const header = headersOf(route);
  const description = [route.description, permissionNote(route)].filter((part) => part);
  const sent = example?.request.body;
  return {
    operationId: route.operationId,
    summary: route.summary,
    ...(description.length > 0 && { description: description.join('\n\n') }),
    tags: [route.tag],
    security: securityOf(route),
    requestParams: {
      ...(params && { path: asObject(params) }),
      ...(query && { query: asObject(query) }),
      ...(header && { header }),
      ...(cookies && { cookie: asObject(cookies) }),
    },
    ...(body && { requestBody: requestBodyOf(route, body, sent) }),
    responses: { ...successes(route, example), ...problems(codesOf(route), example?.problems) },
  };
}

function requestBodyOf({ upload }: Route, body: z.ZodType, sent: unknown) {
  if (upload) {
    const schema = asObject(body).safeExtend({ file: fileSchema });
    const example = { ...Object(sent), file: '(the bytes of linen-shirt.jpg)' };
    return { required: true, content: { [FORM]: { schema, example } } };
  }
  const example = sent === undefined ? {} : { example: sent };
  const required = !body.safeParse({}).success;
  return { required, content: { 'application/json': { schema: body, ...example } } };
}

/** OpenAPI 3.1 describes bytes by what they are not: a text of JSON. */
const fileSchema = z.string().meta({
  description: 'The file, with its name and type in the head of its part.',
  override: ({ jsonSchema }) => {
    delete jsonSchema.type;
    jsonSchema.contentMediaType = 'application/octet-stream';
  },
});

function securityOf({ permission }: Route) {
  if (permission === 'public') return [];
  return holderOf.has(permission)
    ? [{ [SESSION]: [] }]
    : [{ [ADMIN_KEY]: [] }, { [MACHINE]: [permission] }];
}

function permissionNote({ permission }: Route): string | undefined {
  return permission === 'public' ? undefined : `Requires the permission \`${permission}\`.`;
}

function headersOf(route: Route): z.ZodObject | undefined {
  const own = route.request.headers ? asObject(route.request.headers).shape : {};
  const isRequired = route.idempotency === 'required' || route.idempotency === 'saga';
  const key = isRequired ? idempotencyKeySchema : idempotencyKeySchema.optional();
  const shape = {
    ...(honoursKeys(route) && { 'idempotency-key': key }),
    ...(route.proofOfWork && { 'x-proof-of-work': proofOfWorkSchema }),
    ...own,
  };
  return Object.keys(shape).length > 0 ? z.object(shape) : undefined;
}

function asObject(schema: z.ZodType): z.ZodObject {
  if (schema instanceof z.ZodObject) return schema;
  throw new TypeError('Route parameters must be described by an object schema');
}

function successes(route: Route, example?: OperationExample): ZodOpenApiResponsesObject {
  const responses: ZodOpenApiResponsesObject = {};
  for (const [status, definition] of Object.entries(route.responses)) {
    const recorded = isRecorded(route, Number(status), example) ? example?.response : undefined;
    responses[status as '200'] = {
      description: definition.description,
      headers: headersOfSuccess(route, Number(status)),
      ...contentOf(definition, recorded),
    };
  }
  return responses;
}

/** Whether the example shows this answer: what is there already is answered by 200 as what is new is by 201. */
function isRecorded({ responses }: Route, status: number, example?: OperationExample): boolean {
  const recorded = example?.response.status;
  if (recorded === undefined || recorded === status) return recorded === status;
  return recorded === 201 && status === 200 && responses[200]?.schema === responses[201]?.schema;
}

/** The body of an answer. OpenAPI 3.1 has no word for a sequence: the schema is that of a line, or of an event. */
function contentOf(
  { schema, meta, rows, csv, events }: ResponseDefinition,
  recorded: OperationExample['response'] | undefined,
) {
  const example = recorded?.body !== undefined && { example: recorded.body };
  if (rows || csv) {
    const lines = csv ? recorded?.others?.[NDJSON] : recorded?.body;
    return {
      content: {
        ...(csv && { [CSV]: { schema: z.string(), ...example } }),
        ...(rows &&
          schema && { [NDJSON]: { schema, ...(lines !== undefined && { example: lines }) } }),
      },
    };
  }
  if (!schema) return {};
  if (events) return { content: { [EVENT_STREAM]: { schema, ...example } } };
  const body = meta ? z.object({ data: schema, meta }) : z.object({ data: schema });
  return { content: { 'application/json': { schema: body, ...example } } };
}
