import { defineRoutes } from '../kernel/route.ts';
import {
  proofOfWorkChallengeSchema,
  proofOfWorkQuerySchema,
} from '../validators/proofOfWork.validator.ts';

export const proofOfWorkRoutes = defineRoutes({
  getProofOfWorkChallenge: {
    method: 'get',
    path: '/auth/proof-of-work/challenge',
    summary: 'Get a challenge to solve',
    description:
      'A client need not ask: a request that lacks a proof is refused with `proof_of_work_required`, and the refusal contains a `challenge`. Give it to ALTCHA’s widget or library, and send the request again with its payload in `X-Proof-Of-Work`. A challenge is valid for five minutes, and its solution once.',
    tag: 'Accounts',
    permission: 'public',
    cache: 'private',
    links: {
      'proof-of-work': { title: 'A challenge to solve before a sign-in', query: ['purpose'] },
    },
    request: { query: proofOfWorkQuerySchema },
    responses: { 200: { description: 'A challenge.', schema: proofOfWorkChallengeSchema } },
    errors: [],
  },
});
