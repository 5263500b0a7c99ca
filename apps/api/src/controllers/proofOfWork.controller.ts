import type { Handlers } from '../kernel/route.ts';
import type { proofOfWorkRoutes } from '../routes/proofOfWork.routes.ts';
import type { ProofOfWorkService } from '../services/proofOfWork.service.ts';
import { ok } from '../utils/response.ts';

interface Services {
  proofOfWork: Pick<ProofOfWorkService, 'createChallenge'>;
}

export function createProofOfWorkController({
  proofOfWork,
}: Services): Handlers<typeof proofOfWorkRoutes> {
  return {
    async getProofOfWorkChallenge(_ctx, { query }) {
      return ok(await proofOfWork.createChallenge(query.purpose));
    },
  };
}
