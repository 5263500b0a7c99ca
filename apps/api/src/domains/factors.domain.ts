import { defineDomain } from './defineDomain.ts';

export const factors = defineDomain({
  errors: {
    factor_enrolment_required: [403, 'Staff need a second factor'],
  },
});
