import type { components } from './generated/schema.ts';

/** The body of an answer outside 2xx (RFC 9457), as the shop's document describes it. */
export type Problem = components['schemas']['Problem'];

/** What kind of problem it is; stable, made for programs. */
export type ProblemCode = Problem['code'];

/**
 * The shop's refusal: it has understood the request, and says why it did not do it.
 *
 * It is thrown and not returned, since a purchase is a chain of calls of which each needs the data of
 * the one before: one `catch` stands for them all, and a refusal that no one looks at is not lost.
 */
export class CartwrightProblem extends Error {
  override readonly name = 'CartwrightProblem';
  /** Where the code is explained. */
  readonly type: string;
  /** Tells problems apart. A newer shop may have codes that this version does not know. */
  readonly code: ProblemCode;
  /** The HTTP status. */
  readonly status: number;
  /** Everything that is wrong, by its place in the request. */
  readonly errors: Problem['errors'];
  /** Finds the request in the shop's log. */
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
export function isProblem(body: unknown): body is Problem {
  return (
    typeof body === 'object' &&
    body !== null &&
    'code' in body &&
    typeof body.code === 'string' &&
    'errors' in body &&
    Array.isArray(body.errors)
  );
}
