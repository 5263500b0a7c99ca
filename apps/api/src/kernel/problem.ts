import type { AppError } from './errors.ts';

/** The media type of an error's body. */
export const PROBLEM_JSON = 'application/problem+json';

/** The problem document of an error (RFC 9457). `type` leads to the code's entry in the docs. */
export function problemOf(error: AppError, instance: string, requestId: string) {
  return {
    type: `/docs/errors#${error.code}`,
    title: error.title,
    status: error.status,
    detail: error.message,
    instance,
    code: error.code,
    requestId,
    errors: error.errors,
    ...error.extensions,
  };
}
