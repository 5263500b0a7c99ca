/** The answers that are not a success, by their stable code. Every code has its status and title here. */
export const errorCatalog = {
  validation_failed: [400, 'The request is not valid'],
  malformed_json: [400, 'The body is not JSON'],
  invalid_cursor: [400, 'The cursor is not valid'],
  idempotency_key_required: [400, 'An Idempotency-Key is required'],
  invalid_signature: [400, 'The signature is not valid'],
  unauthorized: [401, 'Authentication is required'],
  payment_failed: [402, 'The payment failed'],
  forbidden: [403, 'Not allowed'],
  not_found: [404, 'Not found'],
  route_not_found: [404, 'No such route'],
  method_not_allowed: [405, 'Method not allowed'],
  not_acceptable: [406, 'Not acceptable'],
  cart_completed: [409, 'The cart has become an order'],
  out_of_stock: [409, 'Not enough stock'],
  price_changed: [409, 'The price has changed'],
  idempotency_in_flight: [409, 'The first request is still running'],
  refund_exceeds_payment: [409, 'Less than this is left to pay back'],
  state_conflict: [409, 'The state does not allow this'],
  precondition_failed: [412, 'It has changed meanwhile'],
  payload_too_large: [413, 'The body is too large'],
  unsupported_media_type: [415, 'The content type is not supported'],
  range_not_satisfiable: [416, 'There is no such range'],
  expectation_failed: [417, 'The expectation cannot be met'],
  cart_incomplete: [422, 'The cart is not ready for checkout'],
  variant_unavailable: [422, 'The variant cannot be bought'],
  currency_unavailable: [422, 'No price in this currency'],
  cart_limit_exceeded: [422, 'The cart would exceed a limit'],
  amount_too_small: [422, 'The amount is too small to be paid in this way'],
  amount_too_large: [422, 'The amount is too large to be paid in this way'],
  promotion_unavailable: [422, 'The promotion code cannot be used'],
  payment_provider_unavailable: [422, 'The payment provider is not offered'],
  refund_not_possible: [422, 'The refund is not possible'],
  shipping_unavailable: [422, 'The shipping option is not available'],
  insufficient_credit: [422, 'Not enough credit'],
  credit_unavailable: [422, 'The gift card or store credit cannot be used'],
  idempotency_key_reused: [422, 'The Idempotency-Key was used for another request'],
  precondition_required: [428, 'If-Match is required'],
  rate_limited: [429, 'Too many requests'],
  internal_error: [500, 'Something went wrong'],
  service_unavailable: [503, 'Temporarily unavailable'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ErrorCode = keyof typeof errorCatalog;

/** One thing that is wrong: where (a JSON path such as `items.0.quantity`, or `query.limit`), what kind, and in words. */
export interface ErrorDetail {
  path: string;
  code: string;
  message: string;
}

export interface AppErrorOptions {
  errors?: readonly ErrorDetail[];
  /** Further members of the problem document, such as the cart as it is now. */
  extensions?: Readonly<Record<string, unknown>>;
  headers?: Readonly<Record<string, string>>;
  cause?: unknown;
}

/** A refusal that the client is told of. `message` is the problem's detail and must be fit for its eyes. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly status: number;
  readonly title: string;
  readonly errors: readonly ErrorDetail[];
  readonly extensions: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    [this.status, this.title] = errorCatalog[code];
    this.errors = options.errors ?? [];
    this.extensions = options.extensions ?? {};
    this.headers = options.headers ?? {};
  }
}

/** 404 for a thing that is not there or not yours; the two are told apart by nobody. */
export function notFound(what: string): AppError {
  return new AppError('not_found', `There is no such ${what}.`);
}
