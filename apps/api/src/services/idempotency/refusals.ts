import { AppError } from '../../kernel/errors.ts';
import type { KeptAnswer } from './keyedRequest.ts';

/** The answer was given before: carried out of the transaction that found it. */
export class Answered extends Error {
  readonly answer: KeptAnswer;

  constructor(answer: KeptAnswer) {
    super('The request was answered before');
    this.answer = answer;
  }
}

export function inFlight(): AppError {
  return new AppError(
    'idempotency_in_flight',
    'The first request with this Idempotency-Key is still running. Try again in a moment.',
    { retryAfterSeconds: 1 },
  );
}

export function isInFlight(error: unknown): boolean {
  return error instanceof AppError && error.code === 'idempotency_in_flight';
}

/**
 * A refusal is an answer like any other and is kept; a breakdown is not, nor is our own word about the
 * key, nor one that says when or how the same may be tried again.
 */
export function isRefusal(error: unknown): error is AppError {
  return (
    error instanceof AppError &&
    error.status < 500 &&
    error.status !== 429 &&
    error.code !== 'factor_required' &&
    !error.code.startsWith('idempotency_')
  );
}
