import type { IncomingMessage } from 'node:http';
import { CONTROLS } from './controls.ts';
import type { Controlled } from './controls.ts';
import { ApiError } from './errors.ts';
import { parseForm } from './form.ts';
import type { Form } from './form.ts';
import type { Target } from './target.ts';
import { formOfJson, mediaType, readBody } from './wire.ts';

/**
 * Controls that change something require this header, with any value: a page of another origin cannot
 * send it, because the browser's preflight request gets no permission.
 */
const HEADER = 'x-sandbox-control';

/**
 * Reads the parameters of a control: those of a GET from its query, those of a POST only from a JSON
 * body.
 * @throws ApiError 403 without the header, 415 for another type, 400 for a malformed body
 */
export async function readControlForm(request: IncomingMessage, target: Target): Promise<Form> {
  if (request.method === 'GET') return parseForm(target.query);
  if (request.headers[HEADER] === undefined) {
    throw refusal(403, 'A control that changes something asks for the header X-Sandbox-Control: 1');
  }
  if (target.query !== '') throw refusal(400, 'Parameters of a control belong into its body.');
  if (request.method === 'POST' && mediaType(request) !== 'application/json') {
    throw refusal(415, 'Controls take JSON: Content-Type: application/json');
  }
  return formOfJson(await readBody(request));
}

/**
 * Runs a control.
 * @throws ApiError 404 for an unknown path, and as the API does for wrong parameters, ids
 * and states
 */
export function runControl(target: Controlled, method: string, path: string, form: Form): unknown {
  for (const candidate of CONTROLS) {
    const match = candidate.method === method ? candidate.pattern.exec(path) : null;
    if (match !== null) return candidate.run(target, form, decodeURIComponent(match[1] ?? ''));
  }
  throw refusal(404, `No control is at ${path}`);
}

const refusal = (status: number, message: string): ApiError =>
  new ApiError(status, 'invalid_request_error', message, {}, true);
