import type { JsonObject } from './types.ts';

/** The members of Stripe's error object besides `type` and `message`. */
export interface ErrorDetails {
  code?: string;
  param?: string;
  decline_code?: string;
  charge?: string;
  payment_intent?: JsonObject;
  payment_method?: JsonObject;
  setup_intent?: JsonObject;
}

export type ErrorType =
  'invalid_request_error' | 'card_error' | 'idempotency_error' | 'api_error' | 'rate_limit_error';

/** An answer with Stripe's error object. See https://docs.stripe.com/api/errors. */
export class ApiError extends Error {
  readonly status: number;
  readonly type: ErrorType;
  readonly details: ErrorDetails;
  /**
   * Whether the request was refused before it ran. Such answers are not stored under the
   * idempotency key, so that the corrected request may use the same key.
   */
  readonly refused: boolean;

  constructor(
    status: number,
    type: ErrorType,
    message: string,
    details: ErrorDetails = {},
    refused = false,
  ) {
    super(message);
    this.status = status;
    this.type = type;
    this.details = details;
    this.refused = refused;
  }

  /** The JSON body of the answer. */
  body(): JsonObject {
    const { code } = this.details;
    const docUrl = code
      ? { doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}` }
      : {};
    return {
      error: {
        ...this.details,
        ...docUrl,
        message: this.message,
        type: this.type,
      },
    };
  }
}

/** 400 for a request that is understood but cannot be carried out. */
export const invalidRequest = (message: string, details: ErrorDetails = {}): ApiError =>
  new ApiError(400, 'invalid_request_error', message, details);

/** 400 for a parameter that is wrong in itself; never stored under an idempotency key. */
export const invalidParameter = (message: string, param: string, code?: string): ApiError =>
  new ApiError(
    400,
    'invalid_request_error',
    message,
    { param, ...(code === undefined ? {} : { code }) },
    true,
  );

/** Objects that Stripe's messages name in another way. */
const NOUNS: Readonly<Record<string, string>> = {
  payment_method: 'PaymentMethod',
  setup_intent: 'setupintent',
};

/** The object of a path (404) or of a parameter (400) does not exist. */
export const resourceMissing = (kind: string, id: string, param = 'id', status = 404): ApiError =>
  new ApiError(status, 'invalid_request_error', `No such ${NOUNS[kind] ?? kind}: '${id}'`, {
    code: 'resource_missing',
    param,
  });

/** 401 for a missing or wrong API key. */
export const unauthorized = (message: string, code?: string): ApiError =>
  new ApiError(401, 'invalid_request_error', message, code === undefined ? {} : { code }, true);
