import { defineDomain } from './defineDomain.ts';

/** What belongs to no domain: requests, events, and the errors of HTTP itself. */
export const platform = defineDomain({
  idPrefixes: { event: 'ev', request: 'req' },
  errors: {
    validation_failed: [400, 'The request is not valid'],
    malformed_json: [400, 'The body is not JSON'],
    invalid_cursor: [400, 'The cursor is not valid'],
    unauthorized: [401, 'Authentication is required'],
    forbidden: [403, 'Not allowed'],
    not_found: [404, 'Not found'],
    route_not_found: [404, 'No such route'],
    method_not_allowed: [405, 'Method not allowed'],
    state_conflict: [409, 'The current status does not allow this'],
    length_required: [411, 'The length must be announced'],
    precondition_failed: [412, 'The resource has changed'],
    payload_too_large: [413, 'The body is too large'],
    unsupported_media_type: [415, 'The content type is not supported'],
    range_not_satisfiable: [416, 'There is no such range'],
    expectation_failed: [417, 'The expectation cannot be met'],
    rate_limited: [429, 'Too many requests'],
    internal_error: [500, 'Something went wrong'],
    service_unavailable: [503, 'Temporarily unavailable'],
    storage_unavailable: [503, 'The storage of files is unavailable'],
  },
});
