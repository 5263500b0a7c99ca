import type { ServerResponse } from 'node:http';
import type { AppError } from '../kernel/errors.ts';
import { newId } from '../kernel/ids.ts';
import { PROBLEM_JSON, problemOf } from '../kernel/problem.ts';
import { withoutTokens } from './redact.ts';

/** Answers what never comes to Express' own handlers with a problem, and closes the connection. */
export function answerProblem(res: ServerResponse, error: AppError, instance: string): void {
  const requestId = newId('request');
  const body = JSON.stringify(problemOf(error, withoutTokens(instance), requestId));
  const headers = {
    'Content-Type': PROBLEM_JSON,
    'Content-Length': String(Buffer.byteLength(body)),
    'Cache-Control': 'no-store',
    'X-Request-Id': requestId,
    Connection: 'close',
    ...error.headers,
  };
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  res.statusCode = error.status;
  res.end(body);
}
