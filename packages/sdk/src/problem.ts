import type { components } from './generated/schema.ts';

/** The body of an answer outside 2xx (RFC 9457), as the shop's document describes it. */
export type Problem = components['schemas']['Problem'];

/** The kind of problem; stable, for programs. */
export type ProblemCode = Problem['code'];

/**
 * A refusal: the shop has understood the request, and says why it did not perform it.
 *
 * It is thrown and not returned, because each call of a purchase needs the data of the previous one: one
 * `catch` handles them all, and no refusal is overlooked.
 */
export class CartwrightProblem extends Error {
  override readonly name = 'CartwrightProblem';
  /** The address of the code's documentation. */
  readonly type: string;
  /** The code of the problem. A newer shop may have codes that this version does not know. */
  readonly code: ProblemCode;
  /** The HTTP status. */
  readonly status: number;
  /** All errors, by their path in the request. */
  readonly errors: Problem['errors'];
  /** The id of the request in the shop's log. */
  readonly requestId: string;
  /** The whole document, with members that some codes add (`shortages`, `cart`, …). */
  readonly problem: Problem;
  /** The answer, for its headers. Its body has been read. */
  readonly response: Response;

  constructor(problem: Problem, response: Response) {
    super(problem.detail);
    this.type = problem.type;
    this.code = problem.code;
    this.status = problem.status;
    this.errors = problem.errors;
    this.requestId = problem.requestId;
    this.problem = problem;
    this.response = response;
  }
}

/** Whether a body is a problem document of the shop, and not the page of a proxy before it. */
export function isProblemBody(body: unknown): body is Problem {
  return (
    typeof body === 'object' &&
    body !== null &&
    'code' in body &&
    typeof body.code === 'string' &&
    'errors' in body &&
    Array.isArray(body.errors)
  );
}

/** Whether what was thrown is a refusal, and one with this code: `isProblem(error, 'out_of_stock')`. */
export function isProblem<const Code extends ProblemCode = ProblemCode>(
  error: unknown,
  code?: Code,
): error is CartwrightProblem & { readonly code: Code } {
  return error instanceof CartwrightProblem && (code === undefined || error.code === code);
}
