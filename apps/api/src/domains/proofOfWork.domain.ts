import { defineDomain } from './defineDomain.ts';

export const proofOfWork = defineDomain({
  errors: { proof_of_work_required: [403, 'A proof of work is required'] },
});
