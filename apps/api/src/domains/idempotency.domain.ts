import { defineDomain } from './defineDomain.ts';

export const idempotency = defineDomain({
  errors: {
    idempotency_key_required: [400, 'An Idempotency-Key is required'],
    idempotency_in_flight: [409, 'The first request is still running'],
    idempotency_key_reused: [422, 'The Idempotency-Key was used for another request'],
  },
});
