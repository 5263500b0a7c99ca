import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError } from './errors.ts';
import { checkDepth, parseForm } from './form.ts';
import type { Form } from './form.ts';

const MAX_BODY_BYTES = 1024 * 1024;

/**
 * The whole body as text. A body over the limit is not read to its end, and its connection stays open
 * for the answer.
 * @throws ApiError 413
 */
export async function readBody(request: IncomingMessage): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MAX_BODY_BYTES) throw tooLarge();
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const tooLarge = (): ApiError =>
  new ApiError(413, 'invalid_request_error', 'Request body too large', {}, true);

/** The type of a body without its parameters, such as `application/json`. */
export const mediaType = (request: IncomingMessage): string =>
  (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

/** The parameters of an API request, from the query and the form-encoded body. */
export function readForm(request: IncomingMessage, query: string, body: string): Form {
  if (body !== '' && mediaType(request).endsWith('json')) {
    throw new ApiError(
      400,
      'invalid_request_error',
      'Invalid request (check that your POST content type is application/x-www-form-urlencoded). If you have any questions, we can help at https://support.stripe.com/.',
      {},
      true,
    );
  }
  return parseForm([query, body].filter((part) => part !== '').join('&'));
}

/** JSON as a form, so that controls and API read parameters alike. */
export function formOfJson(text: string): Form {
  const form: Form = new Map();
  if (text.trim() === '') return form;
  const json = parseJson(text);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw notJson();
  fill(form, json, 1);
  return form;
}

const notJson = (): ApiError =>
  new ApiError(400, 'invalid_request_error', 'The body is not a JSON object.', {}, true);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notJson();
  }
}

function fill(form: Form, json: object, depth: number): void {
  checkDepth(depth);
  for (const [key, value] of Object.entries(json)) {
    if (typeof value === 'object' && value !== null) {
      const inner: Form = new Map();
      fill(inner, value, depth + 1);
      form.set(key, inner);
    } else if (value !== undefined) {
      form.set(key, String(value ?? ''));
    }
  }
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(`${JSON.stringify(value, null, 2)}\n`);
}

/** A page that loads nothing but itself. */
export function sendPage(response: ServerResponse, html: string): void {
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy':
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; frame-ancestors 'none'",
    'Cache-Control': 'no-store',
  });
  response.end(html);
}
