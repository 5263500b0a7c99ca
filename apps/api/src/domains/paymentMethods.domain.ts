import { defineDomain } from './defineDomain.ts';

export const paymentMethods = defineDomain({
  idPrefixes: { paymentMethod: 'spm' },
  errors: {
    payment_method_limit_exceeded: [422, 'The customer has too many saved cards'],
    consent_missing: [409, 'The customer has not agreed to such a charge'],
  },
  ownPermissions: { 'paymentMethods:read': 'verified', 'paymentMethods:write': 'verified' },
});
